import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const root = join(__dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const all = readdirSync(join(root, '.github'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yml'),
);
const textOf = (file: string) => readFileSync(join(root, '.github', file), 'utf8');

test.each(all)('%s is YAML without a doubled key', (file) => {
  expect(parseDocument(textOf(file)).errors).toEqual([]);
});

const workflows = all.filter((file) => file.startsWith('workflows/'));

test.each(workflows)('actions of %s are pinned to a major version', (file) => {
  const actions = [...textOf(file).matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter((action) => !/@(release\/)?v\d+$/.test(action ?? ''))).toEqual([]);
});

test.each(workflows)('commands of %s are there', (file) => {
  const text = textOf(file);
  const names = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(names.filter((name) => !(name in scripts))).toEqual([]);
  const called = [...text.matchAll(/\bbash (\S+)/g)].map(([, path]) => path ?? '');
  expect(called.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('a release is published with provenance, and its Python package without a token', () => {
  const { jobs } = parseDocument(textOf('workflows/release.yml')).toJS();
  expect(jobs.npm.permissions['id-token']).toBe('write');
  expect(jobs.npm.steps.at(-1).run).toContain('--provenance');
  expect(jobs.pypi.permissions).toEqual({ 'id-token': 'write' });
});

const forms = all.filter((file) => /^ISSUE_TEMPLATE\/(?!config)/.test(file));

test.each(forms)('%s is a form: each field has an id of its own and a label', (file) => {
  const { name, description, body } = parseDocument(textOf(file)).toJS();
  expect([name, description]).toEqual([expect.any(String), expect.any(String)]);
  const ids = body.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(body.length);
  for (const { attributes } of body) expect(attributes.label).toEqual(expect.any(String));
});
