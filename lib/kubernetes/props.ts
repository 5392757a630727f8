import type { Size } from 'cdk8s';
import type { Cpu, ImagePullPolicy, IServiceAccount, ISecret, k8s } from 'cdk8s-plus-28';
import { InterNamespaceAccessLabels } from './enums';
import { SecretValue } from '../secrets/secret-value';

/** What a container may use: quantities of Kubernetes by resource, e.g. `cpu`, `memory`, `nvidia.com/gpu`. */
export interface ResourcesProps {
  /**
   * At most.
   * @default {}
   */
  readonly limits?: { [resource: string]: number | string | Cpu | Size };
  /**
   * At least: what the scheduler keeps free.
   * @default {}
   */
  readonly requests?: { [resource: string]: number | string | Cpu | Size };
}

/** A container image. */
export interface ImageProps {
  /**
   * Repository, with its registry.
   * @default - the image of chart 4.4.0
   */
  readonly name?: string;
  /**
   * Tag.
   * @default - the tag of chart 4.4.0
   */
  readonly tag?: string;
  /**
   * When the kubelet pulls.
   * @default - Kubernetes' own: `Always` for `:latest`, else `IfNotPresent`
   */
  readonly pullPolicy?: ImagePullPolicy;
  /**
   * Secrets to pull with: names, or Secrets.
   * @default []
   */
  readonly pullSecrets?: (string | ISecret)[];
}

/** Timing of a container's HTTP probe. */
export interface ProbeProps {
  /**
   * Whether there is a probe.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Seconds from the container's start to the first probe.
   * @default - differs by component
   */
  readonly initialDelaySeconds?: number;
  /**
   * Seconds between two probes.
   * @default - differs by component
   */
  readonly periodSeconds?: number;
  /**
   * Failures in a row that count.
   * @default - differs by component
   */
  readonly failureThreshold?: number;
  /**
   * Seconds to wait for an answer.
   * @default - differs by component
   */
  readonly timeoutSeconds?: number;
}

/** A PodDisruptionBudget. */
export interface PodDisruptionBudgetProps {
  /**
   * Whether there is one.
   * @default - differs by component
   */
  readonly enabled?: boolean;
  /**
   * Pods that may be away, as a number or a percentage.
   * @default - differs by component
   */
  readonly maxUnavailable?: number | string;
  /**
   * Pods that must be there, as a number or a percentage.
   * @default - differs by component
   */
  readonly minAvailable?: number | string;
}

/** A ServiceAccount. */
export interface ServiceAccountProps {
  /**
   * Whether the library makes it.
   * @default true
   */
  readonly create?: boolean;
  /**
   * Its name, or one that exists.
   * @default - the component's name; `default` where `create` is false
   */
  readonly name?: string | IServiceAccount;
  /**
   * Annotations of the ServiceAccount.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
}

/** Ready-made egress rules of a NetworkPolicy. */
export interface EgressAllowRules {
  /**
   * To the cloud's metadata server.
   * @default - true for hub and proxy, false for user pods
   */
  readonly cloudMetadataServer?: boolean;
  /**
   * To the DNS ports of the cloud's metadata server.
   * @default true
   */
  readonly dnsPortsCloudMetadataServer?: boolean;
  /**
   * To the DNS ports of pods in the namespace kube-system.
   * @default true
   */
  readonly dnsPortsKubeSystemNamespace?: boolean;
  /**
   * To the DNS ports of private addresses (RFC 1918).
   * @default true
   */
  readonly dnsPortsPrivateIPs?: boolean;
  /**
   * To all addresses that are not private, but for the metadata server.
   * @default true
   */
  readonly nonPrivateIPs?: boolean;
  /**
   * To private addresses.
   * @default - true for hub and proxy, false for user pods
   */
  readonly privateIPs?: boolean;
}

/** A component's NetworkPolicy. */
export interface NetworkPolicyProps {
  /**
   * Whether there is one.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * More ingress rules (Kubernetes `NetworkPolicyIngressRule`).
   * @default []
   */
  readonly ingress?: k8s.NetworkPolicyIngressRule[];
  /**
   * More egress rules (Kubernetes `NetworkPolicyEgressRule`).
   * @default []
   */
  readonly egress?: k8s.NetworkPolicyEgressRule[];
  /**
   * Which ready-made egress rules apply.
   * @default - differs by component
   */
  readonly egressAllowRules?: EgressAllowRules;
  /**
   * Whether the access label lets in pods of other namespaces too.
   * @default InterNamespaceAccessLabels.IGNORE
   */
  readonly interNamespaceAccessLabels?: InterNamespaceAccessLabels;
  /**
   * Ports open to everyone, by name or number.
   * @default - `http` and `https` for the proxy and autohttps, none elsewhere
   */
  readonly allowedIngressPorts?: (number | string)[];
}

/** A file that is kept in a Secret and mounted into a pod. Exactly one of `data`, `stringData` and `binaryData` is given. */
export interface ExtraFileProps {
  /** Absolute path in the container, with the file's name. */
  readonly mountPath: string;
  /**
   * Content as data, written in the format that the extension of `mountPath` names: `.yaml`, `.yml`, `.json` or `.toml`.
   * Escape hatch: passed on as it is, unchecked.
   * @default - none
   */
  readonly data?: any;
  /**
   * Content as a string, byte for byte: a file that is to end in a line break has one at the end of the string.
   * @default - none
   */
  readonly stringData?: string | SecretValue;
  /**
   * Content in base64.
   * @default - none
   */
  readonly binaryData?: string | SecretValue;
  /**
   * Permission bits, as a number (`0o644` is 420).
   * @default - Kubernetes' 0644
   */
  readonly mode?: number;
}
