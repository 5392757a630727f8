import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { SecretValue } from '../../lib/secrets/secret-value';
import { reveal, secretPaths } from '../../lib/secrets/secrets';

const secret = SecretValue.literal('s3cret');

test('neither a print nor a serialization shows the value', () => {
  for (const shown of [String(secret), `${secret.toString()}`, JSON.stringify({ secret })]) {
    expect(shown).toContain('(a secret)');
    expect(shown).not.toContain('s3cret');
  }
  expect(inspect({ secret })).not.toContain('s3cret');
});

test('is found in data at any depth, and revealed there', () => {
  const data = { a: [{ b: secret }], c: 1 };
  expect(secretPaths(data)).toEqual(['a[0].b']);
  expect(reveal(data)).toEqual({ a: [{ b: 's3cret' }], c: 1 });
});

describe('from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  const file = join(folder, 'secrets.yaml');

  test('is read by its key as a whole', () => {
    writeFileSync(file, 'hub.db.password: s3cret\n');
    expect(reveal(SecretValue.fromFile(file, 'hub.db.password'))).toBe('s3cret');
  });

  test('a key that is missing is named', () => {
    expect(() => SecretValue.fromFile(file, 'nothing')).toThrow(`${file}: has no key nothing`);
  });

  test('a file that is missing or no YAML is told without quoting it', () => {
    expect(() => SecretValue.fromFile(join(folder, 'none.yaml'), 'a')).toThrow('(ENOENT)');
    writeFileSync(file, 'a: "s3cret\n');
    expect(() => SecretValue.fromFile(file, 'a')).toThrow(/cannot be read for the secret a \(\w+\)$/);
  });
});
