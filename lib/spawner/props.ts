import { ExtraFileProps, ImageProps, NetworkPolicyProps } from '../kubernetes/props';
import { Profile } from './profile';
import { CpuProps, ExtraResourceProps, MemoryProps } from './resource-props';

/** Rules of node, pod or pod anti-affinity, in wire names. */
export interface AffinityRulesProps {
  /**
   * Rules that must hold.
   * @default []
   */
  readonly required?: any[];
  /**
   * Rules that should hold, each with its weight.
   * @default []
   */
  readonly preferred?: any[];
}

/** The image of the network tools, and what it may use. */
export interface NetworkToolsProps {
  /**
   * The image.
   * @default quay.io/jupyterhub/k8s-network-tools:4.4.0
   */
  readonly image?: ImageProps;
  /**
   * Kubernetes `ResourceRequirements` of the init container.
   * @default {}
   */
  readonly resources?: { [key: string]: any };
}

/** The cloud's metadata server, which often hands out the node's credentials. */
export interface CloudMetadataProps {
  /**
   * Whether a privileged init container blocks it for the user's pod.
   * @default true
   */
  readonly blockWithIptables?: boolean;
  /**
   * Its address.
   * @default 169.254.169.254
   */
  readonly ip?: string;
}

/** Homes on one claim that exists (chart key `singleuser.storage.static`). */
export interface StaticStorageProps {
  /**
   * Name of the claim.
   * @default - none
   */
  readonly pvcName?: string;
  /**
   * Folder of a user in it; KubeSpawner fills in `{username}` and the like.
   * @default {username}
   */
  readonly subPath?: string;
}

/** Homes on a claim for each user (chart key `singleuser.storage.dynamic`). */
export interface DynamicStorageProps {
  /**
   * Storage class; blank for none.
   * @default - the cluster's default class
   */
  readonly storageClass?: string;
  /**
   * Name of the claim; KubeSpawner fills in `{username}` and the like.
   * @default - KubeSpawner's own
   */
  readonly pvcNameTemplate?: string;
  /**
   * Name of the volume in the pod.
   * @default volume-{user_server}
   */
  readonly volumeNameTemplate?: string;
  /**
   * Access modes of the claim.
   * @default ['ReadWriteOnce']
   */
  readonly storageAccessModes?: string[];
  /**
   * Folder in the volume that is mounted.
   * @default - the volume's root
   */
  readonly subPath?: string;
}

/** Where homes are kept (chart key `singleuser.storage`). */
export interface StorageProps {
  /**
   * `dynamic`, `static` or `none`.
   * @default dynamic
   */
  readonly type?: string;
  /**
   * More labels of the claim.
   * @default {}
   */
  readonly extraLabels?: { [key: string]: string };
  /**
   * More volumes (Kubernetes `Volume`): a list, or a map by any key.
   * @default - none
   */
  readonly extraVolumes?: any;
  /**
   * More mounts (Kubernetes `VolumeMount`): a list, or a map by any key.
   * @default - none
   */
  readonly extraVolumeMounts?: any;
  /**
   * For `static`.
   * @default - none
   */
  readonly static?: StaticStorageProps;
  /**
   * Size of each user's claim, as a Kubernetes quantity.
   * @default 10Gi
   */
  readonly capacity?: string;
  /**
   * Where the home is mounted.
   * @default /home/jovyan
   */
  readonly homeMountPath?: string;
  /**
   * For `dynamic`.
   * @default - the cluster's default class
   */
  readonly dynamic?: DynamicStorageProps;
}

/** The users' servers: what KubeSpawner starts for each of them (chart key `singleuser`). */
export interface SpawnerProps {
  /**
   * Name of a user's pod; KubeSpawner fills in `{username}` and the like.
   * @default - KubeSpawner's own
   */
  readonly podNameTemplate?: string;
  /**
   * Tolerations besides those of `scheduling.userPods`.
   * @default []
   */
  readonly extraTolerations?: any[];
  /**
   * Labels of the nodes the pods may run on.
   * @default {}
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Node affinity besides that of `scheduling.userPods`.
   * @default - none
   */
  readonly extraNodeAffinity?: AffinityRulesProps;
  /**
   * Pod affinity.
   * @default - none
   */
  readonly extraPodAffinity?: AffinityRulesProps;
  /**
   * Pod anti-affinity.
   * @default - none
   */
  readonly extraPodAntiAffinity?: AffinityRulesProps;
  /**
   * The image that blocks the metadata server.
   * @default - the chart's
   */
  readonly networkTools?: NetworkToolsProps;
  /**
   * The cloud's metadata server.
   * @default - blocked
   */
  readonly cloudMetadata?: CloudMetadataProps;
  /**
   * The NetworkPolicy of the users' pods.
   * @default - in from hub and proxy, out to what is not private
   */
  readonly networkPolicy?: NetworkPolicyProps;
  /**
   * Whether users see the pod's events while it starts (`KubeSpawner.events_enabled`).
   * @default true
   */
  readonly events?: boolean;
  /**
   * Annotations of the pods (`KubeSpawner.extra_annotations`).
   * @default {}
   */
  readonly extraAnnotations?: { [key: string]: any };
  /**
   * More labels of the pods (`KubeSpawner.extra_labels`).
   * @default { 'hub.jupyter.org/network-access-hub': 'true' }
   */
  readonly extraLabels?: { [key: string]: any };
  /**
   * Files, by the key each has in the Secret `singleuser`.
   * @default {}
   */
  readonly extraFiles?: { [key: string]: ExtraFileProps };
  /**
   * Environment variables by name (`KubeSpawner.environment`).
   * @default {}
   */
  readonly extraEnv?: { [key: string]: any };
  /**
   * Kubernetes `Lifecycle` of the container (`KubeSpawner.lifecycle_hooks`).
   * @default {}
   */
  readonly lifecycleHooks?: { [key: string]: any };
  /**
   * Init containers (`KubeSpawner.init_containers`).
   * @default []
   */
  readonly initContainers?: any;
  /**
   * More containers of the pod (`KubeSpawner.extra_containers`).
   * @default []
   */
  readonly extraContainers?: any;
  /**
   * Whether processes may gain privileges (`KubeSpawner.allow_privilege_escalation`).
   * @default false
   */
  readonly allowPrivilegeEscalation?: boolean;
  /**
   * Kubernetes `SecurityContext` of the container, besides what the options here say (`KubeSpawner.container_security_context`).
   * @default - none
   */
  readonly containerSecurityContext?: { [key: string]: any };
  /**
   * Kubernetes `PodSecurityContext`, besides what the options here say (`KubeSpawner.pod_security_context`).
   * @default - none
   */
  readonly podSecurityContext?: { [key: string]: any };
  /**
   * User id of the container (`KubeSpawner.uid`).
   * @default 1000
   */
  readonly uid?: number;
  /**
   * Group id of the volumes (`KubeSpawner.fs_gid`).
   * @default 100
   */
  readonly fsGid?: number;
  /**
   * ServiceAccount of the pods (`KubeSpawner.service_account`).
   * @default - none: no token of the API server in the pod
   */
  readonly serviceAccountName?: string;
  /**
   * Where homes are kept.
   * @default - a claim of 10Gi for each user
   */
  readonly storage?: StorageProps;
  /**
   * The image with its tag (`KubeSpawner.image`).
   * @default quay.io/jupyterhub/k8s-singleuser-sample:4.4.0
   */
  readonly image?: string;
  /**
   * When the kubelet pulls: `IfNotPresent`, `Always` or `Never` (`KubeSpawner.image_pull_policy`).
   * @default - Kubernetes' own: `Always` for `:latest`, else `IfNotPresent`
   */
  readonly imagePullPolicy?: string;
  /**
   * Secrets to pull the image with, besides those of all pods: names, or maps with a `name` (`KubeSpawner.image_pull_secrets`).
   * @default []
   */
  readonly imagePullSecrets?: any[];
  /**
   * Seconds a server may take to start (`KubeSpawner.start_timeout`).
   * @default 300
   */
  readonly startTimeout?: number;
  /**
   * CPU.
   * @default - no limit, no guarantee
   */
  readonly cpu?: CpuProps;
  /**
   * Memory.
   * @default - no limit, 1G guaranteed
   */
  readonly memory?: MemoryProps;
  /**
   * Other resources.
   * @default - none
   */
  readonly extraResource?: ExtraResourceProps;
  /**
   * Command of the container: a text or a list (`Spawner.cmd`).
   * @default jupyterhub-singleuser
   */
  readonly cmd?: any;
  /**
   * Path that users land on (`Spawner.default_url`).
   * @default - the image's
   */
  readonly defaultUrl?: string;
  /**
   * Fields laid over the pod's spec (`KubeSpawner.extra_pod_config`).
   * @default {}
   */
  readonly extraPodConfig?: { [key: string]: any };
  /**
   * Kinds of servers to choose from (`KubeSpawner.profile_list`).
   * @default []
   */
  readonly profiles?: Profile[];
}
