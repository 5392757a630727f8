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
