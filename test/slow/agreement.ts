// Whether `render`, `fromHelmValues` and the program of `convert` agree on values files with changes in them: the same manifests, or the same findings.
// Usage: node --import tsx test/slow/agreement.ts COUNT SEED FOLDER...; prints what is left of each values file on which they do not.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isMap, Tree } from '../../lib/data/maps';
import { readYaml } from '../../lib/values/read/yaml/read';
import { numbers } from '../support/numbers';
import { Mutator, slips } from './agreement/mutate';
import { shrink } from './agreement/shrink';
import { compare, Comparison, Input } from '../support/ways';

const [count, seed] = process.argv.slice(2, 4).map(Number);
const sources = process.argv.slice(4).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(resolve(folder, name), 'utf8')),
);
const pool = sources.map((text): unknown => readYaml(text, '', false).value).filter(isMap);

const folder = mkdtempSync(join(tmpdir(), 'agreement-'));
process.chdir(folder);

/** Texts of a values file, and of a second one. */
interface Texts {
  readonly first: string;
  readonly second?: string;
  /** Whether the second one is a file of secrets. */
  readonly secret?: boolean;
}

function target({ first, second, secret }: Texts): Input {
  writeFileSync('values.yaml', first);
  if (second !== undefined) writeFileSync('second.yaml', second);
  const more = second === undefined ? [] : ['second.yaml'];
  return {
    release: 'jhub',
    namespace: 'ns',
    files: ['values.yaml', ...(secret ? [] : more)],
    secretFiles: secret ? more : [],
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

function textsOf(index: number): { texts: Texts; trees?: Tree[] } {
  // A number of its own for each, so that one can be looked at alone.
  const next = numbers(seed * 1_000_003 + index);
  if (!next(5)) return { texts: { first: slips(sources[next(sources.length)], next) } };
  const mutator = new Mutator(next, pool);
  const tree = mutator.values();
  if (next(4)) return { texts: { first: json(tree) }, trees: [tree] };
  const second = mutator.takeOut(tree);
  return { texts: { first: json(tree), second: json(second), secret: next(2) === 0 }, trees: [tree, second] };
}

/** Differences of one kind are told once: without what they quote. */
function kindOf(difference: string): string {
  return difference.replace(/"(\\.|[^"\\])*"|'[^']*'|\d+|values\.yaml\S*/g, '_').slice(0, 120);
}

const programs: string[] = [];
const kinds = new Map<string, { count: number; example: string }>();
let rendered = 0;
let disagreed = 0;
const only = process.env.ONLY === undefined ? undefined : Number(process.env.ONLY);
for (let index = only ?? 0; index < (only === undefined ? count : only + 1); index += 1) {
  const { texts, trees } = textsOf(index);
  const found: Comparison = compare(target(texts));
  if (found.rendered) rendered += 1;
  if (found.program !== undefined && programs.length < 2000) programs.push(found.program);
  if (found.difference === undefined) continue;
  disagreed += 1;
  const kind = kindOf(found.difference);
  const known = kinds.get(kind);
  if (known) known.count += 1;
  else {
    const stays = (changed: Tree[]) => {
      const [first, second] = changed.map(json);
      const { difference } = compare(target({ ...texts, first, second }));
      return difference !== undefined && kindOf(difference) === kind;
    };
    const small =
      trees &&
      shrink(trees, stays)
        .map((tree) => JSON.stringify(tree))
        .join('\n    ');
    const example = `${index}: ${found.difference}\n    ${small ?? texts.first.slice(0, 300)}`;
    kinds.set(kind, { count: 1, example });
    console.log(`FAIL ${example}`);
  }
}
rmSync(folder, { recursive: true });
for (const [, { count: times, example }] of kinds)
  if (times > 1) console.log(`${times} times: ${example.split('\n')[0]}`);
console.log(`of ${count} values files ${rendered} are rendered`);
if (process.env.PROGRAMS) {
  mkdirSync(process.env.PROGRAMS, { recursive: true });
  programs.forEach((program, index) => writeFileSync(join(process.env.PROGRAMS as string, `${index}.ts`), program));
}
console.log(`${count - disagreed} passed, ${disagreed} failed`);
process.exitCode = disagreed || !rendered ? 1 : 0;
