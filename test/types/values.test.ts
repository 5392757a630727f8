import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { HelmValuesProps, JupyterHub } from '../../lib';
import { at, idle, made, row, secret, testRows, trait } from './table';

const folder = mkdtempSync(join(tmpdir(), 'values-'));
const valuesFile = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

beforeAll(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

testRows<HelmValuesProps>(
  'fromHelmValues',
  (options) => JupyterHub.fromHelmValues(Testing.app(), 'jhub', options).release,
  {
    release: row('other', at('Deployment hub', 'metadata.labels', { release: 'other' })),
    namespace: row('other', at('Deployment hub', 'metadata.namespace')),
    files: row(
      [valuesFile('a.yaml', 'hub: {concurrentSpawnLimit: 5}\n')],
      trait('JupyterHub.concurrent_spawn_limit', 5),
    ),
    secretFiles: row(
      [valuesFile('b.yaml', 'hub: {config: {DummyAuthenticator: {password: s3cret}}}\n')],
      secret('hub-literals', 'config.yaml', expect.stringContaining('password: s3cret')),
    ),
    values: row({ proxy: { chp: { pdb: { enabled: true } } } }, made('PodDisruptionBudget proxy')),
    argoCd: row(true, at('Job hook-image-awaiter', 'metadata.annotations', { 'argocd.argoproj.io/hook': 'Sync' })),
    review: idle(true, 'it writes a file beside the manifests: test/constructs/review.test.ts'),
  },
  { namespace: 'jhub' },
);
