import { App, Chart, JsonPatch, Testing, Yaml } from 'cdk8s';
import { parse } from 'yaml';
import { Manifest } from '../../lib/kubernetes/manifest';
import { ManifestObject } from '../../lib/constructs/manifest-object';
import { toYaml } from '../../lib/data/yaml';
import { readYaml } from '../../lib/values/read/yaml/read';

const TEXTS = {
  'a line separator': ['a\u2028b', '"a\\u2028b"'],
  'a paragraph separator': ['a\u2029b', '"a\\u2029b"'],
  'a next line': ['a\u0085b\n', '"a\\u0085b\\n"'],
  'a byte order mark': ['\ufeffa', '"\\ufeffa"'],
  'a delete': ['\u007f', '"\\u007f"'],
  'a merge key': ['<<', '"<<"'],
  'a default value': ['=', '"="'],
  'an octal of YAML 1.2': ['0o17', '"0o17"'],
} as const;

function written(text: string): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { text } };
}

/** As cdk8s writes it. */
function synthesized(manifest: Manifest): string {
  const chart = new Chart(new App(), 'chart');
  new ManifestObject(chart, 'object', manifest, () => manifest);
  return Yaml.stringify(...(Testing.synth(chart) as object[]));
}

test.each(Object.entries(TEXTS))('%s is written so that Go and Python read the same text', (_, [text, yaml]) => {
  expect(toYaml(written(text))).toContain(`\n  text: ${yaml}\n`);
  expect(synthesized(written(text))).toContain(`\n  text: ${yaml}\n`);
  expect(parse(yaml, { version: '1.1' })).toBe(text);
});

test.each(Object.entries(TEXTS))('%s is written so as a key too, by both writers', (_, [text, yaml]) => {
  const manifest = { ...written('a'), data: { [text]: 'x' }, more: [{ [text]: [{ [text]: [] }, text, {}] }] };
  expect(toYaml(manifest)).toContain(`data:\n  ${yaml}: x\n`);
  expect(synthesized(manifest)).toBe(toYaml(manifest));
  expect(parse(toYaml(manifest), { version: '1.1' })).toEqual(manifest);
});

test('both writers write keys alike that JavaScript, YAML or JSON could take for something else', () => {
  const odd = [
    ...['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', 'then', 'length'],
    ...[
      '0',
      '1',
      '10',
      '0.5',
      '-1',
      '1e3',
      '1e05',
      '007',
      '08',
      '0o17',
      '0x1f',
      '1_000',
      '12:30',
      '2001-01-01',
      '.inf',
    ],
    ...['NaN', 'null', '~', 'true', 'yes', 'y', 'on', '', ' ', 'a b', 'a.b', '<<', '=', 'a\nb', '#', '- a', '? a', 'é'],
    ...['x'.repeat(2000), "it's", '"q"', '{x}', '&a', '*a', '!a', '%a', '@a', '`a', '|', '>', '---', 'constructor\0'],
  ];
  const keys = (value: unknown) => Object.fromEntries([...odd].sort().map((key) => [key, value]));
  const manifest: Manifest = {
    ...{ apiVersion: 'v1', kind: 'ConfigMap' },
    metadata: {
      annotations: keys('x') as Record<string, string>,
      labels: keys('y') as Record<string, string>,
      name: 'a',
    },
    data: keys('z'),
    nested: keys([keys({ a: 'a\nb\n', b: [] }), 'a\nb']),
  };
  expect(synthesized(manifest)).toBe(toYaml(manifest));
  // As Go reads it, which knows no merge keys below a quoted one, too.
  const { value, problems } = readYaml(toYaml(manifest), 'manifest.yaml', false);
  expect(problems).toEqual([]);
  expect(JSON.stringify(value)).toBe(JSON.stringify(manifest));
});

test('a patch of an odd key arrives', () => {
  const chart = new Chart(new App(), 'chart');
  const manifest = written('a');
  const object = new ManifestObject(chart, 'object', manifest, () => manifest);
  object.addJsonPatch(JsonPatch.add('/data/constructor', 'x'), JsonPatch.add('/data/0o17', '='));
  object.addJsonPatch(JsonPatch.replace('/data/constructor', 'y'), JsonPatch.add('/extra', true));
  expect(Yaml.stringify(...(Testing.synth(chart) as object[]))).toBe(
    toYaml({ ...manifest, data: { text: 'a', constructor: 'y', '0o17': '=' }, extra: true }),
  );
});
