import { Duration, Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Storage } from '../../lib';
import { everywhere, hub, spawner, Mistake } from './mistake';

export const RESOURCES: readonly Mistake[] = [
  ...everywhere('mem 512M limit', { memory: { limit: '512M' } }),
  ...everywhere('mem 4GB', { memory: { limit: '4GB' } }),
  ...everywhere('mem "4 G"', { memory: { limit: '4 G', guarantee: 0 } }),
  ...everywhere('mem 4', { memory: { limit: 4, guarantee: 0 } }),
  ...everywhere('mem neg', { memory: { limit: '-4G', guarantee: '-5G' } }),
  ...everywhere('mem neg n', { memory: { guarantee: -5 } }),
  ...everywhere('mem NaN', { memory: { limit: NaN } }),
  ...everywhere('mem Inf', { memory: { limit: Infinity } }),
  ...everywhere('mem size 512Mi', { memory: { limit: Size.mebibytes(512) } }),
  ...everywhere('cap 10GB', { storage: Storage.dynamic({ capacity: '10GB' }) }),
  ...everywhere('cap neg', { storage: { capacity: '-10Gi' } }),
  ...everywhere('cap 10', { storage: { capacity: '10' } }),
  ...everywhere('cpu 1 core', { cpu: { limit: '1 core' } }),
  ...everywhere('cpu neg', { cpu: { limit: -1 } }),
  ...everywhere('cpu NaN', { cpu: { guarantee: NaN } }),
  ...everywhere('cpu under', { cpu: { guarantee: 2, limit: 1 } }),
  ...everywhere('gpu .5', { gpu: { count: 0.5 } }),
  ...everywhere('gpu -1', { gpu: { count: -1 } }),
  ...everywhere('gpu NaN', { gpu: { count: NaN } }),
  ...everywhere('gpu res', { gpu: { count: 1, resource: 'my gpu' } }),
  ...everywhere('extra gpu .5', {
    extraResource: { limits: { 'nvidia.com/gpu': 0.5 }, guarantees: { 'nvidia.com/gpu': 0.5 } },
  }),
  ['restart', () => hub({ hub: { extraPodSpec: { restartPolicy: 'always' } } })],
  ['Duration 0', () => spawner({ startTimeout: Duration.minutes(0) })],
  ['http 0', () => spawner({ httpTimeout: Duration.minutes(0) })],
  ['cull 0', () => hub({ culling: { timeout: Duration.minutes(0) } })],
  ['cull every 0', () => hub({ culling: { every: Duration.seconds(0) } })],
  ['cull every > timeout', () => hub({ culling: { timeout: Duration.minutes(5), every: Duration.minutes(10) } })],
  ['cull concurrency', () => hub({ culling: { concurrency: 0 } })],
  ['cull conc frac', () => hub({ culling: { concurrency: 1.5 } })],
  ['pdb', () => hub({ hub: { pdb: { minAvailable: '150%' } } })],
  ['pdb neg', () => hub({ hub: { pdb: { minAvailable: -1 } } })],
  ['pdb frac', () => hub({ hub: { pdb: { maxUnavailable: 0.5 } } })],
  ['pdb str', () => hub({ hub: { pdb: { maxUnavailable: '1' } } })],
  ['replicas', () => hub({ scheduling: { userPlaceholder: { replicas: -1 }, podPriority: { enabled: true } } })],
  ['replicas frac', () => hub({ scheduling: { userScheduler: { replicas: 1.5 } } })],
  ['uid neg', () => spawner({ uid: -1 })],
  ['uid frac', () => spawner({ fsGid: 1.5 })],
  ['limit neg', () => hub({ hub: { concurrentSpawnLimit: -1 } })],
  ['named', () => hub({ hub: { namedServerLimitPerUser: -1 } })],
  ['priority', () => hub({ scheduling: { podPriority: { enabled: true, defaultPriority: 3e9 } } })],
  ['priority frac', () => hub({ scheduling: { podPriority: { enabled: true, defaultPriority: 0.5 } } })],
  ['res', () => hub({ hub: { resources: { limits: { cpu: '1 core' } } } })],
  ['res mem', () => hub({ hub: { resources: { requests: { memory: '4GB' } } } })],
  ['res neg', () => hub({ hub: { resources: { requests: { memory: '-4G' } } } })],
  ['res NaN', () => hub({ hub: { resources: { requests: { cpu: NaN } } } })],
  ['res m', () => hub({ hub: { resources: { requests: { memory: '512m' } } } })],
  ['res name', () => hub({ hub: { resources: { requests: { 'me mory': '512M' } } } })],
  [
    'ctr res',
    () =>
      spawner({
        extraContainers: [
          { name: 'a', image: 'a:1', resources: { limits: { memory: k8s.Quantity.fromString('4GB') } } },
        ],
      }),
  ],
  [
    'ctr res 2',
    () => spawner({ extraContainers: [{ name: 'a', image: 'a:1', resources: { limits: { memory: '4GB' } } }] }),
  ],
];
