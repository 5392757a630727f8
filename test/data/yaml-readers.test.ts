import { App, Chart, Testing, Yaml } from 'cdk8s';
import { parse } from 'yaml';
import { Manifest } from '../../lib/kubernetes/manifest';
import { ManifestObject } from '../../lib/constructs/manifest-object';
import { toYaml } from '../../lib/data/yaml';

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

test.each(Object.entries(TEXTS))('%s is written so as a key too', (_, [text, yaml]) => {
  expect(toYaml({ [text]: 1 })).toBe(`${yaml}: 1\n`);
});
