import type { Duration } from 'cdk8s';
import type { EnvValue, ImagePullPolicy, IServiceAccount, ISecret, k8s } from 'cdk8s-plus-28';
import { ExtraFileProps, ImageProps, NetworkPolicyProps, ResourcesProps } from '../../kubernetes/props';
import { SecretValue } from '../../secrets/secret-value';
import { NodeAffinityRulesProps, PodAffinityRulesProps } from './affinity-props';
import { Profile } from './profile';
import { CpuProps, ExtraResourceProps, GpuProps, MemoryProps } from './resource-props';
import { StorageProps } from './storage-props';

/** The image of the network tools, and what it may use. */
export interface NetworkToolsProps {
  /**
   * The image.
   * @default quay.io/jupyterhub/k8s-network-tools:4.4.0
   */
  readonly image?: ImageProps;
  /**
   * CPU, memory and other resources of the init container.
   * @default {}
   */
  readonly resources?: ResourcesProps;
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
  readonly extraTolerations?: k8s.Toleration[];
  /**
   * Labels of the nodes the pods may run on.
   * @default {}
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Node affinity besides that of `scheduling.userPods`.
   * @default - none
   */
  readonly extraNodeAffinity?: NodeAffinityRulesProps;
  /**
   * Pod affinity.
   * @default - none
   */
  readonly extraPodAffinity?: PodAffinityRulesProps;
  /**
   * Pod anti-affinity.
   * @default - none
   */
  readonly extraPodAntiAffinity?: PodAffinityRulesProps;
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
  readonly extraAnnotations?: { [key: string]: string };
  /**
   * More labels of the pods (`KubeSpawner.extra_labels`).
   * @default { 'hub.jupyter.org/network-access-hub': 'true' }
   */
  readonly extraLabels?: { [key: string]: string };
  /**
   * Files, by the key each has in the Secret `singleuser`.
   * @default {}
   */
  readonly extraFiles?: { [key: string]: ExtraFileProps };
  /**
   * Environment variables by name: a text, a secret, or where Kubernetes finds the value (`KubeSpawner.environment`).
   * @default {}
   */
  readonly extraEnv?: { [name: string]: string | SecretValue | EnvValue | k8s.EnvVarSource };
  /**
   * Kubernetes `Lifecycle` of the container (`KubeSpawner.lifecycle_hooks`).
   * @default {}
   */
  readonly lifecycleHooks?: k8s.Lifecycle;
  /**
   * Init containers (`KubeSpawner.init_containers`).
   * @default []
   */
  readonly initContainers?: k8s.Container[];
  /**
   * More containers of the pod (`KubeSpawner.extra_containers`).
   * @default []
   */
  readonly extraContainers?: k8s.Container[];
  /**
   * Whether processes may gain privileges (`KubeSpawner.allow_privilege_escalation`).
   * @default false
   */
  readonly allowPrivilegeEscalation?: boolean;
  /**
   * Kubernetes `SecurityContext` of the container, besides what the options here say (`KubeSpawner.container_security_context`).
   * @default - none
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Kubernetes `PodSecurityContext`, besides what the options here say (`KubeSpawner.pod_security_context`).
   * @default - none
   */
  readonly podSecurityContext?: k8s.PodSecurityContext;
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
  readonly serviceAccountName?: string | IServiceAccount;
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
   * When the kubelet pulls (`KubeSpawner.image_pull_policy`).
   * @default - Kubernetes' own: `Always` for `:latest`, else `IfNotPresent`
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Secrets to pull the image with, besides those of all pods: names, or Secrets (`KubeSpawner.image_pull_secrets`).
   * @default []
   */
  readonly imagePullSecrets?: (string | ISecret)[];
  /**
   * How long a server may take to start (`KubeSpawner.start_timeout`).
   * @default Duration.minutes(5)
   */
  readonly startTimeout?: Duration;
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
   * GPUs.
   * @default - none
   */
  readonly gpu?: GpuProps;
  /**
   * Other resources.
   * @default - none
   */
  readonly extraResource?: ExtraResourceProps;
  /**
   * Command of the container: a text or a list; an empty list for the image's own (`Spawner.cmd`).
   * @default jupyterhub-singleuser
   */
  readonly cmd?: string | string[];
  /**
   * Path that users land on (`Spawner.default_url`).
   * @default - the image's
   */
  readonly defaultUrl?: string;
  /**
   * Fields laid over the pod's spec (`KubeSpawner.extra_pod_config`). Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly extraPodConfig?: { [key: string]: any };
  /**
   * Kinds of servers to choose from (`KubeSpawner.profile_list`).
   * @default []
   */
  readonly profiles?: Profile[];
}
