import type { k8s } from 'cdk8s-plus-28';

/** Rules for the nodes that a pod may run on. */
export interface NodeAffinityRulesProps {
  /**
   * Terms of which one must hold (Kubernetes `NodeSelectorTerm`).
   * @default []
   */
  readonly required?: k8s.NodeSelectorTerm[];
  /**
   * Terms that should hold, each with its weight (Kubernetes `PreferredSchedulingTerm`).
   * @default []
   */
  readonly preferred?: k8s.PreferredSchedulingTerm[];
}

/** Rules for the pods that a pod runs beside, or not beside. */
export interface PodAffinityRulesProps {
  /**
   * Terms that must hold (Kubernetes `PodAffinityTerm`).
   * @default []
   */
  readonly required?: k8s.PodAffinityTerm[];
  /**
   * Terms that should hold, each with its weight (Kubernetes `WeightedPodAffinityTerm`).
   * @default []
   */
  readonly preferred?: k8s.WeightedPodAffinityTerm[];
}

/** Where servers run. */
export interface PlacementProps {
  /**
   * Tolerations besides those of `scheduling.userPods`. A profile's or choice's are added.
   *
   * Source: `KubeSpawner.tolerations`
   * @default []
   */
  readonly extraTolerations?: k8s.Toleration[];
  /**
   * Labels of the nodes that the pods may run on. A profile's or choice's are added.
   *
   * Source: `KubeSpawner.node_selector`
   * @default {}
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Node affinity besides that of `scheduling.userPods`. Of several required terms, one has to hold. A profile's or choice's
   * has to hold as well.
   *
   * Source: `KubeSpawner.node_affinity_required`, `KubeSpawner.node_affinity_preferred`
   * @default - none
   */
  readonly extraNodeAffinity?: NodeAffinityRulesProps;
  /**
   * Pod affinity. A profile's or choice's is added.
   *
   * Source: `KubeSpawner.pod_affinity_required`, `KubeSpawner.pod_affinity_preferred`
   * @default - none
   */
  readonly extraPodAffinity?: PodAffinityRulesProps;
  /**
   * Pod anti-affinity. A profile's or choice's is added.
   *
   * Source: `KubeSpawner.pod_anti_affinity_required`, `KubeSpawner.pod_anti_affinity_preferred`
   * @default - none
   */
  readonly extraPodAntiAffinity?: PodAffinityRulesProps;
  /**
   * Scheduler of the pods.
   *
   * Source: `KubeSpawner.scheduler_name`
   * @default - the user scheduler, where it is enabled
   */
  readonly schedulerName?: string;
  /**
   * Priority class of the pods.
   *
   * Source: `KubeSpawner.priority_class_name`
   * @default - the release's, where `scheduling.podPriority` is enabled
   */
  readonly priorityClassName?: string;
}
