import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/synthesize';

const CLI = join(ROOT, 'bin/cdk8s-jupyterhub');

/** Runs a script of bash that finds the command line in `$CLI` and values in `values.yaml`. */
function bash(script: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'output-'));
  writeFileSync(join(cwd, 'values.yaml'), 'hub: {baseUrl: /jupyter/}');
  const env = { ...process.env, CLI };
  const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

const RENDER = '$CLI render --release jhub --namespace jhub';

test('output that finds no space is told in one line', () => {
  const message = 'cdk8s-jupyterhub: standard output cannot be written: no space left on the device\n';
  expect(bash(`${RENDER} > /dev/full`)).toEqual({ status: 1, out: '', err: message });
});

test('output of which a file takes only a part is told too', () => {
  const { status, err } = bash(`trap '' XFSZ; ulimit -f 8; ${RENDER} > out`);
  expect(status).toBe(1);
  expect(err).toBe('cdk8s-jupyterhub: standard output cannot be written: the file would be too large\n');
});

test('whoever has seen enough may stop reading', () => {
  expect(bash(`${RENDER} | head -1`)).toEqual({ status: 0, out: 'apiVersion: v1\n', err: '' });
});

test('a warning or an error that nobody reads changes nothing', () => {
  const values = 'echo "singleuser: {memory: {limit: 4Gi}}" > values.yaml';
  expect(bash(`${values}; ${RENDER} -f values.yaml 2>/dev/full >/dev/null`).status).toBe(0);
  expect(bash(`${values}; ${RENDER} -f values.yaml 2>&1 >/dev/null | (exec <&-; sleep 1)`).status).toBe(0);
  expect(bash(`${RENDER} -f none.yaml 2>/dev/full`).status).toBe(1);
});

test('values are read from standard input', () => {
  expect(bash(`${RENDER} -f - < values.yaml`).out).toBe(bash(`${RENDER} -f values.yaml`).out);
  expect(bash(`echo 'hub: {baseUrl: 1}' | ${RENDER} -f -`).err).toBe(
    '<stdin>:1:7: hub.baseUrl: must be a string, but is 1; put it in quotes\n',
  );
});

test('standard input can be given once', () => {
  expect(bash(`${RENDER} -f - --secret-file - < values.yaml`)).toEqual({
    status: 1,
    out: '',
    err: 'standard input is given more than once, but can be read only once\n',
  });
});
