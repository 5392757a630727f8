import {
  ImageProps,
  NetworkPolicyProps,
  PodDisruptionBudgetProps,
  ProbeProps,
  ServiceAccountProps,
} from '../kubernetes/props';
import { HttpRouteProps, IngressProps } from '../network/props';
import { SecretValue } from '../kubernetes/secret-value';

/** Fixed node ports of the Service `proxy-public`. */
export interface NodePortsProps {
  /**
   * Node port of HTTP.
   * @default - Kubernetes chooses
   */
  readonly http?: number;
  /**
   * Node port of HTTPS.
   * @default - Kubernetes chooses
   */
  readonly https?: number;
}

/** The Service `proxy-public` (chart key `proxy.service`). */
export interface ProxyServiceProps {
  /**
   * `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`.
   * @default LoadBalancer
   */
  readonly type?: string;
  /**
   * More labels.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Fixed node ports.
   * @default {}
   */
  readonly nodePorts?: NodePortsProps;
  /**
   * Whether the port 80 is left out.
   * @default false
   */
  readonly disableHttpPort?: boolean;
  /**
   * More ports (Kubernetes `ServicePort`).
   * @default []
   */
  readonly extraPorts?: any[];
  /**
   * External addresses of the Service.
   * @default []
   */
  readonly externalIPs?: string[];
  /**
   * Address asked of the load balancer.
   * @default - any
   */
  readonly loadBalancerIP?: string;
  /**
   * CIDR ranges that the load balancer lets in.
   * @default []
   */
  readonly loadBalancerSourceRanges?: string[];
  /**
   * `SingleStack`, `PreferDualStack` or `RequireDualStack`.
   * @default PreferDualStack
   */
  readonly ipFamilyPolicy?: string;
  /**
   * `IPv4`, `IPv6` or both, in order.
   * @default - the cluster's
   */
  readonly ipFamilies?: string[];
}

/** How users reach the proxy: the Service always, an Ingress or an HTTPRoute before it if asked for. */
export interface ExposureProps {
  /**
   * The Service.
   * @default - a load balancer
   */
  readonly service?: ProxyServiceProps;
  /**
   * An Ingress.
   * @default - none
   */
  readonly ingress?: IngressProps;
  /**
   * An HTTPRoute of the Gateway API.
   * @default - none
   */
  readonly httpRoute?: HttpRouteProps;
}

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
  readonly containerSecurityContext?: { [key: string]: any };
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
   * Kubernetes `ResourceRequirements` of the container.
   * @default {}
   */
  readonly resources?: { [key: string]: any };
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
   * Environment variables: a list of Kubernetes `EnvVar`, or a map from name to a text, a `SecretValue` or an `EnvVar`.
   * @default {}
   */
  readonly extraEnv?: any;
  /**
   * Labels of the nodes the pod may run on.
   * @default {}
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Tolerations besides those of `scheduling.corePods`.
   * @default []
   */
  readonly tolerations?: any[];
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
   * Fields laid over the pod's spec (Kubernetes `PodSpec`).
   * @default {}
   */
  readonly extraPodSpec?: { [key: string]: any };
}

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
  readonly containerSecurityContext?: { [key: string]: any };
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
   * Kubernetes `ResourceRequirements` of the container.
   * @default {}
   */
  readonly resources?: { [key: string]: any };
  /**
   * More labels of the pod.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * More init containers (Kubernetes `Container`).
   * @default []
   */
  readonly extraInitContainers?: any[];
  /**
   * Environment variables: a list of Kubernetes `EnvVar`, or a map from name to a text, a `SecretValue` or an `EnvVar`.
   * @default {}
   */
  readonly extraEnv?: any;
  /**
   * More volumes of the pod (Kubernetes `Volume`).
   * @default []
   */
  readonly extraVolumes?: any[];
  /**
   * More mounts of the container (Kubernetes `VolumeMount`).
   * @default []
   */
  readonly extraVolumeMounts?: any[];
  /**
   * Laid over traefik's static configuration.
   * @default {}
   */
  readonly extraStaticConfig?: { [key: string]: any };
  /**
   * Laid over traefik's dynamic configuration.
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
  readonly tolerations?: any[];
  /**
   * More ports of the container (Kubernetes `ContainerPort`).
   * @default []
   */
  readonly extraPorts?: any[];
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
   * Fields laid over the pod's spec (Kubernetes `PodSpec`).
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
  readonly containerSecurityContext?: { [key: string]: any };
  /**
   * The image.
   * @default quay.io/jupyterhub/k8s-secret-sync:4.4.0
   */
  readonly image?: ImageProps;
  /**
   * Kubernetes `ResourceRequirements` of the container.
   * @default {}
   */
  readonly resources?: { [key: string]: any };
}

/** How Let's Encrypt is asked for a certificate. */
export interface LetsEncryptProps {
  /**
   * Address for notices about the certificate; required for Let's Encrypt.
   * @default - none
   */
  readonly contactEmail?: string;
  /**
   * ACME directory.
   * @default https://acme-v02.api.letsencrypt.org/directory
   */
  readonly acmeServer?: string;
}

/** A certificate given as PEM. */
export interface ManualTlsProps {
  /**
   * Private key, PEM.
   * @default - none
   */
  readonly key?: SecretValue;
  /**
   * Certificate, PEM.
   * @default - none
   */
  readonly cert?: any;
}

/** A certificate in an existing Secret. */
export interface SecretTlsProps {
  /**
   * Name of the Secret.
   * @default - none
   */
  readonly name?: string;
  /**
   * Key that holds the private key.
   * @default tls.key
   */
  readonly key?: string;
  /**
   * Key that holds the certificate.
   * @default tls.crt
   */
  readonly crt?: string;
}

/** HTTPS at the proxy (chart key `proxy.https`). */
export interface TlsProps {
  /**
   * Whether the proxy speaks HTTPS.
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * `letsencrypt`, `manual`, `secret` or `offload`.
   * @default letsencrypt
   */
  readonly type?: string;
  /**
   * For `letsencrypt`.
   * @default - the production directory
   */
  readonly letsencrypt?: LetsEncryptProps;
  /**
   * For `manual`.
   * @default - none
   */
  readonly manual?: ManualTlsProps;
  /**
   * For `secret`.
   * @default - none
   */
  readonly secret?: SecretTlsProps;
  /**
   * Host names of the certificate, for `letsencrypt`.
   * @default []
   */
  readonly hosts?: string[];
}

/** The proxy: routes users to the hub and to their servers (chart key `proxy`). */
export interface ProxyProps {
  /**
   * Token between hub and proxy.
   * @default - drawn in the cluster
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
  readonly deploymentStrategy?: { [key: string]: any };
  /**
   * How users reach the proxy.
   * @default - a load balancer
   */
  readonly exposure?: ExposureProps;
  /**
   * The pods of configurable-http-proxy.
   * @default - the chart's
   */
  readonly chp?: ChpProps;
  /**
   * The pods of autohttps, where TLS is by Let's Encrypt.
   * @default - the chart's
   */
  readonly traefik?: TraefikProps;
  /**
   * The containers that keep the certificate in a Secret.
   * @default - the chart's
   */
  readonly secretSync?: SecretSyncProps;
  /**
   * HTTPS.
   * @default - none
   */
  readonly tls?: TlsProps;
}
