import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';

/** What the command line prints, and its exit status. */
function run(...argv: string[]): { status: number; out: string; err: string } {
  const said = { out: '', err: '' };
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
  try {
    return { status: main(argv, (text) => void (said.out += text)), ...said };
  } finally {
    stderr.mockRestore();
  }
}

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cli-')), 'values.yaml');
  writeFileSync(path, text);
  return path;
}

const TARGET = ['--release', 'jhub', '--namespace', 'ns'];

test.each([
  [[], 'no command; commands are render, convert, check, user-pods, review and synth'],
  [['rendre'], "unknown command 'rendre'; commands are render, convert, check, user-pods, review and synth"],
  [['render'], '--release NAME is missing'],
  [['render', '--release', 'jhub'], '--namespace NAME is missing'],
  [['render', ...TARGET, 'values.yaml'], "unexpected argument 'values.yaml'; values files are given with -f FILE"],
  [['render', '--relaese', 'jhub'], "unknown option '--relaese'; did you mean --release?"],
  [['render', '-x'], "unknown option '-x'"],
  [['render', ...TARGET, '--strict'], 'render has no option --strict'],
  [['check', '--json', '--sarif'], '--json and --sarif exclude each other'],
])('a command line of %j is refused', (argv, expected) => {
  expect(run(...argv)).toEqual({
    status: 1,
    out: '',
    err: `cdk8s-jupyterhub: ${expected}\nTry 'cdk8s-jupyterhub --help'.\n`,
  });
});

test('names that Helm or Kubernetes would refuse are told together with what is wrong in the values', () => {
  const values = file('hub: {baseUrl: 1}');
  const { status, out, err } = run('render', '-f', values, '--release', 'Hub', '--namespace', 'my ns');
  expect([status, out]).toEqual([1, '']);
  expect(err.split('\n').map((line) => line.replace(/: must.*/, ''))).toEqual([
    `${values}:1:7: hub.baseUrl`,
    'release',
    'namespace',
    '',
  ]);
});

test('a warning goes to standard error, the manifests to standard output', () => {
  const values = file('hub: {config: {JupyterHub: {authenticator_class: dummy}}}');
  const { status, out, err } = run('render', '-f', values, ...TARGET);
  expect(status).toBe(0);
  expect(out).toMatch(/^apiVersion: /);
  expect(err).toBe(
    `warning: ${values}:1:7: hub.config.DummyAuthenticator.password: is not set: the dummy authenticator lets anyone in under any name; set it, or another authenticator_class [access/dummy-without-password]\n`,
  );
});

test.each([
  ['', 'the name of a values file is empty'],
  ['none.yaml', 'none.yaml: cannot be read: no such file'],
  [tmpdir(), `${tmpdir()}: this is a directory, not a values file`],
  ['a\nb', 'a\\nb: cannot be read: no such file'],
])('a values file called %j is refused', (name, message) => {
  expect(run('render', '-f', name, ...TARGET)).toEqual({ status: 1, out: '', err: `${message}\n` });
});

test('a Secret that convert refers to has a name that Kubernetes takes', () => {
  const { status, err } = run('convert', ...TARGET, '--secret-name', 'My Secret');
  expect([status, err]).toEqual([
    1,
    `cdk8s-jupyterhub: --secret-name must be at most 253 lower-case letters, digits, '-' and '.', with a letter or digit at both ends, but is "My Secret"\n`,
  ]);
});
