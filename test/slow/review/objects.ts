import { Tree } from '../../../lib/data/maps';
import { Case, change, object, template } from './case';

const claim = (spec: Tree = {}): Tree => ({
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
});
const size = (storage: string) => ({ resources: { requests: { storage } } });
const job = (spec: Tree = {}, container: Tree = {}): Tree => ({
  spec: { template: template(container, { restartPolicy: 'Never' }, { labels: {} }), ...spec },
});
const service = (spec: Tree = {}): Tree => ({ spec: { selector: { app: 'x' }, ports: [{ port: 80 }], ...spec } });
const binding = (roleRef: Tree, subjects: Tree[] = []): Tree => ({
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r', ...roleRef },
  subjects,
});
const RBAC = 'rbac.authorization.k8s.io/v1';

const account = (name: string): Tree => ({ kind: 'ServiceAccount', name, namespace: 'default' });

const ONE_KIND: readonly Case[] = (
  [
    [
      'the default class is named',
      'PersistentVolumeClaim',
      'v1',
      claim({ storageClassName: 'standard' }),
      claim({ storageClassName: 'other' }),
    ],
    ['a class no more', 'PersistentVolumeClaim', 'v1', claim({ storageClassName: 'standard' }), claim()],
    ['smaller', 'PersistentVolumeClaim', 'v1', claim(size('2Gi')), claim(size('1Gi'))],
    ['the same size', 'PersistentVolumeClaim', 'v1', claim(), claim(size('1024Mi'))],
    ['other modes', 'PersistentVolumeClaim', 'v1', claim(), claim({ accessModes: ['ReadWriteMany'] })],
    ['the default mode', 'PersistentVolumeClaim', 'v1', claim(), claim({ volumeMode: 'Filesystem' })],
    ['a block device', 'PersistentVolumeClaim', 'v1', claim(), claim({ volumeMode: 'Block' })],
    ['a label', 'PersistentVolumeClaim', 'v1', claim(), { ...claim(), metadata: { labels: { a: '1' } } }],
    ['a selector', 'PersistentVolumeClaim', 'v1', claim(), claim({ selector: { matchLabels: { a: '1' } } })],
    ['another image', 'Job', 'batch/v1', job(), job({}, { image: 'img:2' })],
    [
      'the same defaults',
      'Job',
      'batch/v1',
      job(),
      job(
        { backoffLimit: 6, completions: 1, parallelism: 1, completionMode: 'NonIndexed' },
        { imagePullPolicy: 'IfNotPresent' },
      ),
    ],
    ['more completions', 'Job', 'batch/v1', job(), job({ completions: 3 })],
    ['more at once', 'Job', 'batch/v1', job({ completions: 3 }), job({ completions: 3, parallelism: 2 })],
    [
      'indexed, more of both',
      'Job',
      'batch/v1',
      job({ completionMode: 'Indexed', completions: 2, parallelism: 2 }),
      job({ completionMode: 'Indexed', completions: 3, parallelism: 3 }),
    ],
    [
      'its end',
      'Job',
      'batch/v1',
      job(),
      job({ backoffLimit: 2, activeDeadlineSeconds: 900, ttlSecondsAfterFinished: 900 }),
    ],
    ['suspended', 'Job', 'batch/v1', job(), job({ suspend: true })],
    ['a label of the Job', 'Job', 'batch/v1', job(), { ...job(), metadata: { labels: { a: '1' } } }],
    [
      'schedule and image',
      'CronJob',
      'batch/v1',
      { spec: { schedule: '0 0 1 1 *', jobTemplate: job() } },
      { spec: { schedule: '0 0 2 1 *', jobTemplate: job({}, { image: 'img:2' }) } },
    ],
    ['a label', 'Service', 'v1', service(), { ...service(), metadata: { labels: { a: '1' } } }],
    ['no address', 'Service', 'v1', service(), service({ clusterIP: 'None' })],
    ['an address again', 'Service', 'v1', service({ clusterIP: 'None' }), service()],
    ['to a node port', 'Service', 'v1', service(), service({ type: 'NodePort' })],
    ['from a node port', 'Service', 'v1', service({ type: 'NodePort' }), service()],
    ['to a load balancer', 'Service', 'v1', service(), service({ type: 'LoadBalancer' })],
    ['from a load balancer', 'Service', 'v1', service({ type: 'LoadBalancer' }), service({ type: 'ClusterIP' })],
    [
      'no address, to a load balancer',
      'Service',
      'v1',
      service({ clusterIP: 'None' }),
      service({ type: 'LoadBalancer' }),
    ],
    [
      'a class of load balancers',
      'Service',
      'v1',
      service({ type: 'LoadBalancer' }),
      service({ type: 'LoadBalancer', loadBalancerClass: 'example.org/x' }),
    ],
    [
      'a class from the start',
      'Service',
      'v1',
      service(),
      service({ type: 'LoadBalancer', loadBalancerClass: 'example.org/x' }),
    ],
    [
      'to a name elsewhere',
      'Service',
      'v1',
      service(),
      { spec: { type: 'ExternalName', externalName: 'example.org' } },
    ],
    [
      'from a name elsewhere',
      'Service',
      'v1',
      { spec: { type: 'ExternalName', externalName: 'example.org' } },
      service(),
    ],
    [
      'ports and selector',
      'Service',
      'v1',
      service(),
      service({ selector: { app: 'y' }, ports: [{ port: 81, name: 'b' }], sessionAffinity: 'ClientIP' }),
    ],
    ['another role', 'RoleBinding', RBAC, binding({}), binding({ name: 'other' })],
    ['a role of the cluster', 'RoleBinding', RBAC, binding({}), binding({ kind: 'ClusterRole', name: 'view' })],
    ['another subject', 'RoleBinding', RBAC, binding({}, [account('a')]), binding({}, [account('b')])],
    ['a right', 'Role', RBAC, { rules: [] }, { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] }],
    ['another type', 'Secret', 'v1', { stringData: { a: '1' } }, { type: 'example.org/x', stringData: { a: '1' } }],
    ['the default type', 'Secret', 'v1', { stringData: { a: '1' } }, { type: 'Opaque', data: { a: 'MQ==' } }],
    ['other data', 'Secret', 'v1', { stringData: { a: '1' } }, { stringData: { a: '2' } }],
    [
      'other data of what is immutable',
      'Secret',
      'v1',
      { immutable: true, data: { a: 'MQ==' } },
      { immutable: true, data: { a: 'Mg==' } },
    ],
    [
      'other data of what is immutable',
      'ConfigMap',
      'v1',
      { immutable: true, data: { a: '1' } },
      { immutable: true, data: { a: '2' } },
    ],
    ['immutable no more', 'ConfigMap', 'v1', { immutable: true, data: { a: '1' } }, { data: { a: '1' } }],
    ['immutable from now on', 'ConfigMap', 'v1', { data: { a: '1' } }, { immutable: true, data: { a: '2' } }],
    [
      'a label of what is immutable',
      'ConfigMap',
      'v1',
      { immutable: true, data: { a: '1' } },
      { immutable: true, data: { a: '1' }, metadata: { labels: { a: '1' } } },
    ],
    [
      'other rules',
      'NetworkPolicy',
      'networking.k8s.io/v1',
      { spec: { podSelector: {} } },
      { spec: { podSelector: { matchLabels: { a: '1' } }, policyTypes: ['Egress'] } },
    ],
    [
      'another class',
      'Ingress',
      'networking.k8s.io/v1',
      { spec: { ingressClassName: 'a', defaultBackend: { service: { name: 's', port: { number: 80 } } } } },
      { spec: { ingressClassName: 'b', defaultBackend: { service: { name: 't', port: { number: 80 } } } } },
    ],
    [
      'another selector',
      'PodDisruptionBudget',
      'policy/v1',
      { spec: { maxUnavailable: 1, selector: { matchLabels: { a: '1' } } } },
      { spec: { maxUnavailable: 2, selector: { matchLabels: { a: '2' } } } },
    ],
    [
      'another image',
      'Pod',
      'v1',
      { spec: template().spec as Tree },
      { spec: template({ image: 'img:2' }).spec as Tree },
    ],
    [
      'a variable',
      'Pod',
      'v1',
      { spec: template().spec as Tree },
      { spec: template({ env: [{ name: 'A', value: '1' }] }).spec as Tree },
    ],
    [
      'other scopes',
      'ResourceQuota',
      'v1',
      { spec: { hard: { pods: '5' } } },
      { spec: { hard: { pods: '5' }, scopes: ['BestEffort'] } },
    ],
    ['another limit', 'ResourceQuota', 'v1', { spec: { hard: { pods: '5' } } }, { spec: { hard: { pods: '6' } } }],
    [
      'another target',
      'HorizontalPodAutoscaler',
      'autoscaling/v2',
      { spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' } } },
      { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'b' } } },
    ],
    ['the token', 'ServiceAccount', 'v1', {}, { automountServiceAccountToken: false }],
  ] as const
).map(([name, kind, apiVersion, before, after]) => change(name, kind, apiVersion, before as Tree, after as Tree));

/** Objects of the whole cluster, each of a name of its own. */
const CLUSTER: readonly Case[] = (
  [
    ['value', 'PriorityClass', 'scheduling.k8s.io/v1', { value: 1 }, { value: 2 }],
    [
      'description',
      'PriorityClass',
      'scheduling.k8s.io/v1',
      { value: 1 },
      { value: 1, description: 'd', preemptionPolicy: 'PreemptLowerPriority' },
    ],
    ['preemption', 'PriorityClass', 'scheduling.k8s.io/v1', { value: 1 }, { value: 1, preemptionPolicy: 'Never' }],
    [
      'parameters',
      'StorageClass',
      'storage.k8s.io/v1',
      { provisioner: 'example.org/p' },
      { provisioner: 'example.org/p', parameters: { a: '1' } },
    ],
    [
      'provisioner',
      'StorageClass',
      'storage.k8s.io/v1',
      { provisioner: 'example.org/p' },
      { provisioner: 'example.org/q' },
    ],
    [
      'what happens to volumes',
      'StorageClass',
      'storage.k8s.io/v1',
      { provisioner: 'example.org/p' },
      { provisioner: 'example.org/p', reclaimPolicy: 'Retain' },
    ],
    [
      'when it binds',
      'StorageClass',
      'storage.k8s.io/v1',
      { provisioner: 'example.org/p' },
      { provisioner: 'example.org/p', volumeBindingMode: 'WaitForFirstConsumer' },
    ],
    [
      'defaults and growth',
      'StorageClass',
      'storage.k8s.io/v1',
      { provisioner: 'example.org/p' },
      {
        provisioner: 'example.org/p',
        reclaimPolicy: 'Delete',
        volumeBindingMode: 'Immediate',
        allowVolumeExpansion: true,
      },
    ],
    [
      'options of mounts',
      'StorageClass',
      'storage.k8s.io/v1',
      { provisioner: 'example.org/p' },
      { provisioner: 'example.org/p', mountOptions: ['ro'] },
    ],
    [
      'topologies',
      'StorageClass',
      'storage.k8s.io/v1',
      { provisioner: 'example.org/p' },
      { provisioner: 'example.org/p', allowedTopologies: [{ matchLabelExpressions: [{ key: 'k', values: ['a'] }] }] },
    ],
    [
      'another role',
      'ClusterRoleBinding',
      RBAC,
      binding({ kind: 'ClusterRole' }),
      binding({ kind: 'ClusterRole', name: 'other' }),
    ],
    [
      'a right',
      'ClusterRole',
      RBAC,
      { rules: [] },
      { rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get'] }] },
    ],
    [
      'controller',
      'IngressClass',
      'networking.k8s.io/v1',
      { spec: { controller: 'example.org/a' } },
      { spec: { controller: 'example.org/b' } },
    ],
    ['handler', 'RuntimeClass', 'node.k8s.io/v1', { handler: 'a' }, { handler: 'b' }],
    [
      'attachment',
      'CSIDriver',
      'storage.k8s.io/v1',
      { spec: { attachRequired: true } },
      { spec: { attachRequired: false } },
    ],
    ['groups of files', 'CSIDriver', 'storage.k8s.io/v1', { spec: {} }, { spec: { fsGroupPolicy: 'File' } }],
    [
      'life of volumes',
      'CSIDriver',
      'storage.k8s.io/v1',
      { spec: {} },
      { spec: { volumeLifecycleModes: ['Ephemeral'] } },
    ],
    [
      'pods',
      'CSIDriver',
      'storage.k8s.io/v1',
      { spec: {} },
      { spec: { podInfoOnMount: true, requiresRepublish: true } },
    ],
    ['where it is', 'PersistentVolume', 'v1', volume('/a'), volume('/b')],
    ['capacity', 'PersistentVolume', 'v1', volume('/a'), volume('/a', { capacity: { storage: '2Gi' } })],
    [
      'life',
      'PersistentVolume',
      'v1',
      volume('/a'),
      volume('/a', { persistentVolumeReclaimPolicy: 'Retain', storageClassName: 'y', mountOptions: ['ro'] }),
    ],
  ] as const
).map(([name, kind, apiVersion, before, after]) => change(name, kind, apiVersion, before as Tree, after as Tree));

function volume(path: string, spec: Tree = {}): Tree {
  return {
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'none',
      hostPath: { path },
      ...spec,
    },
  };
}

const config = (name: string) => object('ConfigMap', 'v1', { data: { a: '1' } }, name);

const SETS: readonly Case[] = [
  { name: 'an object less', before: [config('a'), config('b')], after: [config('a')] },
  { name: 'an object more', before: [config('a')], after: [config('a'), config('b')] },
  { name: 'another name', before: [config('a')], after: [config('b')] },
  {
    name: 'a Job of another name',
    before: [object('Job', 'batch/v1', job(), 'j-1')],
    after: [object('Job', 'batch/v1', job({}, { image: 'img:2' }), 'j-2')],
  },
  { name: 'another kind of the same name', before: [config('a')], after: [object('Secret', 'v1', {}, 'a')] },
];

export const OBJECTS: readonly Case[] = [...ONE_KIND, ...CLUSTER, ...SETS];
