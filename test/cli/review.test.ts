import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { review } from '../../lib/cli/review';

const root = mkdtempSync(join(tmpdir(), 'review-'));
const here = process.cwd();
beforeAll(() => process.chdir(root));
afterAll(() => {
  process.chdir(here);
  rmSync(root, { recursive: true });
});

const map = (name: string, value: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: ns}\ndata: {a: ${value}}\n`;

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

const json = (base: string, head: string) =>
  JSON.parse(review(base, head, { json: true }).output) as { prune: string[] };

test('folders, with all below them, are compared; what is no manifest is passed over', () => {
  write('a/x.yaml', `${map('m', '1')}---\n${map('k', '1')}`);
  write(
    'a/deep/y.yml',
    `kind: List\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: ns}}\n`,
  );
  write(
    'b/z.json',
    JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm', namespace: 'ns' }, data: { a: 1 } }),
  );
  write('b/values.yaml', 'hub: {db: {type: sqlite-memory}}\n');
  expect(json('a', 'b').prune).toEqual(['ConfigMap/k', 'Secret/s']);
});

test('the same objects in other files are no change', () => {
  write('c/one.yaml', `${map('m', '1')}---\n${map('k', '1')}`);
  write('d/m.yaml', map('m', '1'));
  write('d/k.yaml', map('k', '1'));
  expect(review('c', 'd').output).toBe('JupyterHub: nothing changes.\n');
});

test('revisions of git are compared by their folders called dist, or by the one that is named', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root });
  git('init', '-q', '-b', 'main');
  write('dist/m.yaml', map('m', '1'));
  write('hubs/prod/dist/k.yaml', map('k', '1'));
  write('other/o.yaml', map('o', '1'));
  git('add', 'dist', 'hubs', 'other');
  git('commit', '-qm', 'one');
  rmSync(join(root, 'dist'), { recursive: true });
  rmSync(join(root, 'other'), { recursive: true });
  write('hubs/prod/dist/k.yaml', map('p', '1'));
  git('commit', '-qam', 'two');
  expect(json('HEAD~1', 'main').prune).toEqual(['ConfigMap/k', 'ConfigMap/m']);
  expect(json('HEAD~1:other', 'main').prune).toEqual(['ConfigMap/o']);
  expect(json('HEAD~1:', 'main:').prune).toEqual(['ConfigMap/k', 'ConfigMap/m', 'ConfigMap/o']);
});

test('what cannot be compared is told in one line', () => {
  write('broken/x.yaml', 'a: [\n');
  expect(() => review('nowhere', 'a')).toThrow('nowhere: neither a folder nor a revision of git');
  expect(() => review('--output=x', 'a')).toThrow('--output=x: neither a folder nor a revision of git');
  expect(() => review('broken', 'a')).toThrow(/^x\.yaml: is no YAML: [^\n]*$/);
  mkdirSync(join(root, 'empty'));
  expect(() => review('empty', 'empty')).toThrow('there are no manifests in empty and empty');
});

test('a gate gives another exit status, with the review', () => {
  expect(review('a', 'b', { failOn: ['refused'] }).status).toBe(0);
  expect(review('a', 'b', { failOn: ['refused', 'prune'] })).toMatchObject({
    status: 2,
    output: expect.stringContaining('ConfigMap/k') as string,
  });
  expect(() => review('a', 'b', { failOn: ['everything'] })).toThrow(/^--fail-on: must be .*, but is "everything"$/);
});
