import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { JupyterHub } from '../lib';
import { objects } from './support/objects';

type Values = Record<string, unknown>;

function synthesize(...releases: { id: string; release?: string; namespace: string; values?: Values }[]): () => void {
  const app: App = Testing.app();
  for (const { id, ...props } of releases) JupyterHub.fromHelmValues(app, id, { values: {}, ...props });
  return () => app.synth();
}

test('two releases, each in a namespace of its own, stand side by side in one app', () => {
  expect(synthesize({ id: 'a', namespace: 'a' }, { id: 'b', namespace: 'b' })).not.toThrow();
});

test('no object of one release has the name of one of the other', () => {
  const identities = (release: string) =>
    objects('scheduling: {podPriority: {enabled: true}}', release)
      .filter(({ metadata }) => metadata.namespace === undefined)
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(identities('a').length).toBeGreaterThan(3);
  expect(identities('a').filter((identity) => identities('b').includes(identity))).toEqual([]);
});

test('refuses two releases in one namespace, as their objects have the same names', () => {
  expect(synthesize({ id: 'a', namespace: 'jhub' }, { id: 'b', namespace: 'jhub' })).toThrow(
    'Deployment hub of namespace jhub is made by b/hub/deployment too: give one of them another namespace or name',
  );
});

test('two releases in one namespace are told apart by a prefix', () => {
  const prefix = (fullnameOverride: string) => ({ fullnameOverride });
  const a = { id: 'a', namespace: 'jhub', values: prefix('a') };
  const b = { id: 'b', namespace: 'jhub', values: prefix('b') };
  expect(synthesize(a, b)).not.toThrow();
});

test('refuses two releases of one name, as their objects in the whole cluster have the same names', () => {
  const one = { release: 'jhub', namespace: 'a' };
  expect(synthesize({ id: 'a', ...one }, { id: 'b', ...one, namespace: 'b' })).toThrow(
    'ClusterRole jhub-user-scheduler of the cluster is made by b/user-scheduler/clusterRole too',
  );
});

test('refuses two releases of one name whose prefixes differ, as pruning one would take the objects of the other', () => {
  const a = { id: 'a', release: 'jhub', namespace: 'a', values: { fullnameOverride: 'a' } };
  const b = { id: 'b', release: 'jhub', namespace: 'b', values: { fullnameOverride: 'b' } };
  expect(synthesize(a, b)).toThrow(
    "release jhub is b's too, and both have objects in the whole cluster: give one of them another release name",
  );
});

test('two releases of one name may stand side by side where they have nothing in the whole cluster', () => {
  const values = { scheduling: { userScheduler: { enabled: false } } };
  const one = { release: 'jhub', values };
  expect(synthesize({ id: 'a', ...one, namespace: 'a' }, { id: 'b', ...one, namespace: 'b' })).not.toThrow();
});

test("refuses an object of the app's own with the name of one of the release", () => {
  const app = Testing.app();
  const mine = new Chart(app, 'mine', { namespace: 'jhub' });
  new ApiObject(mine, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hub' } });
  JupyterHub.fromHelmValues(app, 'jhub', { namespace: 'jhub', values: {} });
  expect(() => app.synth()).toThrow('ConfigMap hub of namespace jhub is made by mine/config too');
});
