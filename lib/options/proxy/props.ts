import type { EnvValue, k8s } from 'cdk8s-plus-28';
import {
  ImageProps,
  NetworkPolicyProps,
  PodDisruptionBudgetProps,
  ProbeProps,
  ResourcesProps,
} from '../../kubernetes/props';
import { SecretValue } from '../../secrets/secret-value';
import { SecretSyncProps, TraefikProps } from './autohttps-props';
import { ExposureProps } from './exposure-props';
import { TlsProps } from './tls-props';

/** The pods of configurable-http-proxy (chart key `proxy.chp`). */
export interface ChpProps {
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
   * @default quay.io/jupyterhub/configurable-http-proxy:5.2.0
   */
  readonly image?: ImageProps;
  /**
   * More arguments of the command.
   * @default []
   */
  readonly extraCommandLineFlags?: string[];
  /**
   * Liveness probe.
   * @default - after 60 s, every 10 s, 3 s to answer, 30 failures
   */
  readonly livenessProbe?: ProbeProps;
  /**
   * Readiness probe.
   * @default - at once, every 2 s, 1 s to answer, 1000 failures
   */
  readonly readinessProbe?: ProbeProps;
  /**
   * CPU, memory and other resources of the container.
   * @default {}
   */
  readonly resources?: ResourcesProps;
  /**
   * URL for requests that no route matches.
   * @default - the hub
   */
  readonly defaultTarget?: string;
  /**
   * URL that makes the error pages.
   * @default - the hub's error page
   */
  readonly errorTarget?: string;
  /**
   * Environment variables by name: a string, a secret, or where Kubernetes finds the value.
   * @default {}
   */
  readonly extraEnv?: { [name: string]: string | SecretValue | EnvValue | k8s.EnvVarSource };
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
   * Fields laid over the pod's spec (Kubernetes `PodSpec`). Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly extraPodSpec?: { [key: string]: any };
}

/** The proxy: routes users to the hub and to their servers (chart key `proxy`). */
export interface ProxyProps {
  /**
   * Token between hub and proxy.
   * @default - generated in the cluster
   */
  readonly secretToken?: SecretValue;
  /**
   * Annotations of the pod.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * More labels of the pod.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * Kubernetes `DeploymentStrategy`.
   * @default { type: 'Recreate' }
   */
  readonly deploymentStrategy?: k8s.DeploymentStrategy;
  /**
   * How users reach the proxy.
   * @default - a load balancer
   */
  readonly exposure?: ExposureProps;
  /**
   * The pods of configurable-http-proxy.
   * @default - the defaults of `ChpProps`
   */
  readonly chp?: ChpProps;
  /**
   * The pods of autohttps, where TLS is by Let's Encrypt.
   * @default - the defaults of `TraefikProps`
   */
  readonly traefik?: TraefikProps;
  /**
   * The containers that keep the certificate in a Secret.
   * @default - the defaults of `SecretSyncProps`
   */
  readonly secretSync?: SecretSyncProps;
  /**
   * HTTPS.
   * @default - none
   */
  readonly tls?: TlsProps;
}
