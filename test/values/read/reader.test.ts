import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readValues } from '../../../lib/values/read/reader';

const folder = mkdtempSync(join(tmpdir(), 'values-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function read(...texts: string[]): unknown {
  return readValues({ files: texts.map((text, index) => file(`${index}.yaml`, text)) }).map;
}

function problem(text: string): string {
  try {
    read(text);
    return '';
  } catch (error) {
    return (error as Error).message.replace(`${folder}/`, '');
  }
}

test('merges maps deeply, and lets lists and scalars replace', () => {
  expect(read('a: {b: 1, c: [1, 2]}', 'a: {c: [3], d: 4}')).toEqual({ a: { b: 1, c: [3], d: 4 } });
});

test('keeps a null, which takes a default away', () => {
  expect(read('a: {b: 1}', 'a: null')).toEqual({ a: null });
});

test.each([
  ['booleans of YAML 1.1', 'a: [yes, no, on, off]', { a: [true, false, true, false] }],
  ['octals', 'a: 0644', { a: 420 }],
  ['merge keys', 'v: &v {a: 1}\nw: {<<: *v, b: 2}', { v: { a: 1 }, w: { a: 1, b: 2 } }],
  ['keys that are no texts', '1: one', { '1': 'one' }],
  ['quoted numbers as texts', 'a: "1.10"', { a: '1.10' }],
  ['an empty file', '', {}],
  ['a file of comments', '# nothing\n', {}],
  ['UTF-8', 'a: "naïve ☕ 文"', { a: 'naïve ☕ 文' }],
])('reads %s as Helm does', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('takes the last of keys that are the same, as Helm does, and says so', () => {
  const values = readValues({ files: [file('twice.yaml', 'a: {b: 1}\nc: 1\na: {d: 2}\n')] });
  expect(values.map).toEqual({ a: { d: 2 }, c: 1 });
  expect(values.warnings).toEqual([
    {
      position: { file: join(folder, 'twice.yaml'), line: 3, column: 1 },
      path: 'a',
      message: 'is set on line 1 already; only the last one counts, and nothing of the first is kept',
    },
  ]);
});

test('refuses broken YAML with line and column', () => {
  expect(problem('hub:\n  config: {JupyterHub: 1\n')).toMatch(/^0\.yaml:\d+:\d+: YAML: /);
});

test('refuses a file that is not a map', () => {
  expect(problem('- a\n')).toMatch(/^0\.yaml: a values file is a map of keys; this is a list$/);
});

test.each([
  ['brackets without end', `a: ${'['.repeat(100_000)}`],
  ['brackets', `a: ${'['.repeat(1000)}${']'.repeat(1000)}`],
  ['lists on one line', `${'- '.repeat(1000)}x\n`],
  ['maps', Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ['lists after an empty item', `a:\n-\n${'- '.repeat(1000)}x\n`],
])('refuses a file that is nested too deeply: %s', (_, text) => {
  expect(problem(text)).toBe('0.yaml: YAML: the file is nested more than 500 levels deep');
});

test('reads a file that is nested deeply', () => {
  expect(JSON.stringify(read(`a: ${'['.repeat(400)}${']'.repeat(400)}`))).toHaveLength(806);
  expect(JSON.stringify(read(`a: [\n${'['.repeat(400)}${']'.repeat(400)}\n]`))).toHaveLength(808);
});

test('refuses a directory', () => {
  expect(() => readValues({ files: [folder] })).toThrow(`${folder}: this is a directory, not a values file`);
});

test('refuses a file that is not there', () => {
  expect(() => readValues({ files: [join(folder, 'none.yaml')] })).toThrow(/none\.yaml: /);
});

test('refuses an alias bomb, and soon', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i += 1)
    lines.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  expect(problem(lines.join('\n'))).toMatch(
    /^0\.yaml:1:19: a5(\[\d\])+: the aliases of this file expand to more than 100000 values$/,
  );
});

test('shows no value of a secret file in a message', () => {
  const broken = file('broken.yaml', 'token: "s3cret\\q"\nother: [s3cret\n');
  expect(() => readValues({ secretFiles: [broken] })).toThrow(/^((?!s3cret)[^])*$/);
});

test('knows which values came from a secret file', () => {
  const values = readValues({
    files: [file('open.yaml', 'a: {b: 1}')],
    secretFiles: [file('secret.yaml', 'a: {c: s}')],
  });
  expect([values.isSecret(['a', 'b']), values.isSecret(['a', 'c'])]).toEqual([false, true]);
});
