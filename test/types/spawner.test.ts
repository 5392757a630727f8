import { Duration } from 'cdk8s';
import { ImagePullPolicy, PersistentVolumeAccessMode } from 'cdk8s-plus-28';
import {
  DynamicHomeProps,
  PodAffinityRulesProps,
  Profile,
  ProfileChoiceProps,
  ProfileOptionProps,
  ProfileProps,
  SpawnerProps,
  StaticHomeProps,
  Storage,
  StorageProps,
  UnlistedChoiceProps,
  StorageType,
  UserMountProps,
} from '../../lib';
import { policyOf } from './common';
import { serverOf } from './traits';
import { container, idle, items, pod, row, secret, Table, testAdded, testOptions, trait } from './table';

const PULLER = 'DaemonSet continuous-image-puller';
const PLACEHOLDER = 'StatefulSet user-placeholder';

const term = { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] };
const podTerm = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'x' } } };

const affinity = (kind: 'pod_affinity' | 'pod_anti_affinity'): Table<PodAffinityRulesProps> => ({
  required: row([podTerm], trait(`KubeSpawner.${kind}_required`)),
  preferred: row([{ weight: 1, podAffinityTerm: podTerm }], trait(`KubeSpawner.${kind}_preferred`)),
});

const HOME = 'KubeSpawner.volume_mounts.volume-{user_server}';
const storage: Table<StorageProps> = {
  type: row(
    StorageType.NONE,
    trait('KubeSpawner.volumes.volume-{user_server}', undefined),
    trait('KubeSpawner.storage_capacity', undefined),
  ),
  extraLabels: row({ a: 'b' }, trait('KubeSpawner.storage_extra_labels')),
  extraVolumes: row([{ name: 'v', emptyDir: {} }], trait('KubeSpawner.volumes.v', { emptyDir: {} })),
  extraVolumeMounts: row(
    [{ name: 'v', mountPath: '/v' }],
    trait('KubeSpawner.volume_mounts.0-v', { mountPath: '/v' }),
  ).beside({ spawner: { storage: { extraVolumes: [{ name: 'v', emptyDir: {} }] } } }),
  static: {
    pvcName: row('homes', trait('KubeSpawner.volumes.home.persistentVolumeClaim.claimName')).beside({
      spawner: { storage: { type: StorageType.STATIC } },
    }),
    subPath: row('homes/{username}', trait('KubeSpawner.volume_mounts.home.subPath')).beside({
      spawner: { storage: { type: StorageType.STATIC, static: { pvcName: 'homes' } } },
    }),
  },
  capacity: row('5Gi', trait('KubeSpawner.storage_capacity')),
  homeMountPath: row('/home/ada', trait(`${HOME}.mountPath`)),
  dynamic: {
    storageClass: row('fast', trait('KubeSpawner.storage_class')),
    pvcNameTemplate: row('claim-{username}', trait('KubeSpawner.pvc_name_template')),
    volumeNameTemplate: row('v-{username}', trait('KubeSpawner.volumes.v-{username}', { name: 'v-{username}' })),
    storageAccessModes: row(
      [PersistentVolumeAccessMode.READ_WRITE_MANY],
      trait('KubeSpawner.storage_access_modes', ['ReadWriteMany']),
    ),
    subPath: row('home', trait(`${HOME}.subPath`)),
  },
};

const BLOCKER = 'KubeSpawner.init_containers.block-cloud-metadata';
const spawner: Table<SpawnerProps> = {
  podNameTemplate: row('j-{username}', trait('KubeSpawner.pod_name_template')),
  extraTolerations: row(
    [{ key: 't' }],
    trait('KubeSpawner.tolerations', items({ key: 't' })),
    pod(PULLER, 'tolerations', items({ key: 't' })),
  ),
  nodeSelector: row({ disk: 'ssd' }, trait('KubeSpawner.node_selector'), pod(PULLER, 'nodeSelector')),
  extraNodeAffinity: {
    required: row([term], trait('KubeSpawner.node_affinity_required')),
    preferred: row(
      [{ weight: 1, preference: term }],
      trait('KubeSpawner.node_affinity_preferred.0', { weight: 1, preference: term }),
    ),
  },
  extraPodAffinity: affinity('pod_affinity'),
  extraPodAntiAffinity: affinity('pod_anti_affinity'),
  networkTools: {
    image: {
      name: row('my.registry/tools', trait(`${BLOCKER}.image`, 'my.registry/tools:4.4.0')),
      tag: row('1.2.3', trait(`${BLOCKER}.image`, 'quay.io/jupyterhub/k8s-network-tools:1.2.3')),
      pullPolicy: row(
        ImagePullPolicy.ALWAYS,
        pod(PULLER, 'initContainers.image-pull-metadata-block.imagePullPolicy', 'Always'),
      ),
      pullSecrets: idle(['own'], 'the pod pulls with the secrets of the spawner, as in the chart'),
    },
    resources: {
      limits: row({ memory: '64Mi' }, trait(`${BLOCKER}.resources.limits`)),
      requests: row({ memory: '32Mi' }, trait(`${BLOCKER}.resources.requests`)),
    },
  },
  cloudMetadata: {
    blockWithIptables: row(false, trait('KubeSpawner.init_containers', undefined)),
    ip: row('1.2.3.4', trait(`${BLOCKER}.command`, items('1.2.3.4'))),
  },
  networkPolicy: policyOf('singleuser', false, 'hub.jupyter.org/network-access-singleuser', {
    spawner: { cloudMetadata: { blockWithIptables: false } },
  }),
  events: row(false, trait('KubeSpawner.events_enabled')),
  extraAnnotations: row({ a: 'b' }, trait('KubeSpawner.extra_annotations')),
  extraLabels: row(
    { a: 'b' },
    trait('KubeSpawner.extra_labels', { a: 'b', 'hub.jupyter.org/network-access-hub': 'true' }),
  ),
  extraFiles: row(
    { f: { mountPath: '/etc/f.txt', stringData: 'text' } },
    secret('singleuser', 'f', 'text\n'),
    trait('KubeSpawner.volume_mounts.0-files', { mountPath: '/etc/f.txt' }),
  ),
  extraEnv: row({ A: 'b' }, trait('KubeSpawner.environment')),
  lifecycleHooks: row({ preStop: { exec: { command: ['sync'] } } }, trait('KubeSpawner.lifecycle_hooks')),
  initContainers: row([{ name: 'init', image: 'i' }], trait('KubeSpawner.init_containers.init', { image: 'i' })),
  extraContainers: row([{ name: 'more', image: 'i' }], trait('KubeSpawner.extra_containers')),
  allowPrivilegeEscalation: row(true, trait('KubeSpawner.allow_privilege_escalation')),
  containerSecurityContext: row({ runAsNonRoot: true }, trait('KubeSpawner.container_security_context')),
  podSecurityContext: row({ runAsNonRoot: true }, trait('KubeSpawner.pod_security_context')),
  uid: row(7, trait('KubeSpawner.uid')),
  fsGid: row(8, trait('KubeSpawner.fs_gid')),
  serviceAccountName: row('users', trait('KubeSpawner.service_account')),
  storage,
  image: row(
    'my.registry/mine:1',
    trait('KubeSpawner.image'),
    pod(PULLER, 'initContainers.image-pull-singleuser.image'),
  ),
  imagePullPolicy: row(ImagePullPolicy.ALWAYS, trait('KubeSpawner.image_pull_policy', 'Always')),
  imagePullSecrets: row(
    ['own'],
    trait('KubeSpawner.image_pull_secrets'),
    pod(PULLER, 'imagePullSecrets', [{ name: 'own' }]),
  ),
  startTimeout: row(Duration.minutes(9), trait('KubeSpawner.start_timeout', 540)),
  cpu: {
    limit: row(2, trait('KubeSpawner.cpu_limit'), container(PLACEHOLDER, 'resources.limits', { cpu: 2 })),
    guarantee: row(0.5, trait('KubeSpawner.cpu_guarantee'), container(PLACEHOLDER, 'resources.requests', { cpu: 0.5 })),
  },
  memory: {
    limit: row('4G', trait('KubeSpawner.mem_limit'), container(PLACEHOLDER, 'resources.limits', { memory: '4G' })),
    guarantee: row(
      '2G',
      trait('KubeSpawner.mem_guarantee'),
      container(PLACEHOLDER, 'resources.requests', { memory: '2G' }),
    ),
  },
  extraResource: {
    limits: row(
      { 'nvidia.com/gpu': '1' },
      trait('KubeSpawner.extra_resource_limits'),
      container(PLACEHOLDER, 'resources.limits'),
    ),
    guarantees: row(
      { 'nvidia.com/gpu': '1' },
      trait('KubeSpawner.extra_resource_guarantees'),
      container(PLACEHOLDER, 'resources.requests'),
    ),
  },
  gpu: {
    count: row(
      2,
      trait('KubeSpawner.extra_resource_limits', { 'nvidia.com/gpu': 2 }),
      trait('KubeSpawner.extra_resource_guarantees', { 'nvidia.com/gpu': 2 }),
    ),
    resource: row('amd.com/gpu', trait('KubeSpawner.extra_resource_limits', { 'amd.com/gpu': 1 })).beside({
      spawner: { gpu: { count: 1 } },
    }),
  },
  cmd: row(['start.sh'], trait('Spawner.cmd')),
  defaultUrl: row('/lab', trait('Spawner.default_url')),
  extraPodConfig: row({ hostNetwork: true }, trait('KubeSpawner.extra_pod_config')),
  profiles: row([Profile.of('Large')], trait('KubeSpawner.profile_list', [{ display_name: 'Large' }])),
};

testOptions<SpawnerProps>('spawner', (props) => ({ spawner: props }), spawner);

testOptions<DynamicHomeProps>('Storage.dynamic', (props) => ({ spawner: { storage: Storage.dynamic(props) } }), {
  ...storage.dynamic,
  capacity: row('5Gi', trait('KubeSpawner.storage_capacity')),
  homeMountPath: storage.homeMountPath,
});

testOptions<StaticHomeProps>(
  'Storage.static',
  (props) => ({ spawner: { storage: Storage.static(props) } }),
  {
    pvcName: row('other', trait('KubeSpawner.volumes.home.persistentVolumeClaim.claimName')),
    subPath: row('homes/{username}', trait('KubeSpawner.volume_mounts.home.subPath')),
    homeMountPath: row('/home/ada', trait('KubeSpawner.volume_mounts.home.mountPath')),
  },
  { pvcName: 'homes' },
);

testAdded<UserMountProps>(
  'spawner.addVolume',
  (jupyterhub, mount) => jupyterhub.spawner.addVolume({ name: 'shared', emptyDir: { medium: 'Memory' } }, mount),
  {
    mountPath: row('/other', trait('KubeSpawner.volume_mounts.0-shared.mountPath')),
    subPath: row('{username}', trait('KubeSpawner.volume_mounts.0-shared.subPath')),
    readOnly: row(true, trait('KubeSpawner.volume_mounts.0-shared.readOnly')),
  },
  { mountPath: '/shared' },
);

const ONE_GPU = { gpu: { count: 1 } };
const PROFILE = 'KubeSpawner.profile_list.0';
testOptions<ProfileProps>(
  'Profile.of',
  (props) => ({ spawner: { profiles: [Profile.of('P', props)] } }),
  {
    ...serverOf(`${PROFILE}.kubespawner_override`),
    slug: row('p', trait(`${PROFILE}.slug`)),
    description: row('A profile', trait(`${PROFILE}.description`)),
    default: row(true, trait(`${PROFILE}.default`)),
    options: row(
      { size: { choices: { big: { memory: { limit: '8G' } } } } },
      trait(`${PROFILE}.profile_options`, {
        size: { choices: { big: { kubespawner_override: { mem_limit: '8G' } } } },
      }),
    ),
    extra: row({ icon: 'x' }, trait(`${PROFILE}.icon`, 'x')),
  },
  ONE_GPU,
);

const OPTION = `${PROFILE}.profile_options.o`;
const option = (o: ProfileOptionProps) => ({ spawner: { profiles: [Profile.of('P', { options: { o } })] } });
const unlistedChoice: Table<UnlistedChoiceProps> = {
  enabled: row(true, trait(`${OPTION}.unlisted_choice.enabled`)),
  displayName: row('Other', trait(`${OPTION}.unlisted_choice.display_name`)),
  displayNameInChoices: row('Other ...', trait(`${OPTION}.unlisted_choice.display_name_in_choices`)),
  validationRegex: row('.+', trait(`${OPTION}.unlisted_choice.validation_regex`)),
  validationMessage: row('Give a name', trait(`${OPTION}.unlisted_choice.validation_message`)),
  kubespawnerOverride: row({ image: '{value}' }, trait(`${OPTION}.unlisted_choice.kubespawner_override`)),
  extra: row({ icon: 'x' }, trait(`${OPTION}.unlisted_choice.icon`, 'x')),
};
testOptions<ProfileOptionProps>(
  'Profile.options.o',
  option,
  {
    displayName: row('Size', trait(`${OPTION}.display_name`)),
    choices: row({ small: {} }, trait(`${OPTION}.choices`)),
    unlistedChoice,
    extra: row({ icon: 'x' }, trait(`${OPTION}.icon`, 'x')),
  },
  { choices: { big: {} } },
);

testOptions<ProfileChoiceProps>(
  'Profile.options.o.choices.c',
  (c) => option({ choices: { c } }),
  {
    ...serverOf(`${OPTION}.choices.c.kubespawner_override`),
    displayName: row('Big', trait(`${OPTION}.choices.c.display_name`)),
    default: row(true, trait(`${OPTION}.choices.c.default`)),
    extra: row({ icon: 'x' }, trait(`${OPTION}.choices.c.icon`, 'x')),
  },
  ONE_GPU,
);
