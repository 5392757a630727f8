import { Manifest } from '../../lib/kubernetes/manifest';
import { refusedFields } from '../../lib/kubernetes/refused';
import { Tree } from '../../lib/data/maps';

const pod = (spec: Tree): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a' },
  spec: { containers: [{ name: 'a', image: 'a:1' }], ...spec },
});
const container = (fields: Tree) => pod({ containers: [{ name: 'a', image: 'a:1', ...fields }] });
const object = (kind: string, spec: Tree, metadata: Tree = {}): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'a', ...metadata },
  spec,
});
const claim = (storage: unknown) => object('PersistentVolumeClaim', { resources: { requests: { storage } } });
const policy = (cidr: unknown) => object('NetworkPolicy', { egress: [{ to: [{ ipBlock: { cidr } }] }] });

const found = (manifest: Manifest) => refusedFields(manifest).map(({ path }) => path.join('.'));

test.each<[string, Manifest]>([
  ['metadata.name', object('Secret', {}, { name: 'A' })],
  ['metadata.labels.a', object('Secret', {}, { labels: { a: 'b c' } })],
  ['metadata.labels.a b', object('Secret', {}, { labels: { 'a b': 'c' } })],
  ['metadata.annotations.a', object('Secret', {}, { annotations: { a: 1 } })],
  ['spec.containers.0.image', container({ image: '' })],
  ['spec.containers.0.imagePullPolicy', container({ imagePullPolicy: 'always' })],
  ['spec.containers.0.resources.limits.memory', container({ resources: { limits: { memory: '1GB' } } })],
  [
    'spec.containers.0.resources.limits.cpu',
    container({ resources: { requests: { cpu: '2' }, limits: { cpu: '500m' } } }),
  ],
  ['spec.containers.0.env.0.value', container({ env: [{ name: 'A', value: 1 }] })],
  ['spec.containers.0.env.0.name', container({ env: [{ name: 'A=B', value: '1' }] })],
  ['spec.containers.0.ports.0.containerPort', container({ ports: [{ containerPort: 70000 }] })],
  ['spec.containers.0.volumeMounts.0.name', container({ volumeMounts: [{ name: 'b', mountPath: '/b' }] })],
  ['spec.containers.0.command.0', container({ command: [1] })],
  [
    'spec.containers.1.name',
    pod({
      containers: [
        { name: 'a', image: 'a' },
        { name: 'a', image: 'b' },
      ],
    }),
  ],
  ['spec.volumes.0.name', pod({ volumes: [{ name: 'A_b', emptyDir: {} }] })],
  ['spec.tolerations.0.operator', pod({ tolerations: [{ key: 'a', operator: 'Exist' }] })],
  ['spec.tolerations.0.value', pod({ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] })],
  ['spec.tolerations.0.effect', pod({ tolerations: [{ key: 'a', operator: 'Exists', effect: 'noschedule' }] })],
  ['spec.nodeSelector.a', pod({ nodeSelector: { a: true } })],
  ['spec.ports.0.port', object('Service', { ports: [{ port: 0 }] })],
  [
    'spec.ports.1.port',
    object('Service', {
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 80 },
      ],
    }),
  ],
  ['spec.type', object('Service', { type: 'Loadbalancer', ports: [{ port: 80 }] })],
  ['spec.rules.0.host', object('Ingress', { rules: [{ host: 'https://a.b' }] })],
  ['spec.resources.requests.storage', claim('10GB')],
  ['spec.resources.requests.storage', claim('0')],
  ['spec.egress.0.to.0.ipBlock.cidr', policy('10.0.0.0')],
  ['spec.egress.0.to.0.ipBlock.cidr', policy('10.0.0.300/8')],
])('%s is refused', (path, manifest) => {
  expect(found(manifest)).toEqual([path]);
});

test.each<[string, Manifest]>([
  [
    'quantities of every form',
    container({ resources: { requests: { cpu: 0.5, memory: '1e3' }, limits: { cpu: '500m', memory: '1Gi' } } }),
  ],
  ['a toleration of everything', pod({ tolerations: [{ operator: 'Exists' }] })],
  [
    'a mount with its volume',
    pod({
      containers: [{ name: 'a', image: 'a', volumeMounts: [{ name: 'b', mountPath: '/b' }] }],
      volumes: [{ name: 'b' }],
    }),
  ],
  [
    'one port by two protocols',
    object('Service', {
      ports: [
        { name: 'a', port: 53 },
        { name: 'b', port: 53, protocol: 'UDP' },
      ],
    }),
  ],
  ['a wildcard', object('Ingress', { rules: [{ host: '*.example.org' }, {}] })],
  ['a claim', claim('1.5Gi')],
  ['addresses of both families', policy('fd00::/8')],
  ['a label that is empty', object('Secret', {}, { labels: { 'example.org/A_b': '' } })],
])('%s is taken', (_, manifest) => {
  expect(found(manifest)).toEqual([]);
});
