import type { Duration, Size } from 'cdk8s';
import type { ImagePullPolicy, IServiceAccount, ISecret, k8s, PersistentVolumeAccessMode } from 'cdk8s-plus-28';
import { SecretValue } from '../../secrets/secret-value';

/** Traits of KubeSpawner that a profile, or a choice in it, can set for the servers started with it. CPU and memory have options of their own. */
export interface SpawnerTraits {
  /**
   * Whether processes may gain privileges.
   *
   * Source: `KubeSpawner.allow_privilege_escalation`
   * @default - the spawner's own
   */
  readonly allowPrivilegeEscalation?: boolean;
  /**
   * More arguments of the command.
   *
   * Source: `KubeSpawner.args`
   * @default - the spawner's own
   */
  readonly args?: string[];
  /**
   * Whether the pod gets a token of its ServiceAccount.
   *
   * Source: `KubeSpawner.automount_service_account_token`
   * @default - the spawner's own
   */
  readonly automountServiceAccountToken?: boolean;
  /**
   * Command of the container: a text or a list.
   *
   * Source: `KubeSpawner.cmd`
   * @default - the spawner's own
   */
  readonly cmd?: string | string[];
  /**
   * Kubernetes `SecurityContext` of the container.
   *
   * Source: `KubeSpawner.container_security_context`
   * @default - the spawner's own
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Whether the server logs all it does.
   *
   * Source: `KubeSpawner.debug`
   * @default - the spawner's own
   */
  readonly debug?: boolean;
  /**
   * Path that users land on.
   *
   * Source: `KubeSpawner.default_url`
   * @default - the spawner's own
   */
  readonly defaultUrl?: string;
  /**
   * Whether the claim is deleted with the user or named server.
   *
   * Source: `KubeSpawner.delete_pvc`
   * @default - the spawner's own
   */
  readonly deletePvc?: boolean;
  /**
   * Environment variables by name; KubeSpawner fills in `{username}` and the like.
   *
   * Source: `KubeSpawner.environment`
   * @default - the spawner's own
   */
  readonly environment?: { [name: string]: string | SecretValue | k8s.EnvVarSource };
  /**
   * More annotations of the pod.
   *
   * Source: `KubeSpawner.extra_annotations`
   * @default - the spawner's own
   */
  readonly extraAnnotations?: { [key: string]: string };
  /**
   * Fields laid over the container (Kubernetes `Container`). Escape hatch: passed on as it is, unchecked.
   *
   * Source: `KubeSpawner.extra_container_config`
   * @default - the spawner's own
   */
  readonly extraContainerConfig?: { [key: string]: any };
  /**
   * More containers of the pod: a list of Kubernetes `Container`.
   *
   * Source: `KubeSpawner.extra_containers`
   * @default - the spawner's own
   */
  readonly extraContainers?: k8s.Container[];
  /**
   * More labels of the pod.
   *
   * Source: `KubeSpawner.extra_labels`
   * @default - the spawner's own
   */
  readonly extraLabels?: { [key: string]: string };
  /**
   * Fields laid over the pod's spec (Kubernetes `PodSpec`). Escape hatch: passed on as it is, unchecked.
   *
   * Source: `KubeSpawner.extra_pod_config`
   * @default - the spawner's own
   */
  readonly extraPodConfig?: { [key: string]: any };
  /**
   * Requests for other resources by name, e.g. `nvidia.com/gpu`.
   *
   * Source: `KubeSpawner.extra_resource_guarantees`
   * @default - the spawner's own
   */
  readonly extraResourceGuarantees?: { [resource: string]: number | string };
  /**
   * Limits of other resources by name, e.g. `nvidia.com/gpu`.
   *
   * Source: `KubeSpawner.extra_resource_limits`
   * @default - the spawner's own
   */
  readonly extraResourceLimits?: { [resource: string]: number | string };
  /**
   * Group id of the volumes.
   *
   * Source: `KubeSpawner.fs_gid`
   * @default - the spawner's own
   */
  readonly fsGid?: number;
  /**
   * Group id of the container.
   *
   * Source: `KubeSpawner.gid`
   * @default - the spawner's own
   */
  readonly gid?: number;
  /**
   * How long the server may take to answer once its pod runs.
   *
   * Source: `KubeSpawner.http_timeout`
   * @default - the spawner's own
   */
  readonly httpTimeout?: Duration;
  /**
   * Image with its tag.
   *
   * Source: `KubeSpawner.image`
   * @default - the spawner's own
   */
  readonly image?: string;
  /**
   * When the kubelet pulls.
   *
   * Source: `KubeSpawner.image_pull_policy`
   * @default - the spawner's own
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Secrets to pull the image with: names, or Secrets.
   *
   * Source: `KubeSpawner.image_pull_secrets`
   * @default - the spawner's own
   */
  readonly imagePullSecrets?: (string | ISecret)[];
  /**
   * Init containers: a list of Kubernetes `Container`.
   *
   * Source: `KubeSpawner.init_containers`
   * @default - the spawner's own
   */
  readonly initContainers?: k8s.Container[];
  /**
   * Kubernetes `Lifecycle` of the container.
   *
   * Source: `KubeSpawner.lifecycle_hooks`
   * @default - the spawner's own
   */
  readonly lifecycleHooks?: k8s.Lifecycle;
  /**
   * Kubernetes `PreferredSchedulingTerm` for nodes.
   *
   * Source: `KubeSpawner.node_affinity_preferred`
   * @default - the spawner's own
   */
  readonly nodeAffinityPreferred?: k8s.PreferredSchedulingTerm[];
  /**
   * Kubernetes `NodeSelectorTerm` for nodes.
   *
   * Source: `KubeSpawner.node_affinity_required`
   * @default - the spawner's own
   */
  readonly nodeAffinityRequired?: k8s.NodeSelectorTerm[];
  /**
   * Labels of the nodes the pod may run on.
   *
   * Source: `KubeSpawner.node_selector`
   * @default - the spawner's own
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Folder that the server opens.
   *
   * Source: `KubeSpawner.notebook_dir`
   * @default - the spawner's own
   */
  readonly notebookDir?: string;
  /**
   * Kubernetes `WeightedPodAffinityTerm` to pods.
   *
   * Source: `KubeSpawner.pod_affinity_preferred`
   * @default - the spawner's own
   */
  readonly podAffinityPreferred?: k8s.WeightedPodAffinityTerm[];
  /**
   * Kubernetes `PodAffinityTerm` to pods.
   *
   * Source: `KubeSpawner.pod_affinity_required`
   * @default - the spawner's own
   */
  readonly podAffinityRequired?: k8s.PodAffinityTerm[];
  /**
   * Kubernetes `WeightedPodAffinityTerm` away from pods.
   *
   * Source: `KubeSpawner.pod_anti_affinity_preferred`
   * @default - the spawner's own
   */
  readonly podAntiAffinityPreferred?: k8s.WeightedPodAffinityTerm[];
  /**
   * Kubernetes `PodAffinityTerm` away from pods.
   *
   * Source: `KubeSpawner.pod_anti_affinity_required`
   * @default - the spawner's own
   */
  readonly podAntiAffinityRequired?: k8s.PodAffinityTerm[];
  /**
   * Kubernetes `PodSecurityContext`.
   *
   * Source: `KubeSpawner.pod_security_context`
   * @default - the spawner's own
   */
  readonly podSecurityContext?: k8s.PodSecurityContext;
  /**
   * Port that the server listens on.
   *
   * Source: `KubeSpawner.port`
   * @default - the spawner's own
   */
  readonly port?: number;
  /**
   * Priority class of the pod.
   *
   * Source: `KubeSpawner.priority_class_name`
   * @default - the spawner's own
   */
  readonly priorityClassName?: string;
  /**
   * Whether the container is privileged.
   *
   * Source: `KubeSpawner.privileged`
   * @default - the spawner's own
   */
  readonly privileged?: boolean;
  /**
   * Name of the claim; KubeSpawner fills in `{username}` and the like.
   *
   * Source: `KubeSpawner.pvc_name_template`
   * @default - the spawner's own
   */
  readonly pvcNameTemplate?: string;
  /**
   * Scheduler of the pod.
   *
   * Source: `KubeSpawner.scheduler_name`
   * @default - the spawner's own
   */
  readonly schedulerName?: string;
  /**
   * ServiceAccount of the pod.
   *
   * Source: `KubeSpawner.service_account`
   * @default - the spawner's own
   */
  readonly serviceAccount?: string | IServiceAccount;
  /**
   * How long the server may take to start.
   *
   * Source: `KubeSpawner.start_timeout`
   * @default - the spawner's own
   */
  readonly startTimeout?: Duration;
  /**
   * Access modes of the claim.
   *
   * Source: `KubeSpawner.storage_access_modes`
   * @default - the spawner's own
   */
  readonly storageAccessModes?: PersistentVolumeAccessMode[];
  /**
   * Size of the claim: a `Size`, or a Kubernetes quantity.
   *
   * Source: `KubeSpawner.storage_capacity`
   * @default - the spawner's own
   */
  readonly storageCapacity?: string | Size;
  /**
   * Storage class of the claim.
   *
   * Source: `KubeSpawner.storage_class`
   * @default - the spawner's own
   */
  readonly storageClass?: string;
  /**
   * More annotations of the claim.
   *
   * Source: `KubeSpawner.storage_extra_annotations`
   * @default - the spawner's own
   */
  readonly storageExtraAnnotations?: { [key: string]: string };
  /**
   * More labels of the claim.
   *
   * Source: `KubeSpawner.storage_extra_labels`
   * @default - the spawner's own
   */
  readonly storageExtraLabels?: { [key: string]: string };
  /**
   * Whether the claim is made where it is missing.
   *
   * Source: `KubeSpawner.storage_pvc_ensure`
   * @default - the spawner's own
   */
  readonly storagePvcEnsure?: boolean;
  /**
   * Label selector for the claim's volume.
   *
   * Source: `KubeSpawner.storage_selector`
   * @default - the spawner's own
   */
  readonly storageSelector?: k8s.LabelSelector;
  /**
   * More group ids of the container's processes.
   *
   * Source: `KubeSpawner.supplemental_gids`
   * @default - the spawner's own
   */
  readonly supplementalGids?: number[];
  /**
   * Tolerations of the pod.
   *
   * Source: `KubeSpawner.tolerations`
   * @default - the spawner's own
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * User id of the container.
   *
   * Source: `KubeSpawner.uid`
   * @default - the spawner's own
   */
  readonly uid?: number;
  /**
   * Mounts (Kubernetes `VolumeMount`), instead of all that the spawner has, home among them.
   *
   * Source: `KubeSpawner.volume_mounts`
   * @default - the spawner's own
   */
  readonly volumeMounts?: k8s.VolumeMount[];
  /**
   * Volumes (Kubernetes `Volume`), instead of all that the spawner has, home among them.
   *
   * Source: `KubeSpawner.volumes`
   * @default - the spawner's own
   */
  readonly volumes?: k8s.Volume[];
  /**
   * Working folder of the container.
   *
   * Source: `KubeSpawner.working_dir`
   * @default - the spawner's own
   */
  readonly workingDir?: string;
}
