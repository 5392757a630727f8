import { ImagePullPolicy } from 'cdk8s-plus-28';
import {
  DynamicHomeProps,
  ExtraVolumesProps,
  PodSecurityLevel,
  Profile,
  ProfileChoiceProps,
  ProfileOptionProps,
  ProfileProps,
  SpawnerProps,
  StaticHomeProps,
  Storage,
  UnlistedChoiceProps,
  UserMountProps,
} from '../../lib';
import { policyOf } from './common';
import { serverOf } from './server';
import { container, idle, items, pod, row, Table, testAdded, testOptions, trait } from './table';

const PULLER = 'DaemonSet continuous-image-puller';
const PLACEHOLDER = 'StatefulSet user-placeholder';

const SERVER = serverOf({ path: 'KubeSpawner', ofSpawner: 'Spawner', gone: undefined });

const BLOCKER = 'KubeSpawner.init_containers.block-cloud-metadata';
const spawner: Table<SpawnerProps> = {
  ...SERVER,
  podNameTemplate: row('j-{username}', trait('KubeSpawner.pod_name_template')),
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
  podSecurity: idle(PodSecurityLevel.BASELINE, 'a rule checks the pods'),
  profiles: row([Profile.of('Large')], trait('KubeSpawner.profile_list', [{ display_name: 'Large' }])),
};

/** What the options of all servers do besides. */
const elsewhere: Table<
  Pick<
    SpawnerProps,
    'extraTolerations' | 'nodeSelector' | 'image' | 'imagePullSecrets' | 'cpu' | 'memory' | 'extraResource'
  >
> = {
  extraTolerations: row([{ key: 't' }], pod(PULLER, 'tolerations', items({ key: 't' }))),
  nodeSelector: row({ disk: 'ssd' }, pod(PULLER, 'nodeSelector'), pod(PLACEHOLDER, 'nodeSelector')),
  image: row('my.registry/mine:1', pod(PULLER, 'initContainers.image-pull-singleuser.image')),
  imagePullSecrets: row(['own'], pod(PULLER, 'imagePullSecrets', [{ name: 'own' }])),
  cpu: {
    limit: row(2, container(PLACEHOLDER, 'resources.limits', { cpu: 2 })),
    guarantee: row(0.5, container(PLACEHOLDER, 'resources.requests', { cpu: 0.5 })),
  },
  memory: {
    limit: row('4G', container(PLACEHOLDER, 'resources.limits', { memory: '4G' })),
    guarantee: row('2G', container(PLACEHOLDER, 'resources.requests', { memory: '2G' })),
  },
  extraResource: {
    limits: row({ 'nvidia.com/gpu': '1' }, container(PLACEHOLDER, 'resources.limits')),
    guarantees: row({ 'nvidia.com/gpu': '1' }, container(PLACEHOLDER, 'resources.requests')),
  },
};

const ofSpawner = (props: SpawnerProps) => ({ spawner: props });
testOptions<SpawnerProps>('spawner', ofSpawner, spawner, { gpu: { count: 1 } });
testOptions('spawner (elsewhere)', ofSpawner, elsewhere);

const { dynamic, static: _static, type: _type, ...home } = SERVER.storage;
testOptions<DynamicHomeProps>('Storage.dynamic', (props) => ({ spawner: { storage: Storage.dynamic(props) } }), {
  ...dynamic,
  ...home,
});

const { extraVolumes, extraVolumeMounts } = home;
testOptions<ExtraVolumesProps>('Storage.none', (props) => ({ spawner: { storage: Storage.none(props) } }), {
  extraVolumes,
  extraVolumeMounts,
});

testOptions<StaticHomeProps>(
  'Storage.static',
  (props) => ({ spawner: { storage: Storage.static(props) } }),
  {
    pvcName: row('other', trait('KubeSpawner.volumes.home.persistentVolumeClaim.claimName')),
    subPath: row('homes/{username}', trait('KubeSpawner.volume_mounts.home.subPath')),
    homeMountPath: row('/home/ada', trait('KubeSpawner.volume_mounts.home.mountPath')),
    extraVolumes,
    extraVolumeMounts,
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
    ...serverOf({
      path: `${PROFILE}.kubespawner_override`,
      prefix: 'profile/',
      files: { volume: 'profile-files', key: 'p.' },
      gone: null,
    }),
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
  traits: row({ image: '{value}' }, trait(`${OPTION}.unlisted_choice.kubespawner_override`)),
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
    ...serverOf({
      path: `${OPTION}.choices.c.kubespawner_override`,
      prefix: 'profile/o/',
      files: { volume: 'option-0-files', key: 'p.o.c.' },
      gone: null,
    }),
    displayName: row('Big', trait(`${OPTION}.choices.c.display_name`)),
    default: row(true, trait(`${OPTION}.choices.c.default`)),
    extra: row({ icon: 'x' }, trait(`${OPTION}.choices.c.icon`, 'x')),
  },
  ONE_GPU,
);
