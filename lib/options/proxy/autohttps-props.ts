import type { EnvValue, k8s } from 'cdk8s-plus-28';
import {
  ImageProps,
  NetworkPolicyProps,
  PodDisruptionBudgetProps,
  ResourcesProps,
  ServiceAccountProps,
} from '../../kubernetes/props';
import { SecretValue } from '../../secrets/secret-value';

/** Strict-Transport-Security, as autohttps sends it. */
export interface HstsProps {
  /**
   * Whether it holds for subdomains.
   * @default false
   */
  readonly includeSubdomains?: boolean;
  /**
   * Whether browsers may preload it.
   * @default false
   */
  readonly preload?: boolean;
  /**
   * Seconds it is remembered.
   * @default 15724800
   */
  readonly maxAge?: number;
}

/** The pods of autohttps: traefik, with certificates of Let's Encrypt (chart key `proxy.traefik`). */
export interface TraefikProps {
  /**
   * Old ReplicaSets to keep.
   * @default - Kubernetes' own, 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Kubernetes `SecurityContext`; what is not given keeps its default.
   * @default - user nobody, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * The image.
   * @default traefik:v3.6.12
   */
  readonly image?: ImageProps;
  /**
   * Strict-Transport-Security.
   * @default - half a year, for the host alone
   */
  readonly hsts?: HstsProps;
  /**
   * CPU, memory and other resources of the container.
   * @default {}
   */
  readonly resources?: ResourcesProps;
  /**
   * More labels of the pod.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * More init containers (Kubernetes `Container`).
   * @default []
   */
  readonly extraInitContainers?: k8s.Container[];
  /**
   * Environment variables by name: a string, a secret, or where Kubernetes finds the value.
   * @default {}
   */
  readonly extraEnv?: { [name: string]: string | SecretValue | EnvValue | k8s.EnvVarSource };
  /**
   * More volumes of the pod (Kubernetes `Volume`).
   * @default []
   */
  readonly extraVolumes?: k8s.Volume[];
  /**
   * More mounts of the container (Kubernetes `VolumeMount`).
   * @default []
   */
  readonly extraVolumeMounts?: k8s.VolumeMount[];
  /**
   * Laid over traefik's static configuration. Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly extraStaticConfig?: { [key: string]: any };
  /**
   * Laid over traefik's dynamic configuration. Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly extraDynamicConfig?: { [key: string]: any };
  /**
   * Labels of the nodes the pod may run on.
   * @default {}
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations besides those of `scheduling.corePods`.
   * @default []
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * More ports of the container (Kubernetes `ContainerPort`).
   * @default []
   */
  readonly extraPorts?: k8s.ContainerPort[];
  /**
   * The NetworkPolicy.
   * @default - HTTP and HTTPS from anywhere, out to anywhere
   */
  readonly networkPolicy?: NetworkPolicyProps;
  /**
   * The PodDisruptionBudget.
   * @default - none
   */
  readonly pdb?: PodDisruptionBudgetProps;
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

/** The containers that keep the certificate in a Secret (chart key `proxy.secretSync`). */
export interface SecretSyncProps {
  /**
   * Kubernetes `SecurityContext`; what is not given keeps its default.
   * @default - user nobody, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * The image.
   * @default quay.io/jupyterhub/k8s-secret-sync:4.4.0
   */
  readonly image?: ImageProps;
  /**
   * CPU, memory and other resources of the container.
   * @default {}
   */
  readonly resources?: ResourcesProps;
}
