import { Tree } from '../../../lib/data/maps';
import { Case, template, workload } from './case';

type Sides = readonly [before: Tree, after: Tree];

const probe = (fields: Tree = {}, get: Tree = {}) => ({ livenessProbe: { httpGet: { port: 80, ...get }, ...fields } });
const env = (...names: string[]) => ({ env: names.map((name) => ({ name, value: '1' })) });
const limits = (memory: unknown, cpu?: unknown) => ({
  resources: { limits: { memory, ...(cpu !== undefined && { cpu }) } },
});
const volumes = (...list: Tree[]) => ({ volumes: list });

/** Changes to the one container of a pod. */
const CONTAINERS: Readonly<Record<string, Sides>> = {
  'another image': [{}, { image: 'registry.example.org/img:2' }],
  'the pull policy of a tag': [{}, { imagePullPolicy: 'IfNotPresent' }],
  'another pull policy': [{}, { imagePullPolicy: 'Always' }],
  'the pull policy of no tag': [{ image: 'img' }, { image: 'img', imagePullPolicy: 'Always' }],
  'the pull policy of latest is changed': [
    { image: 'img:latest' },
    { image: 'img:latest', imagePullPolicy: 'IfNotPresent' },
  ],
  'the pull policy of a registry with a port': [
    { image: 'r:5000/img' },
    { image: 'r:5000/img', imagePullPolicy: 'Always' },
  ],
  'the pull policy of a digest': [
    { image: `img@sha256:${'a'.repeat(64)}` },
    { image: `img@sha256:${'a'.repeat(64)}`, imagePullPolicy: 'IfNotPresent' },
  ],
  'the order of variables': [env('A', 'B'), env('B', 'A')],
  'one more variable': [env('A'), env('A', 'B')],
  'an empty variable': [{ env: [{ name: 'A', value: '' }] }, { env: [{ name: 'A' }] }],
  'an empty list of variables': [{}, { env: [] }],
  'cpu by another spelling': [limits('1Gi', '1000m'), limits('1024Mi', 1)],
  'memory by the number of bytes': [limits('1Gi'), limits(1073741824)],
  'memory by an exponent': [limits('1000M'), limits('1e9')],
  'a fraction of memory': [limits('1.5Gi'), limits('1536Mi')],
  'more memory': [limits('1Gi'), limits('2Gi')],
  'no resources': [{}, { resources: {} }],
  'no limits': [{ resources: { limits: {}, requests: { cpu: '1' } } }, { resources: { requests: { cpu: '1' } } }],
  'requests like limits': [limits('1Gi'), { resources: { limits: { memory: '1Gi' }, requests: { memory: '1Gi' } } }],
  'defaults of a probe': [
    probe(),
    probe({ periodSeconds: 10, timeoutSeconds: 1, successThreshold: 1, failureThreshold: 3, initialDelaySeconds: 0 }),
  ],
  'defaults of a request': [probe(), probe({}, { path: '/', scheme: 'HTTP' })],
  'another period of a probe': [probe(), probe({ periodSeconds: 11 })],
  'a probe by gRPC': [{ livenessProbe: { grpc: { port: 1 } } }, { livenessProbe: { grpc: { port: 1, service: '' } } }],
  'the protocol of a port': [{ ports: [{ containerPort: 80 }] }, { ports: [{ containerPort: 80, protocol: 'TCP' }] }],
  'the name of a port': [{ ports: [{ containerPort: 80 }] }, { ports: [{ containerPort: 80, name: 'http' }] }],
  'an empty security context': [{}, { securityContext: {} }],
  'a switch of a security context that is off': [{ securityContext: {} }, { securityContext: { privileged: false } }],
  'the default mount of /proc': [
    { securityContext: { runAsUser: 1 } },
    { securityContext: { runAsUser: 1, procMount: 'Default' } },
  ],
  'defaults of the end of a container': [
    {},
    { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' },
  ],
  'input that is off': [{}, { stdin: false, tty: false, stdinOnce: false }],
  'an empty working directory': [{}, { workingDir: '' }],
  'no arguments': [{}, { args: [] }],
  'a hook of HTTP': [
    { lifecycle: { preStop: { httpGet: { port: 80 } } } },
    { lifecycle: { preStop: { httpGet: { port: 80, path: '/', scheme: 'HTTP' } } } },
  ],
  'a lifecycle of nothing': [{}, { lifecycle: {} }],
  'the version of a field': [
    { env: [{ name: 'N', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
    { env: [{ name: 'N', valueFrom: { fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v1' } } }] },
  ],
  'the divisor of a resource': [
    { env: [{ name: 'N', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }] },
    { env: [{ name: 'N', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '0' } } }] },
  ],
};

/** Changes to the pod beside its container. */
const PODS: Readonly<Record<string, Sides>> = {
  'defaults of the pod': [
    {},
    { restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', securityContext: {}, schedulerName: 'default-scheduler' },
  ],
  'links to services': [{}, { enableServiceLinks: true }],
  'the token of the service account': [{}, { automountServiceAccountToken: true }],
  'the old name of the service account': [
    { serviceAccountName: 'default' },
    { serviceAccountName: 'default', serviceAccount: 'default' },
  ],
  'the old name of the service account alone': [{ serviceAccountName: 'default' }, { serviceAccount: 'default' }],
  'the network of the node that is not used': [{}, { hostNetwork: false, hostPID: false, hostIPC: false }],
  'the process namespace that is not shared': [{}, { shareProcessNamespace: false }],
  'an empty affinity': [{}, { affinity: {} }],
  'an empty map of nodes': [{}, { nodeSelector: {} }],
  'no tolerations': [{}, { tolerations: [] }],
  'a toleration': [{}, { tolerations: [{ key: 'a', operator: 'Exists' }] }],
  'the order of keys': [
    { nodeSelector: { 'kubernetes.io/os': 'linux', type: 'kwok' } },
    { nodeSelector: { type: 'kwok', 'kubernetes.io/os': 'linux' } },
  ],
  'the order of tolerations': [
    { tolerations: [{ key: 'a' }, { key: 'b' }] },
    { tolerations: [{ key: 'b' }, { key: 'a' }] },
  ],
  'the order of volumes': [
    volumes({ name: 'a', emptyDir: {} }, { name: 'b', emptyDir: {} }),
    volumes({ name: 'b', emptyDir: {} }, { name: 'a', emptyDir: {} }),
  ],
  'a volume of nothing': [volumes({ name: 'a' }), volumes({ name: 'a', emptyDir: {} })],
  'the mode of files': [
    volumes(
      { name: 'a', secret: { secretName: 's', optional: true } },
      { name: 'b', configMap: { name: 'm', optional: true } },
    ),
    volumes(
      { name: 'a', secret: { secretName: 's', optional: true, defaultMode: 420 } },
      { name: 'b', configMap: { name: 'm', optional: true, defaultMode: 420 } },
    ),
  ],
  'another mode of files': [
    volumes({ name: 'a', secret: { secretName: 's' } }),
    volumes({ name: 'a', secret: { secretName: 's', defaultMode: 256 } }),
  ],
  'a projected token': [
    volumes({ name: 'a', projected: { sources: [{ serviceAccountToken: { path: 't' } }] } }),
    volumes({
      name: 'a',
      projected: { defaultMode: 420, sources: [{ serviceAccountToken: { path: 't', expirationSeconds: 3600 } }] },
    }),
  ],
  'the type of a path of the node': [
    volumes({ name: 'a', hostPath: { path: '/x' } }),
    volumes({ name: 'a', hostPath: { path: '/x', type: '' } }),
  ],
  'the size of a volume in another spelling': [
    volumes({ name: 'a', emptyDir: { sizeLimit: '1024Mi' } }),
    volumes({ name: 'a', emptyDir: { sizeLimit: '1Gi' } }),
  ],
  'a claim of the pod': [
    volumes({
      name: 'a',
      ephemeral: {
        volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
      },
    }),
    volumes({
      name: 'a',
      ephemeral: {
        volumeClaimTemplate: {
          spec: {
            accessModes: ['ReadWriteOnce'],
            volumeMode: 'Filesystem',
            resources: { requests: { storage: '1024Mi' } },
          },
        },
      },
    }),
  ],
  'the grace period': [{ terminationGracePeriodSeconds: 1 }, { terminationGracePeriodSeconds: 2 }],
  'a host name': [{}, { hostname: 'h' }],
  'no secrets of images': [{}, { imagePullSecrets: [] }],
};

/** Changes to the metadata of pods. */
const METADATA: Readonly<Record<string, Sides>> = {
  'an annotation': [{}, { annotations: { a: '1' } }],
  'no annotations': [{}, { annotations: {} }],
  'one more label': [{}, { labels: { app: 'x', b: '1' } }],
};

const container2 = template({ image: 'registry.example.org/img:2' });

/** Changes to workloads themselves, by kind. */
const SPECS: Readonly<Record<string, Readonly<Record<string, Sides>>>> = {
  Deployment: {
    'more replicas': [{}, { replicas: 2 }],
    'fewer replicas': [{ replicas: 2 }, { replicas: 1 }],
    'none, and another image': [{ replicas: 0 }, { replicas: 0, template: container2 }],
    'paused, with another image': [{}, { paused: true, template: container2 }],
    'another strategy': [{}, { strategy: { type: 'Recreate' } }],
    'another strategy and image': [{}, { strategy: { type: 'Recreate' }, template: container2 }],
    'another history': [{}, { revisionHistoryLimit: 3, minReadySeconds: 1, progressDeadlineSeconds: 60 }],
  },
  StatefulSet: {
    'more replicas': [{}, { replicas: 2 }],
    'updates by hand': [
      { updateStrategy: { type: 'OnDelete' } },
      { updateStrategy: { type: 'OnDelete' }, template: container2 },
    ],
    'from now on by hand': [{}, { updateStrategy: { type: 'OnDelete' }, template: container2 }],
    'from now on by itself': [
      { updateStrategy: { type: 'OnDelete' } },
      { updateStrategy: { type: 'RollingUpdate' }, template: container2 },
    ],
    'below the partition': [
      { updateStrategy: { rollingUpdate: { partition: 1 } } },
      { updateStrategy: { rollingUpdate: { partition: 1 } }, template: container2 },
    ],
    'above the partition': [
      { replicas: 2, updateStrategy: { rollingUpdate: { partition: 1 } } },
      { replicas: 2, updateStrategy: { rollingUpdate: { partition: 1 } }, template: container2 },
    ],
    'another Service': [{}, { serviceName: 'y' }],
    'another way to start': [{}, { podManagementPolicy: 'Parallel' }],
    'the default way to start': [{}, { podManagementPolicy: 'OrderedReady' }],
    'another history': [{}, { revisionHistoryLimit: 3 }],
    'a time to be ready': [{}, { minReadySeconds: 1 }],
    'claims are kept': [{}, { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } }],
    'a claim more': [
      {},
      {
        volumeClaimTemplates: [
          {
            metadata: { name: 'd' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        ],
      },
    ],
  },
  DaemonSet: {
    'updates by hand': [
      { updateStrategy: { type: 'OnDelete' } },
      { updateStrategy: { type: 'OnDelete' }, template: container2 },
    ],
    'from now on by hand': [{}, { updateStrategy: { type: 'OnDelete' }, template: container2 }],
    'a time to be ready': [{}, { minReadySeconds: 1 }],
  },
};

const selector = (kind: string): Case => ({
  name: `${kind}: another selector`,
  before: [workload(kind, template())],
  after: [
    workload(kind, template({}, {}, { labels: { app: 'x', b: '1' } }), {
      selector: { matchLabels: { app: 'x', b: '1' } },
    }),
  ],
});

const unfitting = (kind: string): Case => ({
  name: `${kind}: pods without the labels of the selector`,
  before: [workload(kind, template())],
  after: [workload(kind, template({}, {}, { labels: { app: 'y' } }))],
});

function sides(kind: string, name: string, make: (part: Tree) => Tree, [before, after]: Sides): Case {
  return { name: `${kind}: ${name}`, before: [workload(kind, make(before))], after: [workload(kind, make(after))] };
}

/** Kinds take turns: what a template is does not depend on whose it is, but for quantities. */
function turns(
  changes: Readonly<Record<string, Sides>>,
  make: (part: Tree) => Tree,
  kinds: (name: string, index: number) => readonly string[],
): Case[] {
  return Object.entries(changes).flatMap(([name, both], index) =>
    kinds(name, index).map((kind) => sides(kind, name, make, both)),
  );
}

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'];
const kindsOf = (name: string, index: number) =>
  /memory|cpu|spelling|image$/.test(name) ? KINDS : ['Deployment', KINDS[1 + (index % 2)]];

export const WORKLOADS: readonly Case[] = [
  ...turns(CONTAINERS, (part) => template(part), kindsOf),
  ...turns(PODS, (part) => template({}, part), kindsOf),
  ...turns(
    METADATA,
    (part) => template({}, {}, part),
    () => KINDS,
  ),
  ...KINDS.flatMap((kind) => [
    selector(kind),
    unfitting(kind),
    ...Object.entries(SPECS[kind]).map(([name, [before, after]]) => ({
      name: `${kind}: ${name}`,
      before: [workload(kind, template(), before)],
      after: [workload(kind, template(), after)],
    })),
  ]),
];
