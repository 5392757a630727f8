import type { k8s } from 'cdk8s-plus-28';
import { ImageProps, PodDisruptionBudgetProps, ResourcesProps, ServiceAccountProps } from '../../kubernetes/props';
import { SchedulerPluginConfigProps, SchedulerPluginsProps } from './plugin-props';

/** What the label `hub.jupyter.org/node-purpose` of nodes does. */
export enum MatchNodePurpose {
  /** Nothing. */
  IGNORE = 'ignore',
  /** Pods go to nodes of their purpose where there is room. */
  PREFER = 'prefer',
  /** Pods go to no other nodes. */
  REQUIRE = 'require',
}

/** The scheduler that packs users' pods onto few nodes (chart key `scheduling.userScheduler`). */
export interface UserSchedulerProps {
  /**
   * Whether there is one.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Old ReplicaSets to keep.
   * @default - Kubernetes' own, 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Pods; one of them schedules.
   * @default 2
   */
  readonly replicas?: number;
  /**
   * Verbosity, 0 to 10.
   * @default 4
   */
  readonly logLevel?: number;
  /**
   * Plugins of the scheduler's profile (`KubeSchedulerProfile.plugins`); extension points not given keep their default.
   * @default - scores that fill up busy nodes first
   */
  readonly plugins?: SchedulerPluginsProps;
  /**
   * Arguments of the plugins (`KubeSchedulerProfile.pluginConfig`).
   * @default - most allocated nodes first, by CPU and memory
   */
  readonly pluginConfig?: SchedulerPluginConfigProps[];
  /**
   * Kubernetes `SecurityContext`; what is not given keeps its default.
   * @default - user nobody, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * The image.
   * @default registry.k8s.io/kube-scheduler:v1.30.14
   */
  readonly image?: ImageProps;
  /**
   * Labels of the nodes the pods may run on.
   * @default {}
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations besides those of `scheduling.corePods`.
   * @default []
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * More labels of the pods.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the pods.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * The PodDisruptionBudget.
   * @default - at most one pod away
   */
  readonly pdb?: PodDisruptionBudgetProps;
  /**
   * CPU, memory and other resources of the container.
   * @default {}
   */
  readonly resources?: ResourcesProps;
  /**
   * The ServiceAccount.
   * @default - one of its own
   */
  readonly serviceAccount?: ServiceAccountProps;
  /**
   * Fields laid over the pod's spec (Kubernetes `PodSpec`). Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly extraPodSpec?: { [key: string]: any };
}

/** Priorities, so that placeholders make way for users (chart key `scheduling.podPriority`). */
export interface PodPriorityProps {
  /**
   * Whether there are PriorityClasses.
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Whether the default class holds for the whole cluster.
   * @default false
   */
  readonly globalDefault?: boolean;
  /**
   * Priority of the hub's, the proxy's and the users' pods.
   * @default 0
   */
  readonly defaultPriority?: number;
  /**
   * Priority of the image pullers.
   * @default -5
   */
  readonly imagePullerPriority?: number;
  /**
   * Priority of the placeholders.
   * @default -10
   */
  readonly userPlaceholderPriority?: number;
}

/** Pods that keep room for users to come (chart key `scheduling.userPlaceholder`). */
export interface UserPlaceholderProps {
  /**
   * Whether there is a StatefulSet of them.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * The image.
   * @default registry.k8s.io/pause:3.10.1
   */
  readonly image?: ImageProps;
  /**
   * Old revisions to keep.
   * @default - Kubernetes' own, 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Users to keep room for.
   * @default 0
   */
  readonly replicas?: number;
  /**
   * More labels of the pods.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the pods.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Kubernetes `SecurityContext`; what is not given keeps its default.
   * @default - user nobody, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * CPU, memory and other resources of the container.
   * @default - those of a user's server
   */
  readonly resources?: ResourcesProps;
  /**
   * Fields laid over the pod's spec (Kubernetes `PodSpec`). Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly extraPodSpec?: { [key: string]: any };
}

/** Affinity for nodes that are labelled with a purpose. */
export interface NodeAffinityProps {
  /**
   * What the label `hub.jupyter.org/node-purpose` of a node does.
   * @default MatchNodePurpose.PREFER
   */
  readonly matchNodePurpose?: MatchNodePurpose;
}

/** Placement of a kind of pods. */
export interface PodPlacementProps {
  /**
   * Tolerations.
   * @default - of nodes that are dedicated to this kind of pods
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * Affinity for nodes labelled with this purpose.
   * @default - preferred
   */
  readonly nodeAffinity?: NodeAffinityProps;
}

/** Where pods run (chart key `scheduling`). */
export interface SchedulingProps {
  /**
   * The user scheduler.
   * @default - two pods
   */
  readonly userScheduler?: UserSchedulerProps;
  /**
   * Priorities.
   * @default - none
   */
  readonly podPriority?: PodPriorityProps;
  /**
   * Placeholders.
   * @default - a StatefulSet without pods
   */
  readonly userPlaceholder?: UserPlaceholderProps;
  /**
   * Placement of hub, proxy and the other pods of the system.
   * @default - nodes for `core` preferred
   */
  readonly corePods?: PodPlacementProps;
  /**
   * Placement of the users' pods.
   * @default - nodes for `user` preferred
   */
  readonly userPods?: PodPlacementProps;
}
