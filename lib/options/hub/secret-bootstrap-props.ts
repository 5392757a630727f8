import { ResourcesProps } from '../../kubernetes/props';

/**
 * The Job that generates the tokens that nobody gave. Image, nodes, tolerations, security contexts, labels and what `extraPodSpec` says about the pod
 * are the hub's. The chart has no such Job and no key for it.
 */
export interface SecretBootstrapProps {
  /**
   * CPU and memory of its container, instead of the default as a whole. It runs for seconds.
   * @default - 100m of CPU and 128Mi of memory, requested and as limits, which a ResourceQuota and most LimitRanges take
   */
  readonly resources?: ResourcesProps;
}
