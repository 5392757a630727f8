import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, YamlOutputType } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { Allow, Authenticator, JupyterHub, JupyterHubProps, Profile, SecretValue } from '../../lib';

const FILE = 'review/jhub-user-pods.yaml.txt';

function synth(props: Partial<JupyterHubProps>, yamlOutputType = YamlOutputType.FILE_PER_CHART): string {
  const outdir = mkdtempSync(join(tmpdir(), 'review-'));
  const app = new App({ outdir, yamlOutputType });
  const authenticator = Authenticator.tmp({ allow: Allow.all() });
  const jhub = new JupyterHub(app, 'jhub', { namespace: 'jhub', authenticator, ...props });
  jhub.spawner.addProfile(Profile.of('Added later'));
  app.synth();
  return outdir;
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

test('the objects of a sample user are written beside the manifests, which stay as they are', () => {
  const [without, folder] = [synth({}), synth({ review: true })];
  expect(existsSync(join(without, 'review'))).toBe(false);
  expect(read(folder, 'jhub.k8s.yaml')).toBe(read(without, 'jhub.k8s.yaml'));
  const documents = parseAllDocuments(read(folder, FILE)).map((one) => one.toJS() as { metadata: { name: string } });
  expect(documents.map(({ metadata }) => metadata.name)).toEqual([
    'claim-alice',
    'jupyter-alice',
    'claim-alice',
    'jupyter-alice',
  ]);
  expect(read(folder, FILE)).toContain('# profile added-later\n');
});

test('nothing that looks for manifests in all folders finds them', () => {
  expect(readdirSync(join(synth({ review: true }), 'review')).filter((file) => /\.(ya?ml|json)$/.test(file))).toEqual(
    [],
  );
});

test('they are there whatever files the app writes, and the same each time', () => {
  const [one, other] = [YamlOutputType.FILE_PER_APP, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE];
  expect(read(synth({ review: true }, one), FILE)).toBe(read(synth({ review: true }, other), FILE));
});

test('no secret is in them', () => {
  const extraEnv = { API_TOKEN: 'hunter2', OTHER: SecretValue.literal('hunter2') };
  const text = read(synth({ review: true, spawner: { extraEnv } }), FILE);
  expect(text).toContain('API_TOKEN');
  expect(text).not.toContain('hunter2');
});

test('values can ask for them too', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'review-')) });
  JupyterHub.fromHelmValues(app, 'jhub', {
    namespace: 'jhub',
    review: true,
    values: { hub: { extraConfig: { a: 'c.KubeSpawner.x(1)' } } },
  });
  app.synth();
  expect(read(app.outdir, FILE)).toContain('hub.extraConfig.a');
});
