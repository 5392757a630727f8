import { readdirSync } from 'node:fs';
import { join } from 'node:path';

type Body = (...args: unknown[]) => unknown;

/** What jest would give: what is expected is the business of the tests, here only what they make is looked at. */
function anything(): unknown {
  return new Proxy(() => undefined, { get: anything, apply: anything });
}

function run(body: Body, args: unknown[]): void {
  try {
    body(...args);
  } catch {
    // What is refused is no program that could have a twin.
  }
}

/** Runs the rows of `test/types`, each of which makes a hub with one option. */
export async function runRows(): Promise<void> {
  const test = Object.assign((_: string, body: Body) => run(body, []), {
    each: (cases: unknown[]) => (_: string, body: Body) =>
      cases.forEach((one) => run(body, Array.isArray(one) ? one : [one])),
  });
  Object.assign(globalThis, {
    test,
    it: test,
    describe: Object.assign((_: string, body: Body) => run(body, []), { each: () => () => undefined }),
    expect: anything(),
    jest: anything(),
    beforeAll: () => undefined,
    afterAll: () => undefined,
    afterEach: () => undefined,
    beforeEach: () => undefined,
  });
  const folder = join(__dirname, '../../types');
  const files = readdirSync(folder).filter((file) =>
    /^(authenticators|hub|proxy|spawner|system)\.test\.ts$/.test(file),
  );
  for (const file of files) await import(join(folder, file));
}
