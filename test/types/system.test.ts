import { Duration } from 'cdk8s';
import { ImagePullPolicy } from 'cdk8s-plus-28';
import {
  Allow,
  Authenticator,
  ContinuousPullerProps,
  CullingProps,
  HookPullerProps,
  ImagePullerProps,
  ImagePullSecretProps,
  JupyterHubProps,
  MatchNodePurpose,
  PauseProps,
  PodPriorityProps,
  Profile,
  SchedulingProps,
  SchedulerPluginConfigProps,
  SchedulerPluginProps,
  SchedulerPluginsProps,
  SecretValue,
  UserPlaceholderProps,
  UserSchedulerProps,
} from '../../lib';
import { accountOf, budgetOf, imageOf, resourcesOf } from './common';
import {
  at,
  container,
  file,
  gone,
  has,
  idle,
  items,
  lacks,
  made,
  pod,
  row,
  secret,
  Table,
  testOptions,
  trait,
} from './table';

const SCHEDULER = 'Deployment user-scheduler';
const PLACEHOLDER = 'StatefulSet user-placeholder';
const HOOK = 'DaemonSet hook-image-puller';
const AWAITER = 'Job hook-image-awaiter';
const CONTINUOUS = 'DaemonSet continuous-image-puller';
const PRIORITY: Partial<JupyterHubProps> = { scheduling: { podPriority: { enabled: true } } };

const plugged = (point: string) => {
  const others = (list: string) => `( +${list}:\n( {10,}.*\n)*)?`;
  const has = (before: string, list: string) =>
    file('user-scheduler', 'config.yaml', new RegExp(`^ +${point}:\n${before} +${list}:\n +- name: X\n`, 'm'));
  return {
    enabled: row([{ name: 'X' }], has(others('disabled'), 'enabled')),
    disabled: row([{ name: 'X' }], has('', 'disabled')),
  };
};
const plugins: Table<SchedulerPluginsProps> = {
  queueSort: plugged('queueSort'),
  preEnqueue: plugged('preEnqueue'),
  preFilter: plugged('preFilter'),
  filter: plugged('filter'),
  postFilter: plugged('postFilter'),
  preScore: plugged('preScore'),
  score: plugged('score'),
  reserve: plugged('reserve'),
  permit: plugged('permit'),
  preBind: plugged('preBind'),
  bind: plugged('bind'),
  postBind: plugged('postBind'),
  multiPoint: plugged('multiPoint'),
};
const userScheduler: Table<UserSchedulerProps> = {
  enabled: row(false, gone(SCHEDULER), trait('KubeSpawner.scheduler_name', undefined)),
  revisionHistoryLimit: row(3, at(SCHEDULER, 'spec.revisionHistoryLimit')),
  replicas: row(3, at(SCHEDULER, 'spec.replicas')),
  logLevel: row(7, container(SCHEDULER, 'command', items('--v=7'))),
  plugins,
  pluginConfig: row([{ name: 'X', args: {} }], file('user-scheduler', 'config.yaml', 'name: X')),
  containerSecurityContext: row(
    { runAsUser: 7 },
    container(SCHEDULER, 'securityContext', { runAsUser: 7, runAsNonRoot: true }),
  ),
  image: imageOf(SCHEDULER, 'registry.k8s.io/kube-scheduler:v1.30.14'),
  nodeSelector: row({ disk: 'ssd' }, pod(SCHEDULER, 'nodeSelector')),
  tolerations: row([{ key: 't' }], pod(SCHEDULER, 'tolerations', items({ key: 't' }))),
  labels: row({ a: 'b' }, at(SCHEDULER, 'spec.template.metadata.labels')),
  annotations: row({ a: 'b' }, at(SCHEDULER, 'spec.template.metadata.annotations')),
  pdb: budgetOf('user-scheduler'),
  resources: resourcesOf(SCHEDULER),
  serviceAccount: accountOf('user-scheduler', SCHEDULER),
  extraPodSpec: row({ hostNetwork: true }, pod(SCHEDULER, 'hostNetwork', true)),
};

const podPriority: Table<PodPriorityProps> = {
  enabled: row(
    true,
    made('PriorityClass jhub-default-priority'),
    trait('KubeSpawner.priority_class_name', 'jhub-default-priority'),
  ),
  globalDefault: row(true, at('PriorityClass jhub-default-priority', 'globalDefault')).beside(PRIORITY),
  defaultPriority: row(5, at('PriorityClass jhub-default-priority', 'value')).beside(PRIORITY),
  imagePullerPriority: row(-6, at('PriorityClass jhub-image-puller-priority', 'value')).beside(PRIORITY),
  userPlaceholderPriority: row(-7, at('PriorityClass jhub-user-placeholder-priority', 'value')).beside(PRIORITY),
};

const userPlaceholder: Table<UserPlaceholderProps> = {
  enabled: row(false, gone(PLACEHOLDER)),
  image: imageOf(PLACEHOLDER, 'registry.k8s.io/pause:3.10.1'),
  revisionHistoryLimit: row(3, at(PLACEHOLDER, 'spec.revisionHistoryLimit')),
  replicas: row(3, at(PLACEHOLDER, 'spec.replicas')),
  labels: row({ a: 'b' }, at(PLACEHOLDER, 'spec.template.metadata.labels')),
  annotations: row({ a: 'b' }, at(PLACEHOLDER, 'spec.template.metadata.annotations')),
  containerSecurityContext: row(
    { runAsUser: 7 },
    container(PLACEHOLDER, 'securityContext', { runAsUser: 7, runAsNonRoot: true }),
  ),
  resources: resourcesOf(PLACEHOLDER),
  extraPodSpec: row({ hostNetwork: true }, pod(PLACEHOLDER, 'hostNetwork', true)),
};

const purpose = (node: string) => ({
  matchExpressions: [{ key: 'hub.jupyter.org/node-purpose', operator: 'In', values: [node] }],
});
const scheduling: Table<SchedulingProps> = {
  userScheduler,
  podPriority,
  userPlaceholder,
  corePods: {
    tolerations: row([{ key: 't' }], pod('Deployment hub', 'tolerations'), pod('Deployment proxy', 'tolerations')),
    nodeAffinity: {
      matchNodePurpose: row(
        MatchNodePurpose.REQUIRE,
        pod('Deployment hub', 'affinity.nodeAffinity', {
          requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [purpose('core')] },
        }),
      ),
    },
  },
  userPods: {
    tolerations: row([{ key: 't' }], trait('KubeSpawner.tolerations')),
    nodeAffinity: {
      matchNodePurpose: row(MatchNodePurpose.REQUIRE, trait('KubeSpawner.node_affinity_required', [purpose('user')])),
    },
  },
};

testOptions<SchedulerPluginProps>(
  'plugins.score.enabled.0',
  (plugin) => ({ scheduling: { userScheduler: { plugins: { score: { enabled: [plugin] } } } } }),
  {
    name: row('Z', file('user-scheduler', 'config.yaml', '- name: Z')),
    weight: row(7, file('user-scheduler', 'config.yaml', 'weight: 7')),
  },
  { name: 'X' },
);

testOptions<SchedulerPluginConfigProps>(
  'pluginConfig.0',
  (plugin) => ({ scheduling: { userScheduler: { pluginConfig: [plugin] } } }),
  {
    name: row('Z', file('user-scheduler', 'config.yaml', 'name: Z')),
    args: row({ weight: 7 }, file('user-scheduler', 'config.yaml', 'weight: 7')),
  },
  { name: 'X' },
);

testOptions<SchedulingProps>('scheduling', (props) => ({ scheduling: props }), scheduling);

const hook: Table<HookPullerProps> = {
  enabled: row(false, gone(HOOK), gone(AWAITER)),
  pullOnlyOnChanges: idle(false, 'the names carry a hash of the images, so an unchanged stage changes nothing'),
  image: imageOf(AWAITER, 'quay.io/jupyterhub/k8s-image-awaiter:4.4.0'),
  containerSecurityContext: row(
    { runAsUser: 7 },
    container(AWAITER, 'securityContext', { runAsUser: 7, runAsNonRoot: true }),
  ),
  podSchedulingWaitDuration: row(60, container(AWAITER, 'command', items('-pod-scheduling-wait-duration=60'))),
  nodeSelector: row({ disk: 'ssd' }, pod(AWAITER, 'nodeSelector')),
  tolerations: row([{ key: 't' }], pod(AWAITER, 'tolerations', items({ key: 't' }))),
  resources: resourcesOf(AWAITER),
  serviceAccount: accountOf('hook-image-awaiter', AWAITER),
  serviceAccountImagePuller: accountOf('hook-image-puller', HOOK, 'hook-image-puller'),
  daemonsetAnnotations: row({ a: 'b' }, at(HOOK, 'metadata.annotations')),
};

const continuous: Table<ContinuousPullerProps> = {
  enabled: row(false, gone(CONTINUOUS)),
  serviceAccount: accountOf('continuous-image-puller', CONTINUOUS, 'continuous-image-puller'),
  daemonsetAnnotations: row({ a: 'b' }, at(CONTINUOUS, 'metadata.annotations')),
};

const pause: Table<PauseProps> = {
  containerSecurityContext: row(
    { runAsUser: 7 },
    container(CONTINUOUS, 'securityContext', { runAsUser: 7, runAsNonRoot: true }),
  ),
  image: {
    ...imageOf(CONTINUOUS, 'registry.k8s.io/pause:3.10.1'),
    pullPolicy: idle(ImagePullPolicy.ALWAYS, 'the pods leave it to the kubelet, as in the chart'),
    pullSecrets: idle(['own'], "the pods pull with the secrets of the users' image, as in the chart"),
  },
};

const PULLS = 'initContainers.image-pull-singleuser';
const imagePuller: Table<ImagePullerProps> = {
  revisionHistoryLimit: row(3, at(CONTINUOUS, 'spec.revisionHistoryLimit'), at(HOOK, 'spec.revisionHistoryLimit')),
  labels: row({ a: 'b' }, at(CONTINUOUS, 'spec.template.metadata.labels')),
  annotations: row({ a: 'b' }, at(CONTINUOUS, 'spec.template.metadata.annotations')),
  resources: resourcesOf(CONTINUOUS, PULLS),
  containerSecurityContext: row(
    { runAsUser: 7 },
    pod(CONTINUOUS, `${PULLS}.securityContext`, { runAsUser: 7, runAsNonRoot: true }),
  ),
  extraTolerations: row([{ key: 't' }], pod(CONTINUOUS, 'tolerations', items({ key: 't' }))),
  hook,
  continuous,
  pullProfileListImages: row(
    false,
    lacks(CONTINUOUS, 'spec.template.spec.initContainers', expect.objectContaining({ image: 'big:1' })),
  ).beside({
    spawner: { profiles: [Profile.of('P', { image: 'big:1' })] },
  }),
  extraImages: row(
    { tools: { name: 'tools', tag: '1' } },
    has(CONTINUOUS, 'spec.template.spec.initContainers', expect.objectContaining({ image: 'tools:1' })),
  ),
  pause,
};

testOptions<ImagePullerProps>('imagePuller', (props) => ({ imagePuller: props }), imagePuller);

const CULLER = 'JupyterHub.services.jupyterhub-idle-culler';
const argument = (value: string) => trait(`${CULLER}.command`, items(value));
const culling: Table<CullingProps> = {
  enabled: row(false, trait('JupyterHub.services', [])),
  users: row(true, argument('--cull-users')),
  adminUsers: row(false, argument('--cull-admin-users=false')),
  removeNamedServers: row(true, argument('--remove-named-servers')),
  timeout: row(Duration.minutes(1), argument('--timeout=60')),
  every: row(Duration.seconds(30), argument('--cull-every=30')),
  concurrency: row(5, argument('--concurrency=5')),
  maxAge: row(Duration.hours(1), argument('--max-age=3600')),
};

testOptions<CullingProps>('culling', (props) => ({ culling: props }), culling);

const REGISTRY: Partial<JupyterHubProps> = {
  imagePullSecret: { create: true, username: 'u', password: SecretValue.literal('p') },
};
const credentials = (part: string) => secret('image-pull-secret', '.dockerconfigjson', expect.stringContaining(part));
const imagePullSecret: Table<ImagePullSecretProps> = {
  create: row(true, made('Secret image-pull-secret')),
  automaticReferenceInjection: row(false, trait('KubeSpawner.image_pull_secrets', undefined)).beside(REGISTRY),
  registry: row('my.registry', credentials('"my.registry": {')).beside(REGISTRY),
  username: row('bob', credentials('"username": "bob"')).beside(REGISTRY),
  password: row(SecretValue.literal('pa55'), credentials('"password": "pa55"')).beside(REGISTRY),
  email: row('bob@example.org', credentials('"email": "bob@example.org"')).beside(REGISTRY),
};

testOptions<
  Omit<JupyterHubProps, 'hub' | 'proxy' | 'spawner' | 'scheduling' | 'imagePuller' | 'culling' | 'suppressions'>
>('JupyterHub', (props) => props, {
  namespace: row('other', at('Deployment hub', 'metadata.namespace')),
  release: row('other', at('Deployment hub', 'metadata.labels', { release: 'other' })),
  fullnameOverride: row('my', made('Deployment my-hub')),
  nameOverride: row('my', at('Deployment hub', 'metadata.labels', { app: 'my' })),
  authenticator: row(Authenticator.tmp({ allow: Allow.all() }), trait('JupyterHub.authenticator_class', 'tmp')),
  rbac: { create: row(false, gone('Role hub'), gone('ClusterRole jhub-user-scheduler')) },
  imagePullSecret,
  imagePullSecrets: row(['own'], pod('Deployment hub', 'imagePullSecrets', [{ name: 'own' }])),
  debug: row(true, trait('JupyterHub.log_level', 'DEBUG')),
  argoCd: row(true, at(HOOK, 'metadata.annotations', { 'argocd.argoproj.io/hook': 'Sync' })),
  review: idle(true, 'it writes a file beside the manifests: test/constructs/review.test.ts'),
  overrides: row({ hub: { baseUrl: '/b/' } }, trait('JupyterHub.base_url', '/b/')),
  custom: row({ a: 1 }, file('hub', 'values.yaml', 'custom:\n  a: 1\n')).beside({
    hub: { extraConfig: { a: 'get_config' } },
  }),
});
