// Serves test_profiles.py: prints the objects of a release for each of these options of the users' servers, as JSON.
import { EnvValue } from 'cdk8s-plus-28';
import { Profile, SecretValue, ServerProps, SpawnerProps, Storage } from '../../../../lib';
import { objectsOf } from '../../../support/typed';

const volume = (name: string, mountPath = `/${name}`): ServerProps => ({
  storage: { extraVolumes: [{ name, emptyDir: {} }], extraVolumeMounts: [{ name, mountPath }] },
});
const toleration = (key: string) => ({ key, operator: 'Exists' });
const container = (name: string) => ({ name, image: `example.org/${name}:1` });
const term = (key: string) => ({ matchExpressions: [{ key, operator: 'Exists' }] });

/** Something of every list and map, told by its name. */
const everything = (name: string): ServerProps => ({
  ...volume(name),
  extraEnv: { [name.toUpperCase()]: name },
  extraFiles: { file: { mountPath: `/etc/${name}.txt`, stringData: name } },
  extraTolerations: [toleration(name)],
  extraNodeAffinity: {
    required: name === 'two' ? [] : [term(name)],
    preferred: [{ weight: 1, preference: term(name) }],
  },
  nodeSelector: { [name]: 'yes' },
  initContainers: [container(name)],
  extraContainers: [container(`${name}-sidecar`)],
  extraLabels: { [name]: 'yes' },
  extraAnnotations: { [name]: 'yes' },
  imagePullSecrets: [`${name}-registry`],
  extraResource: { limits: { [`example.org/${name}`]: 1 }, guarantees: { [`example.org/${name}`]: 1 } },
});

const PROGRAMS: Record<string, SpawnerProps> = {
  adds: {
    ...everything('all'),
    profiles: [
      Profile.of('Plain'),
      Profile.of('Full', {
        ...everything('profile'),
        options: {
          one: { choices: { small: {}, big: everything('one') } },
          two: { choices: { small: {}, big: everything('two') } },
        },
      }),
      Profile.of('One option', { options: { one: { choices: { small: {}, big: everything('one') } } } }),
    ],
  },
  variables: {
    extraEnv: {
      TEXT: 'all',
      BECOMES_SOURCE: 'all',
      BECOMES_TEXT: SecretValue.fromSecret('all', 'key'),
      OTHER_SOURCE: EnvValue.fromValue('all'),
    },
    profiles: [
      Profile.of('Plain'),
      Profile.of('Secrets', {
        extraEnv: {
          TEXT: 'profile',
          BECOMES_SOURCE: SecretValue.fromSecret('profile', 'key'),
          BECOMES_TEXT: 'profile',
          OTHER_SOURCE: { configMapKeyRef: { name: 'profile', key: 'key' } },
          KUBERNETES: EnvValue.fromSecretValue({ secret: { name: 'kplus' } as never, key: 'key' }),
        },
        options: {
          one: { choices: { none: {}, some: { extraEnv: { OTHER_SOURCE: SecretValue.fromSecret('choice', 'key') } } } },
          two: { choices: { none: {}, some: { extraEnv: { OTHER_SOURCE: 'choice' } } } },
        },
      }),
    ],
  },
  homes: {
    profiles: [
      Profile.of('Plain'),
      Profile.of('Scratch', { storage: Storage.none() }),
      Profile.of('Shared', { storage: Storage.static({ pvcName: 'shared', subPath: '{username}' }) }),
      Profile.of('Elsewhere', { storage: { homeMountPath: '/home/ada' } }),
      Profile.of('Large', { storage: Storage.dynamic({ capacity: '50Gi', storageClass: 'fast' }) }),
      Profile.of('Annotated', { storage: { extraLabels: { a: 'b' }, extraAnnotations: { c: 'd' } } }),
    ],
  },
  hooks: {
    lifecycleHooks: { postStart: { exec: { command: ['all'] } }, preStop: { exec: { command: ['stop'] } } },
    containerSecurityContext: { runAsNonRoot: true },
    profiles: [
      Profile.of('Other', {
        lifecycleHooks: { postStart: { sleep: { seconds: 5 } } } as never,
        containerSecurityContext: { readOnlyRootFilesystem: true },
      }),
    ],
  },
  replaces: {
    ...everything('all'),
    profiles: [Profile.of('Bare', { traits: { tolerations: [toleration('bare')], environment: { ALL: null } } })],
  },
};

const objects = Object.entries(PROGRAMS).map(([name, spawner]) => [name, objectsOf({ spawner })] as const);
process.stdout.write(JSON.stringify(Object.fromEntries(objects)));
