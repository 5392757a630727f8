import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Hub, ImagePuller, Release, SecretValue } from '../../lib';
import { releaseObjects } from '../../lib/components/manifests';
import { somebodyMayEnter, jupyterhub } from '../support/program';

test('objects whose names differ by eight hexadecimal digits are two', () => {
  const { imagePuller } = jupyterhub({
    imagePuller: {
      hook: {
        serviceAccount: { name: 'sa-aaaaaaaa' },
        serviceAccountImagePuller: { name: 'sa-bbbbbbbb' },
      },
    },
  });
  const accounts = imagePuller.objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ name }) => name);
  expect(accounts).toEqual(expect.arrayContaining(['sa-aaaaaaaa', 'sa-bbbbbbbb']));
});

test('a label of the stage that pulls images moves no other object to its file', () => {
  const { proxy } = jupyterhub({
    proxy: { exposure: { service: { labels: { 'hub.jupyter.org/deletable': 'true' } } } },
  });
  expect(proxy.publicService.chart.node.id).toBe('jhub');
});

test('an object is found under its id, at the same place of each file', () => {
  const chart = new Chart(Testing.app(), 'team', { namespace: 'jhub' });
  const password = SecretValue.literal('a');
  const release = new Release('jhub', { ...somebodyMayEnter(), imagePullSecret: { create: true, password } });
  const hub = new Hub(new Construct(chart, 'a'), 'hub', release);
  const puller = new ImagePuller(new Construct(chart, 'a-puller'), 'puller', release);
  expect(hub.deployment.node.path).toBe('team/a/hub/deployment');
  expect(hub.objects.map(({ node }) => node.path)).toContain('team-secrets/a/hub/imagePullSecret');
  expect(puller.hookJob?.node.path).toBe('team-image-puller/a-puller/puller/hookJob');
});

test('two hubs composed in one chart have their secrets in one file', () => {
  const chart = new Chart(Testing.app(), 'both', { namespace: 'jhub' });
  const hubs = ['one', 'two'].map((name) => {
    const options = { ...somebodyMayEnter(), fullnameOverride: name, hub: { cookieSecret: SecretValue.literal(name) } };
    return new Hub(new Construct(chart, name), 'hub', new Release(name, options));
  });
  expect(
    hubs.flatMap(({ objects }) => objects.map(({ node }) => node.path)).filter((path) => /secrets/.test(path)),
  ).toEqual(['both-secrets/one/hub/literalsSecret', 'both-secrets/two/hub/literalsSecret']);
});

test('no two objects of a component have one id', () => {
  const { release } = jupyterhub({
    imagePullSecret: { create: true },
    scheduling: { podPriority: { enabled: true } },
    proxy: { tls: { enabled: true, letsencrypt: { contactEmail: 'a@example.org' }, hosts: ['example.org'] } },
  });
  const made = releaseObjects(release._installation);
  const ids = (['hub', 'proxy', 'imagePuller', 'userPlaceholder', 'userScheduler', 'spawner'] as const).map(
    (component) => release._objects(component).map(({ id }) => id),
  );
  expect(ids.flat()).toHaveLength(made.length);
  for (const own of ids) expect(new Set(own).size).toBe(own.length);
});
