import { Storage } from '../../lib';
import { everywhere, hub, profile, spawner, Mistake } from './mistake';

export const KUBERNETES: readonly Mistake[] = [
  ...everywhere('tol op', { extraTolerations: [{ key: 'a', operator: 'Exist' }] }),
  ...everywhere('tol eff', { extraTolerations: [{ key: 'a', operator: 'Exists', effect: 'NoSchedul' }] }),
  ...everywhere('tol exists value', { extraTolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }),
  ['hub tol', () => hub({ hub: { tolerations: [{ key: 'a', operator: 'exists' }] } })],
  ...everywhere('tol no key', { extraTolerations: [{ operator: 'Equal', value: 'a' }] }),
  ...everywhere('affinity op', {
    extraNodeAffinity: { required: [{ matchExpressions: [{ key: 'a', operator: 'in', values: ['x'] }] }] },
  }),
  ...everywhere('weight', {
    extraNodeAffinity: {
      preferred: [{ weight: 0, preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['x'] }] } }],
    },
  }),
  ...everywhere('aff In no values', {
    extraNodeAffinity: { required: [{ matchExpressions: [{ key: 'a', operator: 'In' }] }] },
  }),
  ['access mode', () => spawner({ storage: Storage.dynamic({ storageAccessModes: ['ReadWrite' as never] }) })],
  ['pull policy', () => spawner({ imagePullPolicy: 'always' })],
  ['dns', () => hub({ hub: { extraPodSpec: { dnsPolicy: 'Clusterfirst' } } })],
  ['dns user', () => spawner({ extraPodConfig: { dnsPolicy: 'Clusterfirst' } })],
  ['dns snake', () => spawner({ extraPodConfig: { dns_policy: 'Clusterfirst' } })],
  ['strategy', () => hub({ hub: { deploymentStrategy: { type: 'Rolling' } } })],
  ['seccomp', () => spawner({ podSecurityContext: { seccompProfile: { type: 'runtime/default' } } })],
  ['protocol', () => hub({ hub: { networkPolicy: { egress: [{ ports: [{ port: 53, protocol: 'udp' }] }] } } })],
  [
    'probe port',
    () =>
      hub({
        hub: { extraContainers: [{ name: 'a', image: 'a:1', livenessProbe: { httpGet: { port: 0 as never } } }] },
      }),
  ],
  [
    'regex',
    () =>
      profile({
        options: {
          o: {
            unlistedChoice: { enabled: true, displayName: 'x', validationRegex: '([a', traits: { image: '{value}' } },
          },
        },
      }),
  ],
  [
    'regex2',
    () =>
      profile({
        options: {
          o: {
            unlistedChoice: { enabled: true, displayName: 'x', validationRegex: '*a', traits: { image: '{value}' } },
          },
        },
      }),
  ],
  ['workingDir', () => spawner({ workingDir: 'work' })],
  ['cmd empty', () => spawner({ cmd: '' })],
];
