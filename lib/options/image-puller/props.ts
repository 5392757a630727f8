import type { k8s } from 'cdk8s-plus-28';
import { ImageProps, ResourcesProps, ServiceAccountProps } from '../../kubernetes/props';

/** Pulling before a change is rolled out (chart key `prePuller.hook`). */
export interface HookPullerProps {
  /**
   * Whether there is this stage.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * In the chart, whether to skip the stage while the images stay the same. Here names carry a hash of the images, so applying an
   * unchanged stage changes nothing either way.
   * @default true
   */
  readonly pullOnlyOnChanges?: boolean;
  /**
   * Image of the Job that waits for the pullers.
   * @default quay.io/jupyterhub/k8s-image-awaiter:4.4.0
   */
  readonly image?: ImageProps;
  /**
   * Kubernetes `SecurityContext` of the waiting Job; what is not given keeps its default.
   * @default - user nobody, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Seconds that a puller may stay unscheduled before the Job stops waiting for it.
   * @default 10
   */
  readonly podSchedulingWaitDuration?: number;
  /**
   * Labels of the nodes the Job may run on.
   * @default {}
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations of the Job besides those of `scheduling.corePods`.
   * @default []
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * CPU, memory and other resources of the Job.
   * @default {}
   */
  readonly resources?: ResourcesProps;
  /**
   * The Job's ServiceAccount.
   * @default - one of its own
   */
  readonly serviceAccount?: ServiceAccountProps;
  /**
   * The pullers' ServiceAccount.
   * @default - one of its own
   */
  readonly serviceAccountImagePuller?: ServiceAccountProps;
  /**
   * Annotations of the DaemonSet.
   * @default {}
   */
  readonly daemonsetAnnotations?: { [key: string]: string };
}

/** Pulling on nodes that join later (chart key `prePuller.continuous`). */
export interface ContinuousPullerProps {
  /**
   * Whether there is a DaemonSet for it.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * The ServiceAccount.
   * @default - one of its own
   */
  readonly serviceAccount?: ServiceAccountProps;
  /**
   * Annotations of the DaemonSet.
   * @default {}
   */
  readonly daemonsetAnnotations?: { [key: string]: string };
}

/** The container that stays when all images are there (chart key `prePuller.pause`). */
export interface PauseProps {
  /**
   * Kubernetes `SecurityContext`; what is not given keeps its default.
   * @default - user nobody, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * The image.
   * @default registry.k8s.io/pause:3.10.1
   */
  readonly image?: ImageProps;
}

/** Pulling the users' images before they are needed (chart key `prePuller`). */
export interface ImagePullerProps {
  /**
   * Old revisions to keep.
   * @default - Kubernetes' own, 10
   */
  readonly revisionHistoryLimit?: number;
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
   * CPU, memory and other resources of every container.
   * @default {}
   */
  readonly resources?: ResourcesProps;
  /**
   * Kubernetes `SecurityContext` of the pulling containers; what is not given keeps its default.
   * @default - user nobody, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Tolerations besides those of the users' pods.
   * @default []
   */
  readonly extraTolerations?: k8s.Toleration[];
  /**
   * Pulling before a change is rolled out.
   * @default - on
   */
  readonly hook?: HookPullerProps;
  /**
   * Pulling on nodes that join later.
   * @default - on
   */
  readonly continuous?: ContinuousPullerProps;
  /**
   * Whether the images of the profiles and their options are pulled.
   * @default true
   */
  readonly pullProfileListImages?: boolean;
  /**
   * More images, by a name for each.
   * @default {}
   */
  readonly extraImages?: { [key: string]: ImageProps };
  /**
   * The container that stays.
   * @default - the defaults of `PauseProps`
   */
  readonly pause?: PauseProps;
}
