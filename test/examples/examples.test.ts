import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestDifference } from '../support/difference';
import { expectFile } from '../support/expect-file';
import { commandLine, ROOT, synthesize } from '../support/synthesize';

const EXAMPLES = readdirSync(join(ROOT, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The commands that the heads of an example's values files name, by release. */
function commands(example: string): Record<string, string> {
  const folder = join(ROOT, 'examples', example);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const heads = files.flatMap(
    (file) => /^# cdk8s-jupyterhub (render .*)/.exec(readFileSync(join(folder, file), 'utf8')) ?? [],
  );
  const found = heads.filter((command) => command.startsWith('render '));
  return Object.fromEntries(found.map((command) => [/--release (\S+)/.exec(command)?.[1] ?? '', command]));
}

/** The files of one release, in the order in which `render` prints them. */
function stream(files: Record<string, string>, release: string): string {
  const names = [`${release}-image-puller`, `${release}-secrets`, release].map((name) => `${name}.k8s.yaml`);
  return names.flatMap((name) => files[name] ?? []).join('---\n');
}

test('there are examples', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(5);
});

describe.each(EXAMPLES)('example %s', (example) => {
  const files = synthesize(`examples/${example}/main.ts`);
  const renders = Object.entries(commands(example));

  test('its values give the same bytes as its program', () => {
    const releases = [
      ...new Set(Object.keys(files).map((name) => name.replace(/(-image-puller|-secrets)?\.k8s\.yaml$/, ''))),
    ];
    expect(renders.map(([release]) => release).sort()).toEqual(releases.sort());
    for (const [release, command] of renders) {
      expect(commandLine(`examples/${example}`, command)).toBe(stream(files, release));
    }
  });

  test('its snapshot says what it has other than the default hub', () => {
    const differences = renders.map(([release]) => {
      const namespace = release;
      const standard = commandLine('.', `render -f config.yaml --release ${release} --namespace ${namespace}`);
      return manifestDifference(standard, stream(files, release));
    });
    const head = `# What this example has other than the hub of the repository's config.yaml. Null is what is taken away.\n`;
    expectFile(`examples/${example}/snapshot.yaml`, head + differences.join('---\n'));
  });
});
