import { Duration } from 'cdk8s';
import { ImagePullPolicy, PersistentVolumeAccessMode } from 'cdk8s-plus-28';
import { ServerProps } from '../../lib';
import { row, Table, trait } from './table';

const TERM = { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] };
const POD_TERM = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'x' } } };

/** Rows of what a server gets by a profile or a choice: each is a trait of KubeSpawner's, at a path of the configuration. */
export function serverOf(path: string): Table<ServerProps> {
  const override = (name: string) => trait(`${path}.${name}`);
  return {
    cpu: { limit: row(2, override('cpu_limit')), guarantee: row(0.5, override('cpu_guarantee')) },
    memory: { limit: row('4G', override('mem_limit')), guarantee: row('2G', override('mem_guarantee')) },
    gpu: {
      count: row(2, trait(`${path}.extra_resource_limits`, { 'nvidia.com/gpu': 2 })),
      resource: row('amd.com/gpu', trait(`${path}.extra_resource_guarantees`, { 'amd.com/gpu': 1 })),
    },
    traits: row({ my_trait: 1 }, trait(`${path}.my_trait`, 1)),
    allowPrivilegeEscalation: row(true, override('allow_privilege_escalation')),
    args: row(['--x'], override('args')),
    automountServiceAccountToken: row(true, override('automount_service_account_token')),
    cmd: row(['start.sh'], override('cmd')),
    containerSecurityContext: row({ runAsNonRoot: true }, override('container_security_context')),
    debug: row(true, override('debug')),
    defaultUrl: row('/lab', override('default_url')),
    deletePvc: row(true, override('delete_pvc')),
    environment: row({ A: 'b' }, override('environment')),
    extraAnnotations: row({ a: 'b' }, override('extra_annotations')),
    extraContainerConfig: row({ stdin: true }, override('extra_container_config')),
    extraContainers: row([{ name: 'c', image: 'i' }], override('extra_containers')),
    extraLabels: row({ a: 'b' }, override('extra_labels')),
    extraPodConfig: row({ hostNetwork: true }, override('extra_pod_config')),
    extraResourceGuarantees: row({ 'example.org/fpga': '1' }, override('extra_resource_guarantees')),
    extraResourceLimits: row({ 'example.org/fpga': '1' }, override('extra_resource_limits')),
    fsGid: row(7, override('fs_gid')),
    gid: row(7, override('gid')),
    httpTimeout: row(Duration.seconds(7), trait(`${path}.http_timeout`, 7)),
    image: row('i:1', override('image')),
    imagePullPolicy: row(ImagePullPolicy.ALWAYS, trait(`${path}.image_pull_policy`, 'Always')),
    imagePullSecrets: row(['own'], override('image_pull_secrets')),
    initContainers: row([{ name: 'c', image: 'i' }], override('init_containers')),
    lifecycleHooks: row({ preStop: { exec: { command: ['sync'] } } }, override('lifecycle_hooks')),
    nodeAffinityPreferred: row([{ weight: 1, preference: TERM }], override('node_affinity_preferred')),
    nodeAffinityRequired: row([TERM], override('node_affinity_required')),
    nodeSelector: row({ disk: 'ssd' }, override('node_selector')),
    notebookDir: row('x', override('notebook_dir')),
    podAffinityPreferred: row([{ weight: 1, podAffinityTerm: POD_TERM }], override('pod_affinity_preferred')),
    podAffinityRequired: row([POD_TERM], override('pod_affinity_required')),
    podAntiAffinityPreferred: row([{ weight: 1, podAffinityTerm: POD_TERM }], override('pod_anti_affinity_preferred')),
    podAntiAffinityRequired: row([POD_TERM], override('pod_anti_affinity_required')),
    podSecurityContext: row({ runAsNonRoot: true }, override('pod_security_context')),
    port: row(7, override('port')),
    priorityClassName: row('x', override('priority_class_name')),
    privileged: row(true, override('privileged')),
    pvcNameTemplate: row('x', override('pvc_name_template')),
    schedulerName: row('x', override('scheduler_name')),
    serviceAccount: row('x', override('service_account')),
    startTimeout: row(Duration.minutes(7), trait(`${path}.start_timeout`, 420)),
    storageAccessModes: row(
      [PersistentVolumeAccessMode.READ_WRITE_MANY],
      trait(`${path}.storage_access_modes`, ['ReadWriteMany']),
    ),
    storageCapacity: row('x', override('storage_capacity')),
    storageClass: row('x', override('storage_class')),
    storageExtraAnnotations: row({ a: 'b' }, override('storage_extra_annotations')),
    storageExtraLabels: row({ a: 'b' }, override('storage_extra_labels')),
    storagePvcEnsure: row(true, override('storage_pvc_ensure')),
    storageSelector: row({ matchLabels: { a: 'b' } }, override('storage_selector')),
    supplementalGids: row([7], override('supplemental_gids')),
    tolerations: row([{ key: 't' }], override('tolerations')),
    uid: row(7, override('uid')),
    volumeMounts: row([{ name: 'v', mountPath: '/home/jovyan' }], override('volume_mounts')),
    volumes: row([{ name: 'v', emptyDir: {} }], override('volumes')),
    workingDir: row('x', override('working_dir')),
  };
}
