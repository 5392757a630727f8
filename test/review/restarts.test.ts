import { Tree } from '../../lib/data/maps';
import { Manifest } from '../../lib/kubernetes/manifest';
import { effectsOf, workload } from './objects';

const restarts = (before: Manifest, after: Manifest) =>
  effectsOf([before], [after])?.restarts.map(({ object }) => object) ?? [];

const container = (fields: Tree) => ({ containers: [{ name: 'c', image: 'img:1', ...fields }] });

test.each(['Deployment', 'StatefulSet', 'DaemonSet'])('another image restarts a %s', (kind) => {
  expect(restarts(workload(kind), workload(kind, container({ image: 'img:2' })))).toEqual([`${kind}/w`]);
});

test.each<[string, Tree, Tree]>([
  [
    'defaults of the pod',
    {},
    { restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', terminationGracePeriodSeconds: 30, securityContext: {} },
  ],
  ['the default pull policy of a tag', {}, container({ imagePullPolicy: 'IfNotPresent' })],
  [
    'defaults of a container',
    {},
    container({ terminationMessagePath: '/dev/termination-log', resources: {}, stdin: false, env: [] }),
  ],
  [
    'the old name of the service account',
    { serviceAccountName: 's' },
    { serviceAccountName: 's', serviceAccount: 's' },
  ],
  [
    'defaults of a probe',
    container({ livenessProbe: { httpGet: { port: 80 } } }),
    container({
      livenessProbe: {
        httpGet: { port: 80, path: '/', scheme: 'HTTP' },
        periodSeconds: 10,
        failureThreshold: 3,
        timeoutSeconds: 1,
        successThreshold: 1,
        initialDelaySeconds: 0,
      },
    }),
  ],
  [
    'defaults of a port',
    container({ ports: [{ containerPort: 1 }] }),
    container({ ports: [{ containerPort: 1, protocol: 'TCP' }] }),
  ],
  [
    'defaults of a volume',
    { volumes: [{ name: 'v', configMap: { name: 'm' } }, { name: 'e' }] },
    {
      volumes: [
        { name: 'v', configMap: { name: 'm', defaultMode: 420 } },
        { name: 'e', emptyDir: {} },
      ],
    },
  ],
  ['another order of keys', { nodeSelector: { a: '1', b: '2' } }, { nodeSelector: { b: '2', a: '1' } }],
  [
    'another spelling of a quantity',
    container({ resources: { limits: { cpu: '1000m', memory: '1Gi' } } }),
    container({ resources: { limits: { cpu: 1, memory: '1024Mi' } } }),
  ],
])('%s: nothing restarts', (_, before, after) => {
  expect(restarts(workload('Deployment', before), workload('Deployment', after))).toEqual([]);
});

test.each<[string, Tree, Tree]>([
  [
    'the order of variables',
    container({
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    }),
    container({
      env: [
        { name: 'B', value: '2' },
        { name: 'A', value: '1' },
      ],
    }),
  ],
  ['an empty security context of a container', {}, container({ securityContext: {} })],
  ['what is the default for pods only', {}, { enableServiceLinks: true }],
  [
    'the pull policy that latest has',
    container({ image: 'img:latest' }),
    container({ image: 'img:latest', imagePullPolicy: 'IfNotPresent' }),
  ],
])('%s: it restarts', (_, before, after) => {
  expect(restarts(workload('Deployment', before), workload('Deployment', after))).toEqual(['Deployment/w']);
});

test('a number of bytes with another suffix is another revision of a StatefulSet, and nothing to others', () => {
  const [before, after] = ['1Gi', '1073741824'].map((memory) => container({ resources: { limits: { memory } } }));
  expect(restarts(workload('Deployment', before), workload('Deployment', after))).toEqual([]);
  expect(restarts(workload('DaemonSet', before), workload('DaemonSet', after))).toEqual([]);
  expect(restarts(workload('StatefulSet', before), workload('StatefulSet', after))).toEqual(['StatefulSet/w']);
});

test('scaling restarts nothing', () => {
  expect(restarts(workload(), workload('Deployment', {}, { replicas: 3 }))).toEqual([]);
});

const image2 = container({ image: 'img:2' });

test.each<[string, string, Tree]>([
  ['a paused Deployment', 'Deployment', { paused: true }],
  ['a Deployment without pods', 'Deployment', { replicas: 0 }],
  ['a DaemonSet that waits for its pods to be deleted', 'DaemonSet', { updateStrategy: { type: 'OnDelete' } }],
  ['a StatefulSet below its partition', 'StatefulSet', { updateStrategy: { rollingUpdate: { partition: 1 } } }],
])('%s keeps its pods', (_, kind, spec) => {
  expect(restarts(workload(kind, {}, spec), workload(kind, image2, spec))).toEqual([]);
});

test('what is refused does not restart', () => {
  const after = workload('Deployment', image2, { selector: { matchLabels: { app: 'w', more: 'x' } } });
  expect(restarts(workload(), after)).toEqual([]);
});
