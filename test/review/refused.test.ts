import { Tree } from '../../lib/data/maps';
import { Manifest } from '../../lib/kubernetes/manifest';
import { effectsOf, object, workload } from './objects';

const refused = (before: Manifest, after: Manifest) =>
  effectsOf([before], [after])?.refused.map(({ object: name, field }) => `${name} ${field}`) ?? [];

const claim = (spec: Tree) =>
  object('PersistentVolumeClaim', 'c', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
  });
const size = (storage: string) => ({ resources: { requests: { storage } } });
const job = (spec: Tree) =>
  object(
    'Job',
    'j',
    { spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'img:1' }] } }, ...spec } },
    'batch/v1',
  );
const binding = (name: string, kind = 'Role') =>
  object(
    'RoleBinding',
    'b',
    { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name } },
    'rbac.authorization.k8s.io/v1',
  );
const service = (spec: Tree) => object('Service', 's', { spec: { ports: [{ port: 80 }], ...spec } });

test.each(['Deployment', 'StatefulSet', 'DaemonSet'])('the selector of a %s stays', (kind) => {
  const after = workload(
    kind,
    {},
    { selector: { matchLabels: { app: 'w', more: 'x' } }, template: { metadata: { labels: { more: 'x' } } } },
  );
  expect(refused(workload(kind), after)).toEqual([`${kind}/w spec.selector`]);
});

test('a workload must have the labels that it selects', () => {
  const after = workload('Deployment', {}, { template: { metadata: { labels: { app: 'other' } } } });
  expect(refused(workload(), after)).toEqual(['Deployment/w spec.template.metadata.labels']);
});

test('claims keep their class, their modes and at least their size', () => {
  expect(refused(claim({ storageClassName: 'a' }), claim({ storageClassName: 'b' }))).toEqual([
    'PersistentVolumeClaim/c spec.storageClassName',
  ]);
  expect(refused(claim({}), claim({ accessModes: ['ReadWriteMany'] }))).toEqual([
    'PersistentVolumeClaim/c spec.accessModes',
  ]);
  expect(refused(claim({}), claim(size('500Mi')))).toEqual(['PersistentVolumeClaim/c spec.resources.requests.storage']);
  expect(refused(claim({}), claim(size('2Gi')))).toEqual([]);
  expect(refused(claim({}), claim({ ...size('1024Mi'), volumeMode: 'Filesystem' }))).toEqual([]);
});

test('a Job keeps its template, not its deadline', () => {
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'img:2' }] } };
  expect(refused(job({}), job({ template }))).toEqual(['Job/j spec.template']);
  expect(refused(job({}), job({ completions: 2 }))).toEqual(['Job/j spec.completions']);
  expect(refused(job({}), job({ backoffLimit: 2, activeDeadlineSeconds: 9, ttlSecondsAfterFinished: 5 }))).toEqual([]);
});

test('a StatefulSet keeps all but a few fields', () => {
  const before = workload('StatefulSet');
  expect(refused(before, workload('StatefulSet', {}, { serviceName: 's' }))).toEqual([
    'StatefulSet/w spec.serviceName',
  ]);
  expect(refused(before, workload('StatefulSet', {}, { podManagementPolicy: 'Parallel' }))).toEqual([
    'StatefulSet/w spec.podManagementPolicy',
  ]);
  expect(
    refused(
      before,
      workload('StatefulSet', {}, { podManagementPolicy: 'OrderedReady', replicas: 2, minReadySeconds: 5 }),
    ),
  ).toEqual([]);
});

test('a binding keeps its role, a PriorityClass its value', () => {
  expect(refused(binding('r'), binding('r', 'ClusterRole'))).toEqual(['RoleBinding/b roleRef']);
  const priority = (fields: Tree) => object('PriorityClass', 'p', fields, 'scheduling.k8s.io/v1');
  expect(refused(priority({ value: 1 }), priority({ value: 2 }))).toEqual(['PriorityClass/p value']);
  expect(
    refused(priority({ value: 1 }), priority({ value: 1, description: 'x', preemptionPolicy: 'PreemptLowerPriority' })),
  ).toEqual([]);
});

test('a Service keeps its address, not its type', () => {
  expect(refused(service({}), service({ clusterIP: 'None' }))).toEqual(['Service/s spec.clusterIP']);
  expect(refused(service({ clusterIP: 'None' }), service({}))).toEqual([]);
  expect(refused(service({ type: 'LoadBalancer' }), service({ type: 'ClusterIP' }))).toEqual([]);
});

test('immutable data stays', () => {
  const map = (fields: Tree) => object('ConfigMap', 'm', fields);
  expect(refused(map({ immutable: true, data: { a: '1' } }), map({ immutable: true, data: { a: '2' } }))).toEqual([
    'ConfigMap/m data',
  ]);
  expect(refused(map({ immutable: true, data: { a: '1' } }), map({ data: { a: '1' } }))).toEqual([
    'ConfigMap/m immutable',
  ]);
  const secret = (fields: Tree) => object('Secret', 's', fields);
  expect(
    refused(secret({ immutable: true, data: { a: 'MQ==' } }), secret({ immutable: true, stringData: { a: '1' } })),
  ).toEqual([]);
  expect(refused(secret({}), secret({ type: 'kubernetes.io/tls' }))).toEqual(['Secret/s type']);
});
