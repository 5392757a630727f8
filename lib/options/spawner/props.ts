import { ImageProps, NetworkPolicyProps, ResourcesProps } from '../../kubernetes/props';
import { Profile } from './profile';
import { ServerProps } from './server-props';

/** A level of Kubernetes' Pod Security Standards. */
export enum PodSecurityLevel {
  /** Nothing that reaches the node: no privileged containers, no host paths or ports. */
  BASELINE = 'baseline',
  /** What a hardened pod has: not root, no capabilities, the runtime's seccomp profile. */
  RESTRICTED = 'restricted',
}

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
export interface SpawnerProps extends ServerProps {
  /**
   * Name of a user's pod; KubeSpawner fills in `{username}` and the like.
   *
   * Source: `KubeSpawner.pod_name_template`
   * @default - KubeSpawner's own
   */
  readonly podNameTemplate?: string;
  /**
   * The image that blocks the metadata server.
   * @default - the defaults of `NetworkToolsProps`
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
   * Whether users see the pod's events while it starts.
   *
   * Source: `KubeSpawner.events_enabled`
   * @default true
   */
  readonly events?: boolean;
  /**
   * Level of Kubernetes' Pod Security that every user's pod has to pass, with each profile and choice: synth tells what keeps one from it.
   * `PodSecurity.restricted()` sets the options that it takes.
   * @default - not checked
   */
  readonly podSecurity?: PodSecurityLevel;
  /**
   * Kinds of servers to choose from.
   *
   * Source: `KubeSpawner.profile_list`
   * @default []
   */
  readonly profiles?: Profile[];
}
