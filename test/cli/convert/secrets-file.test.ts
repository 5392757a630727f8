import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSecrets } from '../../../lib/cli/convert/secrets-file';

const FOLDER = mkdtempSync(join(tmpdir(), 'secrets-file-'));
const path = (name: string) => join(FOLDER, name);
const modeOf = (file: string) => statSync(file).mode & 0o777;

test('only its owner may read the file, one that was there with the same secrets too', () => {
  keepSecrets(path('new.yaml'), 'a: b\n');
  expect(modeOf(path('new.yaml'))).toBe(0o600);
  chmodSync(path('new.yaml'), 0o644);
  keepSecrets(path('new.yaml'), 'a: b\n');
  expect(modeOf(path('new.yaml'))).toBe(0o600);
});

test('what is there already stays', () => {
  writeFileSync(path('other.yaml'), 'mine: 1\n');
  symlinkSync(path('nowhere.yaml'), path('link.yaml'));
  for (const name of ['other.yaml', 'link.yaml'])
    expect(() => keepSecrets(path(name), 'a: b\n')).toThrow(
      `${path(name)}: is there already and is not overwritten: move it away, or name another file by --secrets-file`,
    );
  expect(readFileSync(path('other.yaml'), 'utf8')).toBe('mine: 1\n');
});

test.each([
  ['folder', 'folder: is no file that secrets could be written to'],
  ['none/secrets.yaml', 'none/secrets.yaml: cannot be written: no such file'],
  ['other.yaml/secrets.yaml', 'other.yaml/secrets.yaml: cannot be written: a part of its path is no directory'],
])('%s is refused', (name, message) => {
  mkdirSync(path('folder'), { recursive: true });
  writeFileSync(path('other.yaml'), 'mine: 1\n');
  expect(() => keepSecrets(path(name), 'a: b\n')).toThrow(`${FOLDER}/${message}`);
});

test('devices and an empty name are refused', () => {
  expect(() => keepSecrets('/dev/full', 'a: b\n')).toThrow('/dev/full: is no file that secrets could be written to');
  expect(() => keepSecrets('', 'a: b\n')).toThrow('--secrets-file: the name of the file is empty');
  expect(readdirSync(FOLDER)).not.toContain('nowhere.yaml');
});
