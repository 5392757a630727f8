import type { Duration } from 'cdk8s';
import type { EnvValue, ImagePullPolicy, IServiceAccount, ISecret, k8s } from 'cdk8s-plus-28';
import { ExtraFileProps } from '../../kubernetes/props';
import { SecretValue } from '../../secrets/secret-value';
import { PlacementProps } from './placement-props';
import { CpuProps, ExtraResourceProps, GpuProps, MemoryProps } from './resource-props';
import { StorageProps } from './storage-props';

/**
 * A user's server. The same options are there for all servers, for those of a profile and for those of a choice in a profile: a profile changes what it
 * gives, and a choice changes what it gives. Lists and maps are added to what the server has without it; everything else replaces. To replace a whole list
 * or map, give the trait itself in `traits`.
 */
export interface ServerProps extends PlacementProps {
  /**
   * The image with its tag.
   *
   * Source: `KubeSpawner.image`
   * @default quay.io/jupyterhub/k8s-singleuser-sample:4.4.0
   */
  readonly image?: string;
  /**
   * When the kubelet pulls the image.
   *
   * Source: `KubeSpawner.image_pull_policy`
   * @default - Kubernetes' own: `Always` for `:latest`, else `IfNotPresent`
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Secrets to pull images with, besides those of all pods: names, or Secrets. A profile's or choice's are added.
   *
   * Source: `KubeSpawner.image_pull_secrets`
   * @default []
   */
  readonly imagePullSecrets?: (string | ISecret)[];
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
   * Other resources. A profile's or choice's are added.
   * @default - none
   */
  readonly extraResource?: ExtraResourceProps;
  /**
   * Environment variables by name: a string, a secret, or where Kubernetes finds the value. A profile's or choice's are added; one of the same name
   * replaces.
   *
   * Source: `KubeSpawner.environment`, which fills in `{username}` and the like
   * @default {}
   */
  readonly extraEnv?: { [name: string]: string | SecretValue | EnvValue | k8s.EnvVarSource };
  /**
   * Files, by the key that each has in the Secret `singleuser`. A profile's or choice's are added.
   * @default {}
   */
  readonly extraFiles?: { [key: string]: ExtraFileProps };
  /**
   * Where homes are kept, and volumes beside them. A profile's or choice's volumes, mounts, labels and annotations are added.
   * @default - a claim of 10Gi for each user
   */
  readonly storage?: StorageProps;
  /**
   * Command of the container: a string or a list; an empty list for the image's own.
   *
   * Source: `Spawner.cmd`
   * @default jupyterhub-singleuser
   */
  readonly cmd?: string | string[];
  /**
   * Arguments of the command.
   *
   * Source: `Spawner.args`
   * @default []
   */
  readonly args?: string[];
  /**
   * Path that users land on.
   *
   * Source: `Spawner.default_url`
   * @default - the image's
   */
  readonly defaultUrl?: string;
  /**
   * Folder that the server opens.
   *
   * Source: `Spawner.notebook_dir`
   * @default - the image's working directory
   */
  readonly notebookDir?: string;
  /**
   * Working directory of the container.
   *
   * Source: `KubeSpawner.working_dir`
   * @default - the image's
   */
  readonly workingDir?: string;
  /**
   * Port that the server listens on.
   *
   * Source: `KubeSpawner.port`
   * @default 8888
   */
  readonly port?: number;
  /**
   * How long a server may take until its pod runs and answers.
   *
   * Source: `KubeSpawner.start_timeout`
   * @default Duration.minutes(5)
   */
  readonly startTimeout?: Duration;
  /**
   * How long the server may take to answer once its pod runs.
   *
   * Source: `Spawner.http_timeout`
   * @default Duration.seconds(30)
   */
  readonly httpTimeout?: Duration;
  /**
   * Whether the server logs all it does.
   *
   * Source: `Spawner.debug`
   * @default false
   */
  readonly debug?: boolean;
  /**
   * Kubernetes `Lifecycle` of the container. A profile's or choice's hooks are added; one of the same name replaces.
   *
   * Source: `KubeSpawner.lifecycle_hooks`
   * @default {}
   */
  readonly lifecycleHooks?: k8s.Lifecycle;
  /**
   * Init containers. A profile's or choice's run after those of all servers.
   *
   * Source: `KubeSpawner.init_containers`
   * @default []
   */
  readonly initContainers?: k8s.Container[];
  /**
   * More containers of the pod. A profile's or choice's are added.
   *
   * Source: `KubeSpawner.extra_containers`
   * @default []
   */
  readonly extraContainers?: k8s.Container[];
  /**
   * Labels of the pod. A profile's or choice's are added.
   *
   * Source: `KubeSpawner.extra_labels`
   * @default { 'hub.jupyter.org/network-access-hub': 'true' }
   */
  readonly extraLabels?: { [key: string]: string };
  /**
   * Annotations of the pod. A profile's or choice's are added.
   *
   * Source: `KubeSpawner.extra_annotations`
   * @default {}
   */
  readonly extraAnnotations?: { [key: string]: string };
  /**
   * User id of the container.
   *
   * Source: `KubeSpawner.uid`
   * @default 1000
   */
  readonly uid?: number;
  /**
   * Group id of the container.
   *
   * Source: `KubeSpawner.gid`
   * @default - the image's
   */
  readonly gid?: number;
  /**
   * Group id of the volumes.
   *
   * Source: `KubeSpawner.fs_gid`
   * @default 100
   */
  readonly fsGid?: number;
  /**
   * More group ids of the container's processes.
   *
   * Source: `KubeSpawner.supplemental_gids`
   * @default []
   */
  readonly supplementalGids?: number[];
  /**
   * Whether the container is privileged.
   *
   * Source: `KubeSpawner.privileged`
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * Whether processes may gain privileges.
   *
   * Source: `KubeSpawner.allow_privilege_escalation`
   * @default false
   */
  readonly allowPrivilegeEscalation?: boolean;
  /**
   * Kubernetes `SecurityContext` of the container; its fields win over the options here. A profile's or choice's fields are added.
   *
   * Source: `KubeSpawner.container_security_context`
   * @default - none
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Kubernetes `PodSecurityContext`; its fields win over the options here. A profile's or choice's fields are added.
   *
   * Source: `KubeSpawner.pod_security_context`
   * @default - none
   */
  readonly podSecurityContext?: k8s.PodSecurityContext;
  /**
   * ServiceAccount of the pods.
   *
   * Source: `KubeSpawner.service_account`
   * @default - none: no token of the API server in the pod
   */
  readonly serviceAccountName?: string | IServiceAccount;
  /**
   * Whether the pod gets a token of its ServiceAccount.
   *
   * Source: `KubeSpawner.automount_service_account_token`
   * @default - where `serviceAccountName` is given
   */
  readonly automountServiceAccountToken?: boolean;
  /**
   * Fields laid over the container (Kubernetes `Container`). Escape hatch: passed on as it is, unchecked.
   *
   * Source: `KubeSpawner.extra_container_config`
   * @default {}
   */
  readonly extraContainerConfig?: { [key: string]: any };
  /**
   * Fields laid over the pod's spec (Kubernetes `PodSpec`). Escape hatch: passed on as it is, unchecked.
   *
   * Source: `KubeSpawner.extra_pod_config`
   * @default {}
   */
  readonly extraPodConfig?: { [key: string]: any };
  /**
   * Other traits of KubeSpawner by their own names, which win over the options here. A list replaces the whole list that the server has without it.
   * Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly traits?: { [trait: string]: any };
}
