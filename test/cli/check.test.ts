import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, CheckOptions } from '../../lib/cli/check';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const file = join(folder, 'config.yaml');

function run(values: string, options: CheckOptions = {}) {
  writeFileSync(file, values);
  const { output, status } = check({ release: 'jhub', namespace: 'jhub', files: [file] }, options);
  return { output: output.split(`${folder}/`).join(''), status };
}

const WARNING = 'singleuser:\n  extraEnv:\n    PORT: 80\n';
const TOLD =
  'singleuser.extraEnv.PORT: must be a string or a map with valueFrom, but is 80: no server starts; put it in quotes [user-pod/environment]';

test('values without fault pass', () => {
  expect(run('hub: {baseUrl: /x}')).toEqual({ output: '0 errors, 0 warnings, 0 notes\n', status: 0 });
});

test('errors come first, with warnings in the same run', () => {
  expect(run(`${WARNING}hub: {bseUrl: /x}`)).toEqual({
    output: `error: config.yaml:4:7: hub.bseUrl: unknown key; did you mean hub.baseUrl?\nwarning: config.yaml:3:5: ${TOLD}\n1 errors, 1 warnings, 0 notes\n`,
    status: 1,
  });
});

test('warnings pass, unless they are strict', () => {
  expect(run(WARNING).status).toBe(0);
  expect(run(WARNING, { strict: true }).status).toBe(1);
});

test('a comment on the line allows a warning, and is listed', () => {
  const values = WARNING.replace('80', '80 # allow: user-pod/environment: our own spawner takes numbers');
  expect(run(values, { strict: true })).toEqual({
    output: `warning: config.yaml:3:5: ${TOLD} (allowed: our own spawner takes numbers)\n0 errors, 0 warnings, 0 notes, 1 allowed\n`,
    status: 0,
  });
});

test.each([
  '# allow: user-pod/environment:',
  '# allow: tls/incomplete: a reason',
  '# allow user-pod/environment: a reason',
])('a comment without reason, or of another rule, allows nothing: %s', (comment) => {
  expect(run(WARNING.replace('80', `80 ${comment}`), { strict: true }).status).toBe(1);
});

test('JSON holds the same', () => {
  expect(JSON.parse(run(WARNING, { format: 'json' }).output)).toEqual({
    findings: [
      {
        id: 'user-pod/environment',
        severity: 'warning',
        path: 'singleuser.extraEnv.PORT',
        message: TOLD.replace('singleuser.extraEnv.PORT: ', ''),
        file: 'config.yaml',
        line: 3,
        column: 5,
      },
    ],
  });
});

test('a file that cannot be read is a finding like another', () => {
  expect(run('a: [', { format: 'json' }).status).toBe(1);
  expect(JSON.parse(run('a: [', { format: 'json' }).output).findings[0]).toMatchObject({
    id: 'values/schema',
    file: 'config.yaml',
  });
});

test('SARIF has the place, the rule and the reason', () => {
  const values = WARNING.replace('80', '80 # allow: user-pod/environment: as it is');
  const [{ tool, results }] = JSON.parse(run(values, { format: 'sarif' }).output).runs;
  expect(tool.driver.rules).toContainEqual({
    id: 'user-pod/mount-without-volume',
    shortDescription: { text: "A mount of users' servers without its volume" },
    help: {
      text: "A mount of users' servers without its volume: Kubernetes refuses the pod; add the volume to singleuser.storage.extraVolumes [user-pod/mount-without-volume]",
    },
    helpUri:
      'https://github.com/cdk8s-jupyterhub/cdk8s-jupyterhub/blob/main/docs/rules.md#user-podmount-without-volume',
  });
  expect(results).toEqual([
    {
      ruleId: 'user-pod/environment',
      level: 'warning',
      message: { text: TOLD },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'config.yaml' }, region: { startLine: 3, startColumn: 5 } } },
      ],
      suppressions: [{ kind: 'inSource', justification: 'as it is' }],
    },
  ]);
});
