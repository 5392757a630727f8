import { HttpIngressPathType, ServiceType } from 'cdk8s-plus-28';
import {
  ChpProps,
  Exposure,
  ExposureProps,
  GatewayExposureProps,
  HttpRouteProps,
  IngressExposureProps,
  IngressProps,
  IpFamily,
  IpFamilyPolicy,
  JupyterHubProps,
  LetsEncryptTlsProps,
  NodePortExposureProps,
  ProxyProps,
  ProxyServiceProps,
  SecretSyncProps,
  SecretTlsKeys,
  SecretValue,
  Tls,
  TlsProps,
  TlsType,
  TraefikProps,
} from '../../lib';
import { budgetOf, imageOf, policyOf, probeOf, resourcesOf } from './common';
import { at, container, file, gone, has, idle, items, made, pod, row, secret, Table, testOptions } from './table';

const PROXY = 'Deployment proxy';
const PUBLIC = 'Service proxy-public';
const HTTPS = 'Deployment autohttps';
const LETS_ENCRYPT: Partial<JupyterHubProps> = {
  proxy: { tls: Tls.letsEncrypt({ hosts: ['hub.example.org'], contactEmail: 'ada@example.org' }) },
};
const MANUAL: Partial<JupyterHubProps> = { proxy: { tls: Tls.given(SecretValue.literal('K'), 'C') } };
const BY_SECRET: Partial<JupyterHubProps> = { proxy: { tls: Tls.secret('hub-tls') } };
const INGRESS: Partial<JupyterHubProps> = { proxy: { exposure: { ingress: { enabled: true } } } };
const ROUTE: Partial<JupyterHubProps> = { proxy: { exposure: { httpRoute: { enabled: true } } } };

const service: Table<ProxyServiceProps> = {
  type: row(ServiceType.CLUSTER_IP, at(PUBLIC, 'spec.type', 'ClusterIP')),
  labels: row({ a: 'b' }, at(PUBLIC, 'metadata.labels')),
  annotations: row({ a: 'b' }, at(PUBLIC, 'metadata.annotations')),
  nodePorts: {
    http: row(30080, at(PUBLIC, 'spec.ports.http.nodePort')),
    https: row(30443, at(PUBLIC, 'spec.ports.https.nodePort')).beside(LETS_ENCRYPT),
  },
  disableHttpPort: row(true, at(PUBLIC, 'spec.ports.http', undefined)).beside(LETS_ENCRYPT),
  extraPorts: row([{ name: 'ssh', port: 22 }], has(PUBLIC, 'spec.ports', { name: 'ssh', port: 22 })),
  externalIPs: row(['1.2.3.4'], at(PUBLIC, 'spec.externalIPs')),
  loadBalancerIP: row('1.2.3.4', at(PUBLIC, 'spec.loadBalancerIP')),
  loadBalancerSourceRanges: row(['1.2.3.0/24'], at(PUBLIC, 'spec.loadBalancerSourceRanges')),
  ipFamilyPolicy: row(IpFamilyPolicy.SINGLE_STACK, at(PUBLIC, 'spec.ipFamilyPolicy')),
  ipFamilies: row([IpFamily.IPV6], at(PUBLIC, 'spec.ipFamilies')),
};

const INGRESS_RULE = 'spec.rules.0';
const ingress: Table<IngressProps> = {
  enabled: row(true, made('Ingress jupyterhub')),
  annotations: row({ a: 'b' }, at('Ingress jupyterhub', 'metadata.annotations')).beside(INGRESS),
  ingressClassName: row('nginx', at('Ingress jupyterhub', 'spec.ingressClassName')).beside(INGRESS),
  hosts: row(['h.org'], at('Ingress jupyterhub', `${INGRESS_RULE}.host`, 'h.org')).beside(INGRESS),
  pathSuffix: row('(.*)', at('Ingress jupyterhub', `${INGRESS_RULE}.http.paths.0.path`, '/(.*)')).beside(INGRESS),
  pathType: row(
    HttpIngressPathType.EXACT,
    at('Ingress jupyterhub', `${INGRESS_RULE}.http.paths.0.pathType`, 'Exact'),
  ).beside(INGRESS),
  tls: row([{ hosts: ['h.org'], secretName: 's' }], at('Ingress jupyterhub', 'spec.tls')).beside(INGRESS),
  extraPaths: row(
    [{ path: '/x', pathType: 'Prefix', backend: { service: { name: 'x', port: { number: 80 } } } }],
    at('Ingress jupyterhub', `${INGRESS_RULE}.http.paths`, items(expect.objectContaining({ path: '/x' }))),
  ).beside(INGRESS),
};

const httpRoute: Table<HttpRouteProps> = {
  enabled: row(true, made('HTTPRoute jupyterhub')),
  annotations: row({ a: 'b' }, at('HTTPRoute jupyterhub', 'metadata.annotations')).beside(ROUTE),
  hostnames: row(['h.org'], at('HTTPRoute jupyterhub', 'spec.hostnames')).beside(ROUTE),
  gateway: {
    name: row('g', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.name')).beside(ROUTE),
    namespace: row('gw', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.namespace')).beside(ROUTE),
    sectionName: row('https', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.sectionName')).beside(ROUTE),
    port: row(8443, at('HTTPRoute jupyterhub', 'spec.parentRefs.0.port')).beside(ROUTE),
    group: row('example.org', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.group')).beside(ROUTE),
    kind: row('ListenerSet', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.kind')).beside(ROUTE),
  },
};

const exposure: Table<ExposureProps> = { service, ingress, httpRoute };

const chp: Table<ChpProps> = {
  revisionHistoryLimit: row(3, at(PROXY, 'spec.revisionHistoryLimit')),
  containerSecurityContext: row(
    { runAsUser: 7 },
    container(PROXY, 'securityContext', { runAsUser: 7, runAsNonRoot: true }),
  ),
  image: imageOf(PROXY, 'quay.io/jupyterhub/configurable-http-proxy:5.2.0'),
  extraCommandLineFlags: row(['--auto-rewrite'], container(PROXY, 'command.-1', '--auto-rewrite')),
  livenessProbe: probeOf(PROXY, 'livenessProbe'),
  readinessProbe: probeOf(PROXY, 'readinessProbe'),
  resources: resourcesOf(PROXY),
  defaultTarget: row('http://d', container(PROXY, 'command', items('--default-target=http://d'))),
  errorTarget: row('http://e', container(PROXY, 'command', items('--error-target=http://e'))),
  extraEnv: row({ A: 'b' }, container(PROXY, 'env', items({ name: 'A', value: 'b' }))),
  nodeSelector: row({ disk: 'ssd' }, pod(PROXY, 'nodeSelector')),
  tolerations: row([{ key: 't' }], pod(PROXY, 'tolerations', items({ key: 't' }))),
  networkPolicy: policyOf('proxy', true, 'hub.jupyter.org/network-access-proxy-http'),
  pdb: budgetOf('proxy', { proxy: { chp: { pdb: { enabled: true } } } }),
  extraPodSpec: row({ hostNetwork: true }, pod(PROXY, 'hostNetwork', true)),
};

const traefik: Table<TraefikProps> = {
  revisionHistoryLimit: row(3, at(HTTPS, 'spec.revisionHistoryLimit')),
  containerSecurityContext: row(
    { runAsUser: 7 },
    container(HTTPS, 'securityContext', { runAsUser: 7, runAsNonRoot: true }),
  ),
  image: imageOf(HTTPS, 'traefik:v3.6.12'),
  hsts: {
    includeSubdomains: row(true, file('autohttps', 'dynamic.yaml', 'stsIncludeSubdomains: true')),
    preload: row(true, file('autohttps', 'dynamic.yaml', 'stsPreload: true')),
    maxAge: row(60, file('autohttps', 'dynamic.yaml', 'stsSeconds: 60')),
  },
  resources: resourcesOf(HTTPS),
  labels: row({ a: 'b' }, at(HTTPS, 'spec.template.metadata.labels')),
  extraInitContainers: row([{ name: 'wait', image: 'i' }], pod(HTTPS, 'initContainers.wait', { image: 'i' })),
  extraEnv: row({ A: 'b' }, container(HTTPS, 'env', items({ name: 'A', value: 'b' }))),
  extraVolumes: row([{ name: 'more', emptyDir: {} }], pod(HTTPS, 'volumes.more', { emptyDir: {} })),
  extraVolumeMounts: row(
    [{ name: 'certificates', mountPath: '/m' }],
    container(HTTPS, 'volumeMounts', items({ name: 'certificates', mountPath: '/m' })),
  ),
  extraStaticConfig: row({ log: { level: 'INFO' } }, file('autohttps', 'traefik.yaml', 'level: INFO')),
  extraDynamicConfig: row({ udp: { x: 1 } }, file('autohttps', 'dynamic.yaml', 'udp:\n  x: 1')),
  nodeSelector: row({ disk: 'ssd' }, pod(HTTPS, 'nodeSelector')),
  tolerations: row([{ key: 't' }], pod(HTTPS, 'tolerations', items({ key: 't' }))),
  extraPorts: row([{ name: 'ssh', containerPort: 22 }], container(HTTPS, 'ports.ssh.containerPort', 22)),
  networkPolicy: policyOf('autohttps', true, 'hub.jupyter.org/network-access-proxy-http'),
  pdb: budgetOf('proxy', { proxy: { ...LETS_ENCRYPT.proxy, traefik: { pdb: { enabled: true } } } }),
  serviceAccount: {
    create: row(false, gone('ServiceAccount autohttps'), pod(HTTPS, 'serviceAccountName', 'default')),
    name: row('own', pod(HTTPS, 'serviceAccountName')),
    annotations: row({ a: 'b' }, at('Role autohttps', 'metadata.annotations')),
  },
  extraPodSpec: row({ hostNetwork: true }, pod(HTTPS, 'hostNetwork', true)),
};

const SYNC = 'containers.secret-sync';
const secretSync: Table<SecretSyncProps> = {
  containerSecurityContext: row({ runAsUser: 7 }, pod(HTTPS, `${SYNC}.securityContext`, { runAsUser: 7 })),
  image: {
    ...imageOf(HTTPS, 'quay.io/jupyterhub/k8s-secret-sync:4.4.0', SYNC),
    pullSecrets: idle(['own'], "the pod has the pull secrets of traefik's image, as in the chart"),
  },
  resources: resourcesOf(HTTPS, SYNC),
};

const tls: Table<TlsProps> = {
  enabled: row(true, at(PUBLIC, 'spec.ports.https.port', 443)).beside({ proxy: { tls: { type: TlsType.OFFLOAD } } }),
  type: row(TlsType.OFFLOAD, at(PUBLIC, 'spec.ports.https.targetPort', 'http')).beside({
    proxy: { tls: { enabled: true } },
  }),
  letsencrypt: {
    contactEmail: row('bob@example.org', file('autohttps', 'traefik.yaml', 'email: bob@example.org')).beside(
      LETS_ENCRYPT,
    ),
    acmeServer: row('https://acme', file('autohttps', 'traefik.yaml', 'caServer: https://acme\n')).beside(LETS_ENCRYPT),
  },
  manual: {
    key: row(SecretValue.literal('KEY'), secret('proxy-public-manual-tls', 'tls.key', 'KEY')).beside(MANUAL),
    cert: row('CERT', secret('proxy-public-manual-tls', 'tls.crt', 'CERT')).beside(MANUAL),
  },
  secret: {
    name: row('own', pod(PROXY, 'volumes.tls-secret.secret.secretName')).beside(BY_SECRET),
    key: row('k', container(PROXY, 'command', items('--ssl-key=/etc/chp/tls/k'))).beside(BY_SECRET),
    crt: row('c', container(PROXY, 'command', items('--ssl-cert=/etc/chp/tls/c'))).beside(BY_SECRET),
  },
  hosts: row(['hub.example.org'], made(HTTPS)).beside({
    proxy: { tls: { enabled: true, letsencrypt: { contactEmail: 'ada@example.org' } } },
  }),
};

const proxy: Omit<Table<ProxyProps>, 'traefik' | 'secretSync'> = {
  secretToken: row(
    SecretValue.literal('to4en'),
    secret('hub-literals', 'hub.config.ConfigurableHTTPProxy.auth_token', 'to4en'),
  ),
  annotations: row({ a: 'b' }, at(PROXY, 'spec.template.metadata.annotations')),
  labels: row({ a: 'b' }, at(PROXY, 'spec.template.metadata.labels')),
  deploymentStrategy: row({ type: 'RollingUpdate' }, at(PROXY, 'spec.strategy')),
  exposure,
  chp,
  tls,
};

testOptions<Omit<ProxyProps, 'traefik' | 'secretSync'>>('proxy', (props) => ({ proxy: props }), proxy);
testOptions<Pick<ProxyProps, 'traefik' | 'secretSync'>>(
  'proxy',
  (props) => ({ proxy: { ...LETS_ENCRYPT.proxy, ...props } }),
  { traefik, secretSync },
);

testOptions<IngressExposureProps>(
  'Exposure.ingress',
  (props) => ({ proxy: { exposure: Exposure.ingress(props) } }),
  {
    host: row('h.org', at('Ingress jupyterhub', `${INGRESS_RULE}.host`)),
    tlsSecret: row('s', at('Ingress jupyterhub', 'spec.tls', [{ hosts: ['hub.example.org'], secretName: 's' }])),
    clusterIssuer: row(
      'le',
      at('Ingress jupyterhub', 'metadata.annotations', { 'cert-manager.io/cluster-issuer': 'le' }),
    ),
    className: row('nginx', at('Ingress jupyterhub', 'spec.ingressClassName')),
    annotations: row({ a: 'b' }, at('Ingress jupyterhub', 'metadata.annotations')),
  },
  { host: 'hub.example.org' },
);

testOptions<GatewayExposureProps>(
  'Exposure.gateway',
  (props) => ({ proxy: { exposure: Exposure.gateway(props) } }),
  {
    host: row('h.org', at('HTTPRoute jupyterhub', 'spec.hostnames', ['h.org'])),
    name: row('other', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.name')),
    namespace: row('gw', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.namespace')),
    sectionName: row('https', at('HTTPRoute jupyterhub', 'spec.parentRefs.0.sectionName')),
    annotations: row({ a: 'b' }, at('HTTPRoute jupyterhub', 'metadata.annotations')),
  },
  { host: 'hub.example.org', name: 'g' },
);

testOptions<NodePortExposureProps>(
  'Exposure.nodePort',
  (props) => ({ proxy: { ...BY_SECRET.proxy, exposure: Exposure.nodePort(props) } }),
  {
    http: row(30080, at(PUBLIC, 'spec.ports.http.nodePort')),
    https: row(30443, at(PUBLIC, 'spec.ports.https.nodePort')),
  },
);

testOptions<LetsEncryptTlsProps>(
  'Tls.letsEncrypt',
  (props) => ({ proxy: { tls: Tls.letsEncrypt(props) } }),
  {
    hosts: row(['h.org'], file('autohttps', 'dynamic.yaml', '- main: h.org')),
    contactEmail: row('bob@example.org', file('autohttps', 'traefik.yaml', 'email: bob@example.org')),
    acmeServer: row('https://acme', file('autohttps', 'traefik.yaml', 'caServer: https://acme\n')),
  },
  { hosts: ['hub.example.org'], contactEmail: 'ada@example.org' },
);

testOptions<SecretTlsKeys>('Tls.secret', (props) => ({ proxy: { tls: Tls.secret('hub-tls', props) } }), {
  key: row('k', container(PROXY, 'command', items('--ssl-key=/etc/chp/tls/k'))),
  crt: row('c', container(PROXY, 'command', items('--ssl-cert=/etc/chp/tls/c'))),
});
