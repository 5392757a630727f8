import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../../../lib/values/read/yaml/read';

const asHelm = JSON.parse(readFileSync(join(__dirname, 'helm.json'), 'utf8')) as [text: string, values: unknown][];

/** What a text says, or undefined where it is refused. */
function read(text: string): unknown {
  const { value, problems } = readYaml(text, 'values.yaml', false);
  const isMap = typeof value === 'object' && !Array.isArray(value);
  return problems.length || !isMap ? undefined : value;
}

function problems(text: string): string[] {
  return readYaml(text, 'values.yaml', false).problems.map(({ position, path, message }) =>
    [position?.line, position?.column, path, message].join(' '),
  );
}

// What helm makes of these texts is recorded by test/slow/helm-values.ts: line breaks of YAML 1.1, brackets and quotes that go on at the margin.
test.each(asHelm)('%j is read as helm reads it', (text, values) => {
  expect(read(text)).toEqual(values ?? undefined);
});

test('a line that is broken where no editor shows it is told first, and where', () => {
  expect(problems('a: 1\nb: x\u2028c\nd: "\u2028 "\n')).toEqual([
    '2 5  YAML: U+2028 ends a line for Helm; leave it out, or escape it in a string in double quotes',
  ]);
  expect(problems('a: "\u2028"\nb: [\n')).not.toContainEqual(expect.stringContaining('U+2028'));
});

test('a separator in a folded block is refused, as nobody can mean it', () => {
  expect(problems('a: >\n  x\u2028  y\n')).toEqual([
    '1 4  YAML: a line or paragraph separator (U+2028, U+2029) in a folded block',
  ]);
});

test.each(['a: {b:}', 'a: {b:, c: 1}', 'a: {b:[1]}'])(
  '%s is refused: the colon is a part of the key for Helm',
  (text) => {
    expect(problems(text)).toEqual([
      '1 5 a YAML: Helm takes the colon for a part of this key; write a blank behind it',
    ]);
  },
);

test.each([
  ['in brackets at the margin', 'a: [\n1,\n{\nb: [\n'],
  ['in a string at the margin', "a: 'b\nc\n"],
])('what is wrong %s is told where it is', (_, text) => {
  expect(problems(text).length).toBeGreaterThan(0);
  expect(problems(text)[0]).toMatch(/^\d+ \d+ {2}YAML: /);
});
