import { extraFilesSecret } from '../../lib/kubernetes/extra-files';
import { propsFromHelmValues } from '../../lib/rules/values';
import { SecretValue } from '../../lib/secrets/secret-value';

/** What is in the Secret for a string. */
function written(stringData: string | SecretValue): string {
  return Buffer.from(extraFilesSecret({ a: { mountPath: '/a', stringData } }).a, 'base64').toString('utf8');
}

test.each(['Hello', 'Hello\n', 'Hello\n\n', '\nHello', ' a\r\n', '\n', ' '])('%j is written byte for byte', (text) => {
  expect(written(text)).toBe(text);
  expect(written(SecretValue.literal(text))).toBe(text);
});

test('what is written as data ends in one line break', () => {
  const { json, toml } = extraFilesSecret({
    json: { mountPath: '/a.json', data: { a: 1 } },
    toml: { mountPath: '/a.toml', data: { a: 'b' } },
  });
  expect(Buffer.from(json, 'base64').toString()).toBe('{"a":1}\n');
  expect(Buffer.from(toml, 'base64').toString()).toBe('a = "b"\n');
});

// Asked of helm with the chart's template.
test.each([
  ['Hello', 'Hello\n'],
  ['Hello\n', 'Hello\n'],
  ['Hello\n\n\n', 'Hello\n'],
  ['\nHello\n', '\nHello\n'],
  ['a\r\nb\r\n', 'a\nb\n'],
])('%j of values is what the chart makes of it', (text, expected) => {
  const files = { a: { mountPath: '/a', stringData: text } };
  const values = { hub: { extraFiles: files }, singleuser: { extraFiles: files } };
  const props = propsFromHelmValues({ release: 'jhub', namespace: 'jhub', values });
  for (const { extraFiles = {} } of [props.hub ?? {}, props.spawner ?? {}]) {
    expect(Buffer.from(extraFilesSecret(extraFiles).a, 'base64').toString()).toBe(expected);
  }
});
