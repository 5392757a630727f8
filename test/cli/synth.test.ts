import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/synthesize';

/** Runs `cdk8s-jupyterhub synth` in a folder. */
function synth(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/cdk8s-jupyterhub'), 'synth', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { status, out: stdout, err: stderr };
}

/** A folder with an app that a command runs, and with what an earlier one has written. */
function folderWith(app: string | undefined, before: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'synth-'));
  if (app !== undefined) writeFileSync(join(folder, 'cdk8s.yaml'), JSON.stringify({ app }));
  mkdirSync(join(folder, 'dist'));
  for (const [name, text] of Object.entries(before)) writeFileSync(join(folder, 'dist', name), text);
  return folder;
}

function written(folder: string, output = 'dist'): Record<string, string> {
  const names = readdirSync(join(folder, output)).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, output, name), 'utf8')]));
}

const BEFORE = { 'a-secrets.k8s.yaml': 'secret', 'gone.k8s.yaml': 'old', 'kept.k8s.yaml': 'old' };
const WRITES = 'echo new >$CDK8S_OUTDIR/kept.k8s.yaml; echo new >$CDK8S_OUTDIR/more.k8s.yaml';

test('what an app writes takes the place of what was there', () => {
  const folder = folderWith(WRITES, BEFORE);
  expect(synth(folder)).toEqual({ status: 0, out: 'dist/kept.k8s.yaml\ndist/more.k8s.yaml\n', err: '' });
  expect(written(folder)).toEqual({ 'kept.k8s.yaml': 'new\n', 'more.k8s.yaml': 'new\n' });
  expect(readdirSync(folder).sort()).toEqual(['cdk8s.yaml', 'dist']);
});

test.each([
  [
    'fails after it has written',
    `${WRITES}; echo wrong >&2; exit 3`,
    'wrong\ncdk8s-jupyterhub: the app ended with status 3',
  ],
  ['is killed', `${WRITES}; kill $$`, 'cdk8s-jupyterhub: the app was ended by SIGTERM'],
  ['writes nothing', 'true', 'cdk8s-jupyterhub: the app wrote no manifest to the folder that CDK8S_OUTDIR names'],
])('what was there stays when an app %s', (_, app, message) => {
  const folder = folderWith(app, BEFORE);
  expect(synth(folder)).toEqual({
    status: 1,
    out: '',
    err: `${message}; dist is left as it was\n`,
  });
  expect(written(folder)).toEqual(BEFORE);
  expect(readdirSync(folder).sort()).toEqual(['cdk8s.yaml', 'dist']);
});

test('app and output can be given, as to cdk8s', () => {
  const folder = folderWith('false');
  expect(synth(folder, '--app', WRITES, '-o', 'out/manifests').status).toBe(0);
  expect(Object.keys(written(folder, 'out/manifests'))).toEqual(['kept.k8s.yaml', 'more.k8s.yaml']);
});

test('folders of an app are replaced too', () => {
  const folder = folderWith('mkdir $CDK8S_OUTDIR/a; echo new >$CDK8S_OUTDIR/a/new.yaml');
  mkdirSync(join(folder, 'dist/a'));
  writeFileSync(join(folder, 'dist/a/old.yaml'), 'old');
  expect(synth(folder).status).toBe(0);
  expect(written(folder, 'dist/a')).toEqual({ 'new.yaml': 'new\n' });
});

test('an app has to be named', () => {
  expect(synth(folderWith(undefined))).toEqual({
    status: 1,
    out: '',
    err: "cdk8s-jupyterhub: no app: name it in cdk8s.yaml, as 'app: node --import tsx main.ts'\n",
  });
});

describe('what is wrong with the options of an app is printed alone', () => {
  /** What is printed of a program with these lines between the making of an app and its synth. */
  function printed(lines: string): string {
    const folder = folderWith('node --import tsx main.ts', BEFORE);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const names = 'Allow, Authenticator, JupyterHub, Profile';
    const program = `import { App } from 'cdk8s';\nimport { ${names} } from '${ROOT}/lib';\nconst app = new App();\n${lines}\napp.synth();\n`;
    writeFileSync(join(folder, 'main.ts'), program);
    const { status, err } = synth(folder);
    expect(status).toBe(1);
    expect(written(folder)).toEqual(BEFORE);
    return err.replace(/^cdk8s-jupyterhub: .* ended with status 1; dist is left as it was\n/m, '');
  }
  const hub = (id: string, options = '') =>
    `new JupyterHub(app, '${id}', { namespace: 'n', authenticator: Authenticator.tmp({ allow: Allow.all() }), ${options} });`;

  test('values, with their place', () => {
    const values = "JupyterHub.fromHelmValues(app, 'jhub', { namespace: 'jhub', values: { hbu: {} } });";
    expect(printed(values)).toBe('main.ts:4:12: hbu: unknown key; did you mean hub?\n');
  });

  test('a call of a program, with its line', () => {
    expect(printed("Profile.of('Large', { options: { size: {} } });")).toBe(
      'main.ts:4:9: Large: option size has nothing to choose from: give it choices, or an unlistedChoice that is enabled\n',
    );
  });

  test('options of a wrong kind and those that there are not, each with the line of the hub', () => {
    expect(printed(hub('one', "debug: 'true' as never, ...{ hbu: {} }"))).toBe(
      `[one] main.ts:4:1: debug: must be true or false, but is the string "true"; remove the quotes\n` +
        '[one] main.ts:4:1: hbu: unknown option; did you mean hub?\n',
    );
  });

  test('the hubs of an app, all together', () => {
    expect(printed(`${hub('one')}\n${hub('two')}`)).toMatch(
      /^\[two\] main\.ts:5:1: one and two both have ConfigMap hub, .*; give one of them another namespace or fullnameOverride \[app\/same-names\]\n$/,
    );
  });

  test('a mistake of the program itself keeps its stack', () => {
    expect(printed('(undefined as never as () => void)();')).toMatch(/TypeError: .*\n +at .*main\.ts:4/);
  });
});

test('files of secrets are for their owner only, one that took the place of another too', () => {
  const folder = folderWith(
    'umask 022; mkdir $CDK8S_OUTDIR/a; for f in a-secrets.k8s.yaml a-secrets-c8fb7cf4.k8s.yaml a/Secret.hub.k8s.yaml b.k8s.yaml; do echo x >$CDK8S_OUTDIR/$f; done',
    BEFORE,
  );
  expect(synth(folder).status).toBe(0);
  const modes = ['a-secrets.k8s.yaml', 'a-secrets-c8fb7cf4.k8s.yaml', 'a/Secret.hub.k8s.yaml', 'b.k8s.yaml'].map(
    (name) => (statSync(join(folder, 'dist', name)).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(['600', '600', '600', '644']);
});

test.each([
  [
    'app: [',
    [],
    'cdk8s.yaml is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  ['app: {a: b}', [], 'cdk8s.yaml: app must be a string that is not empty'],
  ['app: echo\noutput: 3', [], 'cdk8s.yaml: output must be a string that is not empty'],
  ['app: echo', ['--app', ''], '--app must be a string that is not empty'],
  ['app: echo', ['-o', 'cdk8s.yaml'], 'cdk8s.yaml cannot be written: a part of its path is no directory'],
  ['app: echo', ['-o', 'cdk8s.yaml/dist'], 'cdk8s.yaml/dist cannot be written: it is there already'],
])('with %j in cdk8s.yaml and %j, one line tells what is wrong', (config, args, message) => {
  const folder = folderWith(undefined);
  writeFileSync(join(folder, 'cdk8s.yaml'), config);
  expect(synth(folder, ...args)).toEqual({ status: 1, out: '', err: `cdk8s-jupyterhub: ${message}\n` });
});
