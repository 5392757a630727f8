import { Duration } from 'cdk8s';
import { ImagePullPolicy, PersistentVolumeAccessMode } from 'cdk8s-plus-28';
import { PodAffinityRulesProps, ServerProps, StorageProps, StorageType } from '../../lib';
import { items, refused, row, secret, Table, trait } from './table';

/** Where the traits of a server stand: those of all, or of a profile or a choice. */
export interface ServerPlace {
  readonly path: string;
  /** Where `cmd` and `default_url` stand, if elsewhere. */
  readonly ofSpawner?: string;
  /** Prefix of the keys of mounts. */
  readonly prefix?: string;
  /** Prefix of the names that files have. */
  readonly files?: { readonly volume: string; readonly key: string };
  /** What stands for an entry that is taken away: in an override, a null. */
  readonly gone: null | undefined;
}

const term = { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] };
const podTerm = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'x' } } };

function storageOf(place: ServerPlace): Table<StorageProps> {
  const { path, prefix = '', gone } = place;
  const staticStorage = { spawner: { storage: { type: StorageType.STATIC, static: { pvcName: 'other' } } } };
  const home = `${path}.volume_mounts.volume-{user_server}`;
  return {
    type: row(
      StorageType.NONE,
      trait(`${path}.volumes.volume-{user_server}`, gone),
      trait(`${path}.volume_mounts.volume-{user_server}`, gone),
    ),
    extraLabels: row({ a: 'b' }, trait(`${path}.storage_extra_labels`)),
    extraAnnotations: row({ a: 'b' }, trait(`${path}.storage_extra_annotations`)),
    extraVolumes: row([{ name: 'v', emptyDir: {} }], trait(`${path}.volumes.v`, { name: 'v', emptyDir: {} })),
    extraVolumeMounts: row(
      [{ name: 'w', mountPath: '/w' }],
      trait(`${path}.volume_mounts.${prefix}0-w`, { name: 'w', mountPath: '/w' }),
    ).beside({ spawner: { storage: { extraVolumes: [{ name: 'w', emptyDir: {} }] } } }),
    static: {
      pvcName: row('homes', trait(`${path}.volumes.home.persistentVolumeClaim.claimName`)).beside(staticStorage),
      subPath: row('homes/{username}', trait(`${path}.volume_mounts.home.subPath`)).beside(staticStorage),
    },
    capacity: row('5Gi', trait(`${path}.storage_capacity`)),
    homeMountPath: row('/home/ada', trait(`${home}.mountPath`)),
    dynamic: {
      storageClass: row('fast', trait(`${path}.storage_class`)),
      pvcNameTemplate:
        place.gone === null
          ? refused('claim-{username}', 'has no effect')
          : row('claim-{username}', trait(`${path}.pvc_name_template`)),
      volumeNameTemplate: row('v-{username}', trait(`${path}.volumes.v-{username}`, { name: 'v-{username}' })),
      storageAccessModes: row(
        [PersistentVolumeAccessMode.READ_WRITE_MANY],
        trait(`${path}.storage_access_modes`, ['ReadWriteMany']),
      ),
      subPath: row('home', trait(`${home}.subPath`)),
      storageSelector: row({ matchLabels: { a: 'b' } }, trait(`${path}.storage_selector`)),
      deletePvc: row(false, trait(`${path}.delete_pvc`)),
    },
  };
}

/** Rows of what a server gets: each is a trait of KubeSpawner's, at a path of the configuration. */
export function serverOf(place: ServerPlace): Table<ServerProps> {
  const { path, ofSpawner = path, prefix = '', files = { volume: 'files', key: '' } } = place;
  const own = (name: string) => trait(`${path}.${name}`);
  const added = (name: string, item: unknown) => trait(`${path}.${name}`, items(item));
  const affinity = (kind: string): Table<PodAffinityRulesProps> => ({
    required: row([podTerm], own(`${kind}_required`)),
    preferred: row([{ weight: 1, podAffinityTerm: podTerm }], own(`${kind}_preferred`)),
  });
  return {
    extraTolerations: row([{ key: 't' }], added('tolerations', { key: 't' })),
    nodeSelector: row({ disk: 'ssd' }, own('node_selector')),
    extraNodeAffinity: {
      required: row([term], own('node_affinity_required')),
      preferred: row(
        [{ weight: 1, preference: term }],
        added('node_affinity_preferred', { weight: 1, preference: term }),
      ),
    },
    extraPodAffinity: affinity('pod_affinity'),
    extraPodAntiAffinity: affinity('pod_anti_affinity'),
    schedulerName: row('x', own('scheduler_name')),
    priorityClassName: row('x', own('priority_class_name')),
    image: row('i:1', own('image')),
    imagePullPolicy: row(ImagePullPolicy.ALWAYS, trait(`${path}.image_pull_policy`, 'Always')),
    imagePullSecrets: row(['own'], own('image_pull_secrets')),
    cpu: { limit: row(2, own('cpu_limit')), guarantee: row(0.5, own('cpu_guarantee')) },
    memory: { limit: row('4G', own('mem_limit')), guarantee: row('2G', own('mem_guarantee')) },
    gpu: {
      count: row(
        2,
        trait(`${path}.extra_resource_limits`, { 'nvidia.com/gpu': 2 }),
        trait(`${path}.extra_resource_guarantees`, { 'nvidia.com/gpu': 2 }),
      ),
      resource: row('amd.com/gpu', trait(`${path}.extra_resource_limits`, { 'amd.com/gpu': 1 })),
    },
    extraResource: {
      limits: row({ 'example.org/fpga': '1' }, own('extra_resource_limits')),
      guarantees: row({ 'example.org/fpga': '1' }, own('extra_resource_guarantees')),
    },
    extraEnv: row({ A: 'b' }, own('environment')),
    extraFiles: row(
      { f: { mountPath: '/etc/f.txt', stringData: 'text' } },
      secret('singleuser', `${files.key}f`, 'text'),
      trait(`${path}.volumes.${files.volume}`, {
        secret: { secretName: 'singleuser', items: [{ key: `${files.key}f`, path: `${files.key}f` }] },
      }),
      trait(`${path}.volume_mounts.${prefix}0-${files.volume}`, {
        name: files.volume,
        subPath: `${files.key}f`,
        mountPath: '/etc/f.txt',
      }),
    ),
    storage: storageOf(place),
    cmd: row(['start.sh'], trait(`${ofSpawner}.cmd`)),
    args: row(['--x'], own('args')),
    defaultUrl: row('/lab', trait(`${ofSpawner}.default_url`)),
    notebookDir: row('x', own('notebook_dir')),
    workingDir: row('x', own('working_dir')),
    port: row(7, own('port')),
    startTimeout: row(Duration.minutes(7), trait(`${path}.start_timeout`, 420)),
    httpTimeout: row(Duration.seconds(7), trait(`${path}.http_timeout`, 7)),
    debug: row(true, own('debug')),
    lifecycleHooks: row({ preStop: { exec: { command: ['sync'] } } }, own('lifecycle_hooks')),
    initContainers: row([{ name: 'c', image: 'i' }], added('init_containers', { name: 'c', image: 'i' })),
    extraContainers: row([{ name: 'c', image: 'i' }], own('extra_containers')),
    extraLabels: row({ a: 'b' }, trait(`${path}.extra_labels`, { a: 'b' })),
    extraAnnotations: row({ a: 'b' }, own('extra_annotations')),
    uid: row(7, own('uid')),
    gid: row(7, own('gid')),
    fsGid: row(7, own('fs_gid')),
    supplementalGids: row([7], own('supplemental_gids')),
    privileged: row(true, own('privileged')),
    allowPrivilegeEscalation: row(true, own('allow_privilege_escalation')),
    containerSecurityContext: row({ runAsNonRoot: true }, own('container_security_context')),
    podSecurityContext: row({ runAsNonRoot: true }, own('pod_security_context')),
    serviceAccountName: row('x', own('service_account')),
    automountServiceAccountToken: row(true, own('automount_service_account_token')),
    extraContainerConfig: row({ stdin: true }, own('extra_container_config')),
    extraPodConfig: row({ hostNetwork: true }, own('extra_pod_config')),
    traits: row({ my_trait: 1 }, trait(`${path}.my_trait`, 1)),
  };
}
