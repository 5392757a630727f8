/**
 * Options of a server that are one trait of KubeSpawner each. What becomes volumes and mounts (`storage`, `extraFiles`) is not among them, nor is
 * `traits`.
 */
export const SERVER_TRAITS: readonly (readonly [option: string, trait: string])[] = [
  ['allowPrivilegeEscalation', 'allow_privilege_escalation'],
  ['args', 'args'],
  ['automountServiceAccountToken', 'automount_service_account_token'],
  ['cmd', 'cmd'],
  ['containerSecurityContext', 'container_security_context'],
  ['cpu.guarantee', 'cpu_guarantee'],
  ['cpu.limit', 'cpu_limit'],
  ['debug', 'debug'],
  ['defaultUrl', 'default_url'],
  ['extraAnnotations', 'extra_annotations'],
  ['extraContainerConfig', 'extra_container_config'],
  ['extraContainers', 'extra_containers'],
  ['extraEnv', 'environment'],
  ['extraLabels', 'extra_labels'],
  ['extraNodeAffinity.preferred', 'node_affinity_preferred'],
  ['extraNodeAffinity.required', 'node_affinity_required'],
  ['extraPodAffinity.preferred', 'pod_affinity_preferred'],
  ['extraPodAffinity.required', 'pod_affinity_required'],
  ['extraPodAntiAffinity.preferred', 'pod_anti_affinity_preferred'],
  ['extraPodAntiAffinity.required', 'pod_anti_affinity_required'],
  ['extraPodConfig', 'extra_pod_config'],
  ['extraResource.guarantees', 'extra_resource_guarantees'],
  ['extraResource.limits', 'extra_resource_limits'],
  ['extraTolerations', 'tolerations'],
  ['fsGid', 'fs_gid'],
  ['gid', 'gid'],
  ['httpTimeout', 'http_timeout'],
  ['image', 'image'],
  ['imagePullPolicy', 'image_pull_policy'],
  ['imagePullSecrets', 'image_pull_secrets'],
  ['initContainers', 'init_containers'],
  ['lifecycleHooks', 'lifecycle_hooks'],
  ['memory.guarantee', 'mem_guarantee'],
  ['memory.limit', 'mem_limit'],
  ['nodeSelector', 'node_selector'],
  ['notebookDir', 'notebook_dir'],
  ['podSecurityContext', 'pod_security_context'],
  ['port', 'port'],
  ['priorityClassName', 'priority_class_name'],
  ['privileged', 'privileged'],
  ['schedulerName', 'scheduler_name'],
  ['serviceAccountName', 'service_account'],
  ['startTimeout', 'start_timeout'],
  ['storage.extraAnnotations', 'storage_extra_annotations'],
  ['storage.extraLabels', 'storage_extra_labels'],
  ['supplementalGids', 'supplemental_gids'],
  ['uid', 'uid'],
  ['workingDir', 'working_dir'],
];

/** The same for claims, which only homes on a claim for each user have. */
export const CLAIM_TRAITS: readonly (readonly [option: string, trait: string])[] = [
  ['storage.capacity', 'storage_capacity'],
  ['storage.dynamic.deletePvc', 'delete_pvc'],
  ['storage.dynamic.pvcNameTemplate', 'pvc_name_template'],
  ['storage.dynamic.storageAccessModes', 'storage_access_modes'],
  ['storage.dynamic.storageClass', 'storage_class'],
  ['storage.dynamic.storageSelector', 'storage_selector'],
];

/** The same of what all servers have alike. */
export const SPAWNER_TRAITS: readonly (readonly [option: string, trait: string])[] = [
  ['events', 'events_enabled'],
  ['podNameTemplate', 'pod_name_template'],
  ['profiles', 'profile_list'],
];

/** What becomes volumes and mounts beside others. */
export const VOLUME_TRAITS: readonly (readonly [option: string, trait: string])[] = [
  ['storage.extraVolumes', 'volumes'],
  ['storage.extraVolumeMounts', 'volume_mounts'],
];

/** The option of a server by the trait that it sets, volumes and mounts among them. */
export const SERVER_OPTION_OF_TRAIT: ReadonlyMap<string, string> = new Map([
  ...[...SERVER_TRAITS, ...CLAIM_TRAITS, ...VOLUME_TRAITS].map(([option, trait]) => [trait, option] as const),
]);
