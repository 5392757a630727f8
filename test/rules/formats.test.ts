import { FORMATS } from '../../lib/kubernetes/formats';
import { FACTORY_FORMATS, FIELD_FORMATS, OPTION_FORMATS } from '../../lib/options/wire/formats';
import { memberOf } from '../../lib/options/wire/lookup';
import { StructName } from '../../lib/options/wire/option-types';
import { findings } from '../support/findings';

/** What is right, by the name of the format: nothing may be told of it. */
const RIGHT: Readonly<Record<keyof typeof FORMATS, readonly (string | number)[]>> = {
  'DNS label': ['a', 'jhub-2', '0'],
  'DNS name': ['a', 'gp3.example.org', 'nginx'],
  'service name': ['hub', 'a-1'],
  'name template': ['jupyter-x', 'claim-x-y.z'],
  'label key': ['app', 'example.org/Team_1', 'hub.jupyter.org/node-purpose'],
  'annotation key': ['a', 'Example.org/Team', 'cert-manager.io/cluster-issuer'],
  'label value': ['', 'user', 'A_b.c-d', '1'],
  'resource name': ['cpu', 'memory', 'nvidia.com/gpu', 'hugepages-2Mi'],
  variable: ['A', '_a', 'my.var', 'A1', '-x'],
  'Secret key': ['tls.key', 'A', '_x', '..data'],
  host: ['hub', 'hub.example.org', '*.example.org'],
  server: ['db', '10.0.0.1', 'db.example.org', 'fd00::1'],
  url: ['http://hub:8081', 'https://example.org/a?b=c', 'http://[::1]:80'],
  'url or path': ['/services/a/oauth_callback', 'https://example.org'],
  'url path': ['/', '/jupyter/', '/a/b'],
  'address of a page': ['/lab', 'lab', '/lab/tree/x.ipynb', '/tree?a=b'],
  'absolute path': ['/', '/home/jovyan', '/srv/a b'],
  folder: ['/', '/home'],
  'path within a volume': ['a', 'a/b', 'home/x', '..a'],
  ip: ['10.0.0.1', '169.254.169.254', 'fd00::1', '::1'],
  cidr: ['0.0.0.0/0', '10.0.0.0/8', 'fd00::/8', '1.2.3.4/32'],
  port: [1, 80, 65535],
  'node port': [30000, 32767],
  'port or its name': [80, 'http', 'web-2'],
  'port name': ['http', 'a'],
  'count or percentage': [0, 1, '50%', '100%'],
  count: [0, 5],
  'positive integer': [1],
  integer: [-10, 0, 1000000000],
  id: [0, 1000],
  number: [0, 0.5, 8],
  seconds: [1, 300],
  weight: [1, 100],
  'file mode': [0, 0o400, 0o440, 0o600, 0o644, 0o755, 0o777],
  quantity: ['500m', '1', 2, 0.5, '1e3', '10Gi', 0],
  storage: ['10Gi', '1G', '500M', '1Mi'],
  bytes: ['512Mi', 0, '1e9', 2147483648],
  'whole quantity': [1, '2', 0],
  memory: ['512M', '1.5G', 0, 1073741824, '2T'],
  'database URL': ['sqlite:///x.sqlite', 'postgresql+psycopg2://u@h/d', 'mysql://h'],
  base64: ['eA==', 'YWJj\nZGVm'],
  slug: ['large', 'a.b_c-1'],
  repository: [
    'jupyter',
    'quay.io/jupyter/base-notebook',
    'localhost:5000/a',
    'a/b__c',
    'registry:5000/x/y',
    'a@sha256',
  ],
  tag: ['4.4.0', 'latest', '2026-01-05', `1@sha256:${'a'.repeat(64)}`],
  digest: [`sha256:${'0'.repeat(64)}`],
  image: ['jupyter', 'quay.io/jupyter/base-notebook:2026-01-05', `a:1@sha256:${'a'.repeat(64)}`, 'localhost:5000/a:b'],
  'mail address': ['ada@example.org'],
  'what is not blank': ['a'],
  'OAuth client': ['service-reporting'],
};

test.each(Object.entries(RIGHT))('nothing is told of %s', (name, values) => {
  expect(values.filter((value) => !FORMATS[name as keyof typeof FORMATS].accepts(value))).toEqual([]);
});

test.each(Object.entries({ ...OPTION_FORMATS, ...FIELD_FORMATS, ...FACTORY_FORMATS }))(
  'the options of %s are there',
  (struct, formats) => {
    expect(Object.keys(formats).filter((name) => !memberOf(struct as StructName, name))).toEqual([]);
  },
);

test.each([
  // KubeSpawner fills in names of users.
  'singleuser: {podNameTemplate: "jupyter-{username}--{servername}", storage: {type: static, static: {pvcName: homes, subPath: "{username}"}}}',
  'singleuser: {storage: {extraVolumes: [{name: "shared-{username}", persistentVolumeClaim: {claimName: "claim-{username}"}}], extraVolumeMounts: [{name: "shared-{username}", mountPath: /shared}]}}',
  // Nothing is given.
  'proxy: {service: {loadBalancerIP: ""}}\nhub: {db: {pvc: {storageClassName: ""}}}\nsingleuser: {storage: {dynamic: {storageClass: ""}}}',
  'hub: {extraVolumes: [{name: a, emptyDir: {}}], extraVolumeMounts: [{name: a, mountPath: /a}], initContainers: [{name: b, image: b:1, volumeMounts: [{name: a, mountPath: /a}, {name: config, mountPath: /c}]}]}',
  'singleuser: {initContainers: [{name: b, image: b:1, volumeMounts: [{name: "volume-{user_server}", mountPath: /home/jovyan}]}]}',
  'hub: {service: {extraPorts: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53, protocol: TCP}]}}',
  'cull: {timeout: 3600, every: 600}',
])('nothing is told of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
