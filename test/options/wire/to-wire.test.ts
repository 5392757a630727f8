import { Duration, Size, Testing } from 'cdk8s';
import {
  ConfigMap,
  Cpu,
  EnvValue,
  ImagePullPolicy,
  k8s,
  PersistentVolumeClaim,
  Secret,
  ServiceAccount,
  Volume,
} from 'cdk8s-plus-28';
import { Profile, SecretValue, Storage } from '../../../lib';
import { configuration, jupyterhub, written } from '../../support/program';

const hubContainer = (props: Parameters<typeof jupyterhub>[0]) =>
  written(jupyterhub(props), 'Deployment', 'hub').spec.template.spec.containers[0];

test('structs of Kubernetes are written in its own words', () => {
  const initContainers: k8s.Container[] = [
    {
      name: 'a',
      image: 'b',
      ports: [{ containerPort: 1, hostIp: '10.0.0.1' }],
      resources: { limits: { memory: k8s.Quantity.fromString('1Gi'), hostIp: k8s.Quantity.fromNumber(2) } },
      readinessProbe: { httpGet: { port: k8s.IntOrString.fromString('http') } },
    },
  ];
  expect(
    written(jupyterhub({ hub: { initContainers } }), 'Deployment', 'hub').spec.template.spec.initContainers,
  ).toEqual([
    {
      name: 'a',
      image: 'b',
      ports: [{ containerPort: 1, hostIP: '10.0.0.1' }],
      resources: { limits: { memory: '1Gi', hostIp: 2 } },
      readinessProbe: { httpGet: { port: 'http' } },
    },
  ]);
});

test('a field of a newer Kubernetes is passed on', () => {
  const volume = { name: 'model', image: { reference: 'models/a:1' } };
  const { volumes } = written(jupyterhub({ hub: { extraVolumes: [volume] } }), 'Deployment', 'hub').spec.template.spec;
  expect(volumes).toContainEqual(volume);
});

test('a field of a Kubernetes that is not known yet is passed on in an override', () => {
  const tolerations = [{ key: 'a', operator: 'Exists', comesLater: { a: 1 } }];
  const { spec } = written(jupyterhub({ overrides: { hub: { tolerations } } }), 'Deployment', 'hub').spec.template;
  expect(spec.tolerations).toContainEqual(tolerations[0]);
});

test('quantities of cdk8s are written as Kubernetes writes them', () => {
  const resources = { requests: { cpu: Cpu.millis(200), memory: Size.mebibytes(512) }, limits: { 'example.org/x': 1 } };
  expect(hubContainer({ hub: { resources } }).resources).toEqual({
    requests: { cpu: '200m', memory: '512Mi' },
    limits: { 'example.org/x': 1 },
  });
});

test('CPU, memory and times of users are written as KubeSpawner takes them', () => {
  const spawner = {
    cpu: { limit: Cpu.units(2), guarantee: Cpu.millis(250) },
    memory: { limit: Size.gibibytes(4), guarantee: '1G' },
    startTimeout: Duration.minutes(10),
  };
  expect(configuration(jupyterhub({ spawner })).KubeSpawner).toMatchObject({
    cpu_limit: 2,
    cpu_guarantee: 0.25,
    mem_limit: '4G',
    mem_guarantee: '1G',
    start_timeout: 600,
  });
});

test('culling takes durations', () => {
  const hub = jupyterhub({ culling: { timeout: Duration.hours(2), every: Duration.minutes(5) } });
  expect(configuration(hub).JupyterHub.services[0].command).toEqual(
    expect.arrayContaining(['--timeout=7200', '--cull-every=300']),
  );
});

test('environment variables are texts, secrets, or found by Kubernetes', () => {
  const extraEnv = {
    TEXT: 'a',
    SECRET: SecretValue.fromSecret('keys', 'k'),
    PLUS: EnvValue.fromValue('b'),
    FIELD: { fieldRef: { fieldPath: 'status.podIP' } },
  };
  expect(hubContainer({ hub: { extraEnv } }).env).toEqual(
    expect.arrayContaining([
      { name: 'TEXT', value: 'a' },
      { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'keys', key: 'k' } } },
      { name: 'PLUS', value: 'b' },
      { name: 'FIELD', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    ]),
  );
});

test('objects of cdk8s-plus stand for their names', () => {
  const chart = Testing.chart();
  const secret = Secret.fromSecretName(chart, 'secret', 'pull');
  const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'homes');
  const account = ServiceAccount.fromServiceAccountName(chart, 'account', 'users');
  const hub = jupyterhub({
    imagePullSecrets: [secret, 'other'],
    hub: { serviceAccount: { create: false, name: account }, cookieSecret: SecretValue.fromSecret(secret, 'cookie') },
    spawner: { serviceAccountName: account, storage: Storage.static({ pvcName: claim }) },
  });
  const { serviceAccountName, imagePullSecrets } = written(hub, 'Deployment', 'hub').spec.template.spec;
  expect(imagePullSecrets).toEqual([{ name: 'pull' }, { name: 'other' }]);
  expect(serviceAccountName).toBe('users');
  expect(configuration(hub).KubeSpawner).toMatchObject({
    service_account: 'users',
    volumes: { home: { persistentVolumeClaim: { claimName: 'homes' } } },
  });
});

test('volumes of cdk8s-plus are taken wherever a volume is', () => {
  const chart = Testing.chart();
  const settings = ConfigMap.fromConfigMapName(chart, 'map', 'settings');
  const volume = Volume.fromConfigMap(chart, 'volume', settings, { items: { a: { path: 'b', mode: 0o600 } } });
  const scratch = Volume.fromEmptyDir(chart, 'scratch', 'scratch', { sizeLimit: Size.gibibytes(1) });
  const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'data');
  const data = Volume.fromPersistentVolumeClaim(chart, 'data', claim, { readOnly: true });
  const hub = jupyterhub({
    hub: { extraVolumes: [volume] },
    spawner: {
      storage: { extraVolumes: { scratch } },
      profiles: [Profile.of('Data', { storage: { extraVolumes: [data] } })],
    },
  });
  hub.spawner.addVolume(volume, { mountPath: '/settings' });
  const configMap = { name: 'settings', items: [{ key: 'a', path: 'b', mode: 0o600 }] };
  const expected = { name: 'configmap-settings', configMap };
  expect(written(hub, 'Deployment', 'hub').spec.template.spec.volumes).toContainEqual(expected);
  const { volumes, profile_list: profiles } = configuration(hub).KubeSpawner;
  expect(volumes).toMatchObject({
    'configmap-settings': expected,
    scratch: { name: 'scratch', emptyDir: { sizeLimit: '1024Mi' } },
  });
  expect(Object.values(profiles[0].kubespawner_override.volumes)).toEqual([
    { name: data.name, persistentVolumeClaim: { claimName: 'data', readOnly: true } },
  ]);
});

test('overrides are laid over all other options, and null takes a default away', () => {
  const overrides = {
    hub: { containerSecurityContext: { runAsUser: null }, image: { pullPolicy: 'Never' } },
    spawner: { memory: { guarantee: null } },
  };
  const hub = jupyterhub({ overrides, hub: { image: { pullPolicy: ImagePullPolicy.ALWAYS } } });
  const [container] = written(hub, 'Deployment', 'hub').spec.template.spec.containers;
  expect(container.imagePullPolicy).toBe('Never');
  expect(container.securityContext).not.toHaveProperty('runAsUser');
  expect(container.securityContext).toHaveProperty('runAsGroup', 1000);
  expect(configuration(hub).KubeSpawner).not.toHaveProperty('mem_guarantee');
});

test('a PodDisruptionBudget has the number that is given, and no other', () => {
  const hub = jupyterhub({ hub: { pdb: { enabled: true, maxUnavailable: '50%' } } });
  expect(written(hub, 'PodDisruptionBudget', 'hub').spec).toMatchObject({ maxUnavailable: '50%' });
  expect(written(hub, 'PodDisruptionBudget', 'hub').spec).not.toHaveProperty('minAvailable');
});

test('an empty command is the image’s own', () => {
  expect(configuration(jupyterhub({ spawner: { cmd: ['a'] } })).Spawner.cmd).toEqual(['a']);
  expect(configuration(jupyterhub({ spawner: { cmd: [] } })).Spawner).not.toHaveProperty('cmd');
});
