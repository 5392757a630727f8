import { PersistentVolumeAccessMode, ServiceType } from 'cdk8s-plus-28';
import {
  DatabaseClaimProps,
  Database,
  DatabaseProps,
  DatabaseServerProps,
  DatabaseType,
  ExtraFileProps,
  HubProps,
  HubServiceProps,
  IpFamily,
  IpFamilyPolicy,
  RoleProps,
  SecretValue,
  ServiceProps,
} from '../../lib';
import { accountOf, budgetOf, imageOf, policyOf, probeOf, resourcesOf } from './common';
import { at, container, gone, has, items, pod, row, secret, Table, testAdded, testOptions, trait } from './table';

const HUB = 'Deployment hub';
const CLAIM = 'PersistentVolumeClaim hub-db-dir';

const claim: Table<DatabaseClaimProps> = {
  annotations: row({ a: 'b' }, at(CLAIM, 'metadata.annotations')),
  selector: row({ matchLabels: { disk: 'fast' } }, at(CLAIM, 'spec.selector')),
  accessModes: row([PersistentVolumeAccessMode.READ_WRITE_MANY], at(CLAIM, 'spec.accessModes', ['ReadWriteMany'])),
  storage: row('5Gi', at(CLAIM, 'spec.resources.requests.storage')),
  subPath: row(
    'db',
    container(HUB, 'volumeMounts', items({ mountPath: '/srv/jupyterhub', name: 'pvc', subPath: 'db' })),
  ),
  storageClassName: row('fast', at(CLAIM, 'spec.storageClassName')),
};

const db: Table<DatabaseProps> = {
  type: row(DatabaseType.SQLITE_MEMORY, trait('JupyterHub.db_url', 'sqlite://'), gone(CLAIM)),
  upgrade: row(false, container(HUB, 'args', expect.not.arrayContaining(['--upgrade-db']))),
  pvc: claim,
  url: row('postgresql://hub@db/hub', trait('JupyterHub.db_url')).beside({
    hub: { db: { type: DatabaseType.POSTGRES } },
  }),
  password: row(SecretValue.literal('pa55'), secret('hub-literals', 'hub.db.password', 'pa55')).beside({
    hub: { db: { type: DatabaseType.POSTGRES, url: 'postgresql://hub@db/hub' } },
  }),
};

const service: Table<HubServiceProps> = {
  type: row(ServiceType.NODE_PORT, at('Service hub', 'spec.type', 'NodePort')),
  annotations: row({ a: 'b' }, at('Service hub', 'metadata.annotations')),
  ports: {
    nodePort: row(30081, at('Service hub', 'spec.ports.hub.nodePort')),
    appProtocol: row('http', at('Service hub', 'spec.ports.hub.appProtocol')),
  },
  extraPorts: row([{ name: 'more', port: 9 }], has('Service hub', 'spec.ports', { name: 'more', port: 9 })),
  loadBalancerIP: row('1.2.3.4', at('Service hub', 'spec.loadBalancerIP')),
  ipFamilyPolicy: row(IpFamilyPolicy.SINGLE_STACK, at('Service hub', 'spec.ipFamilyPolicy')),
  ipFamilies: row([IpFamily.IPV6], at('Service hub', 'spec.ipFamilies')),
};

const hub: Table<HubProps> = {
  revisionHistoryLimit: row(3, at(HUB, 'spec.revisionHistoryLimit')),
  config: row({ JupyterHub: { answer_yes: true } }, trait('JupyterHub.answer_yes', true)),
  service,
  baseUrl: row('/b/', trait('JupyterHub.base_url'), container(HUB, 'livenessProbe.httpGet.path', '/b/hub/health')),
  cookieSecret: row(SecretValue.literal('c00c'), secret('hub-literals', 'hub.config.JupyterHub.cookie_secret', 'c00c')),
  cryptKeeperKeys: row(SecretValue.literal('ke11'), secret('hub-literals', 'hub.config.CryptKeeper.keys', 'ke11')),
  initContainers: row([{ name: 'wait', image: 'i' }], pod(HUB, 'initContainers')),
  nodeSelector: row({ disk: 'ssd' }, pod(HUB, 'nodeSelector')),
  tolerations: row([{ key: 't' }], has(HUB, 'spec.template.spec.tolerations', { key: 't' })),
  concurrentSpawnLimit: row(5, trait('JupyterHub.concurrent_spawn_limit')),
  consecutiveFailureLimit: row(6, trait('Spawner.consecutive_failure_limit')),
  activeServerLimit: row(7, trait('JupyterHub.active_server_limit')),
  deploymentStrategy: row({ type: 'RollingUpdate' }, at(HUB, 'spec.strategy')),
  db,
  labels: row({ a: 'b' }, at(HUB, 'spec.template.metadata.labels')),
  annotations: row({ a: 'b' }, at(HUB, 'spec.template.metadata.annotations')),
  command: row(['tini'], container(HUB, 'command')),
  args: row(['jupyterhub'], container(HUB, 'args')),
  extraConfig: row({ a: 'x = 1' }, at('ConfigMap hub', 'data', { 'extra-config.yaml': 'a: x = 1\n' })),
  extraFiles: row(
    { f: { mountPath: '/etc/f.txt', stringData: 'text' } },
    secret('hub-files', 'f', 'text'),
    container(HUB, 'volumeMounts', items({ mountPath: '/etc/f.txt', subPath: 'f', name: 'files' })),
  ),
  extraEnv: row({ A: 'b' }, container(HUB, 'env', items({ name: 'A', value: 'b' }))),
  extraEnvFrom: row([{ secretRef: { name: 'more' } }], container(HUB, 'envFrom')),
  extraContainers: row([{ name: 'more', image: 'i' }], pod(HUB, 'containers.more', { image: 'i' })),
  extraVolumes: row([{ name: 'more', emptyDir: {} }], pod(HUB, 'volumes.more', { emptyDir: {} })),
  extraVolumeMounts: row(
    [{ name: 'config', mountPath: '/m' }],
    container(HUB, 'volumeMounts', items({ name: 'config', mountPath: '/m' })),
  ),
  image: imageOf(HUB, 'quay.io/jupyterhub/k8s-hub:4.4.0'),
  resources: resourcesOf(HUB),
  podSecurityContext: row({ fsGroup: 7 }, pod(HUB, 'securityContext', { fsGroup: 7, runAsNonRoot: true })),
  containerSecurityContext: row(
    { runAsUser: 7 },
    container(HUB, 'securityContext', { runAsUser: 7, allowPrivilegeEscalation: false }),
  ),
  lifecycle: row({ preStop: { exec: { command: ['sleep', '1'] } } }, container(HUB, 'lifecycle')),
  loadRoles: row({ r: { scopes: ['self'] } }, trait('JupyterHub.load_roles', items({ name: 'r', scopes: ['self'] }))),
  services: row({ s: { url: 'http://s' } }, trait('JupyterHub.services', items({ name: 's', url: 'http://s' }))),
  pdb: budgetOf('hub', { hub: { pdb: { enabled: true } } }),
  networkPolicy: policyOf('hub', true, 'hub.jupyter.org/network-access-hub'),
  allowNamedServers: row(true, trait('JupyterHub.allow_named_servers')),
  namedServerLimitPerUser: row(2, trait('JupyterHub.named_server_limit_per_user')),
  authenticatePrometheus: row(false, trait('JupyterHub.authenticate_prometheus')),
  redirectToServer: row(false, trait('JupyterHub.redirect_to_server')),
  shutdownOnLogout: row(true, trait('JupyterHub.shutdown_on_logout')),
  templatePaths: row(['/t'], trait('JupyterHub.template_paths')),
  templateVars: row({ a: 'b' }, trait('JupyterHub.template_vars')),
  livenessProbe: probeOf(HUB, 'livenessProbe'),
  readinessProbe: probeOf(HUB, 'readinessProbe'),
  existingSecret: row('own', pod(HUB, 'volumes.existing-secret.secret.secretName')),
  secretBootstrap: { resources: resourcesOf('Job hub-secret-bootstrap') },
  serviceAccount: accountOf('hub', HUB),
  extraPodSpec: row({ hostNetwork: true }, pod(HUB, 'hostNetwork', true)),
};

testOptions<HubProps>('hub', (props) => ({ hub: props }), hub);

const FILE: Partial<ExtraFileProps> = { mountPath: '/etc/f.json' };
testOptions<ExtraFileProps>(
  'hub.extraFiles.f',
  (props) => ({
    hub: { extraFiles: { f: { ...(props.data || props.binaryData ? {} : { stringData: 'x' }), ...props } } },
  }),
  {
    mountPath: row('/m', container(HUB, 'volumeMounts', items({ mountPath: '/m', subPath: 'f', name: 'files' }))),
    data: row({ a: 1 }, secret('hub-files', 'f', '{"a":1}\n')),
    stringData: row('text', secret('hub-files', 'f', 'text')),
    binaryData: row('dGV4dA==', secret('hub-files', 'f', 'text')),
    mode: row(0o600, pod(HUB, 'volumes.files.secret.items', [{ key: 'f', path: 'f', mode: 0o600 }])),
  },
  FILE,
);

const added = (key: string) => (value: unknown) =>
  trait('JupyterHub.services', items(expect.objectContaining({ [key]: value })))(value);
testAdded<ServiceProps>('hub.addService', (jupyterhub, props) => jupyterhub.hub.addService('s', props), {
  name: row('other', added('name')),
  apiToken: row(SecretValue.literal('to4en'), secret('hub-literals', 'hub.services.s.apiToken', 'to4en')),
  admin: row(true, added('admin')),
  oauthClientId: row('service-other', added('oauth_client_id')),
  oauthClientAllowedScopes: row(['self'], added('oauth_client_allowed_scopes')),
  url: row('http://s', added('url')),
  command: row(['serve'], added('command')),
  environment: row({ A: 'b' }, added('environment')),
  display: row(false, added('display')),
  oauthRedirectUri: row('https://s/cb', added('oauth_redirect_uri')),
  oauthNoConfirm: row(true, added('oauth_no_confirm')),
  scopes: row(
    ['read:users'],
    trait('JupyterHub.load_roles', items({ name: 's', scopes: ['read:users'], services: ['s'] })),
  ),
  port: row(
    9000,
    has('Service hub', 'spec.ports', { name: 's', port: 9000, targetPort: 9000 }),
    has('NetworkPolicy hub', 'spec.ingress', expect.objectContaining({ ports: [{ port: 9000 }] })),
  ),
  extra: row({ info: { a: 1 } }, trait('JupyterHub.services', items(expect.objectContaining({ info: { a: 1 } })))),
});

const role = (key: string) => (value: unknown) =>
  trait('JupyterHub.load_roles', items(expect.objectContaining({ name: 'r', [key]: value })))(value);
testAdded<RoleProps>(
  'hub.addRole',
  (jupyterhub, props) => jupyterhub.hub.addRole('r', props),
  {
    name: row('user', trait('JupyterHub.load_roles', items(expect.objectContaining({ name: 'user' })))),
    scopes: row(['list:users'], role('scopes')),
    description: row('for reports', role('description')),
    users: row(['ada'], role('users')),
    groups: row(['staff'], role('groups')),
    services: row(['s'], role('services')),
  },
  { scopes: ['self'] },
);

const server = { host: 'db', user: 'hub', database: 'hub' };
testOptions<DatabaseServerProps>(
  'Database.postgres',
  (props) => ({ hub: { db: Database.postgres(props) } }),
  {
    host: row('other', trait('JupyterHub.db_url', 'postgresql+psycopg2://hub@other/hub')),
    port: row(5433, trait('JupyterHub.db_url', 'postgresql+psycopg2://hub@db:5433/hub')),
    user: row('other', trait('JupyterHub.db_url', 'postgresql+psycopg2://other@db/hub')),
    database: row('other', trait('JupyterHub.db_url', 'postgresql+psycopg2://hub@db/other')),
    password: row(SecretValue.literal('pa55'), secret('hub-literals', 'hub.db.password', 'pa55')),
    upgrade: row(true, container(HUB, 'args', items('--upgrade-db'))),
  },
  server,
);
testOptions<DatabaseClaimProps>('Database.sqlite', (props) => ({ hub: { db: Database.sqlite(props) } }), claim);
