import { profile, profiles, RuleExamples, singleuser } from './forms';

const MOUNT = 'extraVolumeMounts: [{ name: shared, mountPath: /shared }]';

const SHARED = singleuser('storage: { extraVolumes: [{ name: shared, emptyDir: {} }] }');

/** A profile, below options of users' servers. */
const large = (override: string) => profile(override).replace('singleuser:\n', '');

/** Examples of the rules about users' servers and their profiles. */
export const SERVER_EXAMPLES: RuleExamples = {
  'user-pod/environment': {
    wrong: singleuser('extraEnv: { PORT: 8000 }'),
    right: singleuser('extraEnv: { PORT: "8000" }'),
  },
  'user-pod/null-volume': {
    wrong: singleuser('storage: { extraVolumes: { shared: null } }'),
    right: singleuser('storage: { extraVolumes: {} }'),
  },
  'user-pod/mount-without-volume': {
    wrong: singleuser('storage:', `  ${MOUNT}`),
    right: singleuser(
      'storage:',
      '  extraVolumes: [{ name: shared, persistentVolumeClaim: { claimName: shared } }]',
      `  ${MOUNT}`,
    ),
  },
  'user-pod/two-mounts-at-one-path': {
    wrong: singleuser(
      'storage:',
      '  extraVolumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }]',
      '  extraVolumeMounts: [{ name: a, mountPath: /data }, { name: b, mountPath: /data }]',
    ),
    right: singleuser(
      'storage:',
      '  extraVolumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }]',
      '  extraVolumeMounts: [{ name: a, mountPath: /data }, { name: b, mountPath: /more }]',
    ),
  },
  'user-pod/guarantee-over-limit': {
    wrong: singleuser('memory: { guarantee: 4G, limit: 2G }'),
    right: singleuser('memory: { guarantee: 2G, limit: 4G }'),
  },
  'user-pod/metadata-block-lost': {
    wrong: singleuser('cloudMetadata: { blockWithIptables: true }').concat(
      large('init_containers: [{ name: fetch, image: "busybox:1.37" }]'),
    ),
    right: singleuser(
      'cloudMetadata: { blockWithIptables: true }',
      'initContainers: [{ name: fetch, image: "busybox:1.37" }]',
    ),
  },
  'user-pod/replaces-finished': {
    wrong: singleuser('extraPodConfig: { volumes: [{ name: shared, emptyDir: {} }] }'),
    right: singleuser('storage: { extraVolumes: [{ name: shared, emptyDir: {} }] }'),
  },
  'user-pod/command-in-one-word': {
    wrong: singleuser('cmd: start.sh --debug'),
    right: singleuser('cmd: [start.sh, --debug]'),
  },
  'user-pod/file-below-home': {
    wrong: singleuser('extraFiles:', '  git: { mountPath: /home/jovyan/.config/git, stringData: "[user]" }'),
    right: singleuser('extraFiles:', '  git: { mountPath: /etc/gitconfig, stringData: "[user]" }'),
  },
  'options/without-effect': {
    wrong: singleuser('networkTools: { image: { pullSecrets: [registry] } }'),
    right: 'imagePullSecrets: [registry]\n',
  },
  'profiles/unknown-key': {
    wrong: profiles('- display_name: Large', '  mem_limit: 8G'),
    right: profile('mem_limit: 8G'),
  },
  'profiles/unknown-override': {
    wrong: profile('mem_limt: 8G'),
    right: profile('mem_limit: 8G'),
  },
  'profiles/null-override': {
    wrong: profiles('- display_name: Small', '  kubespawner_override:'),
    right: profiles('- display_name: Small'),
  },
  'profiles/slug-twice': {
    wrong: profiles('- display_name: Large', '- display_name: Large +'),
    right: profiles('- display_name: Large', '- display_name: Large +', '  slug: larger'),
  },
  'profiles/early-trait': {
    wrong: profile('pvc_name_template: large-{username}'),
    right: singleuser('storage: { dynamic: { pvcNameTemplate: "large-{username}" } }'),
  },
  'profiles/two-defaults': {
    wrong: profiles('- { display_name: Small, default: true }', '- { display_name: Large, default: true }'),
    right: profiles('- { display_name: Small, default: true }', '- { display_name: Large }'),
  },
  'profiles/option-without-choices': {
    wrong: profiles('- display_name: Large', '  profile_options:', '    image: { display_name: Image }'),
    right: profiles(
      '- display_name: Large',
      '  profile_options:',
      '    image:',
      '      display_name: Image',
      '      unlisted_choice: { enabled: true, kubespawner_override: { image: "{value}" } }',
    ),
  },
  'profiles/home-not-mounted': {
    wrong: SHARED.concat(large('volume_mounts: [{ name: shared, mountPath: /shared }]')),
    right: SHARED.concat(large('volume_mounts: { shared: { name: shared, mountPath: /shared } }')),
  },
  'user-pod/home-replaced': {
    wrong: singleuser(
      'storage:',
      '  type: static',
      '  static: { pvcName: homes }',
      '  extraVolumes: [{ name: home, emptyDir: {} }]',
    ),
    right: singleuser(
      'storage:',
      '  type: static',
      '  static: { pvcName: homes }',
      '  extraVolumes: [{ name: scratch, emptyDir: {} }]',
    ),
  },
};
