import type * as k8s from '../../imports/k8s';

/**
 * A type of the generated Kubernetes API as it is written in a manifest: quantities, ports and times as numbers or texts, and any member of an
 * open choice as a text.
 */
type Shape<T> = T extends k8s.IntOrString | k8s.Quantity
  ? string | number
  : T extends Date
    ? string
    : T extends string
      ? string
      : T extends (infer Item)[]
        ? Shape<Item>[]
        : T extends object
          ? string extends keyof T
            ? Record<string, Shape<T[keyof T]> | undefined>
            : { [K in keyof T]: Shape<T[K]> }
          : T;

/** Specs of the objects that the library makes. The generator writes `IP` its own way; the wire does not. */
export type DaemonSetSpec = Shape<k8s.DaemonSetSpec>;
export type DeploymentSpec = Shape<k8s.DeploymentSpec>;
export type IngressSpec = Shape<k8s.IngressSpec>;
export type JobSpec = Shape<k8s.JobSpec>;
export type NetworkPolicySpec = Shape<k8s.NetworkPolicySpec>;
export type PersistentVolumeClaimSpec = Shape<k8s.PersistentVolumeClaimSpec>;
export type PodDisruptionBudgetSpec = Shape<k8s.PodDisruptionBudgetSpec>;
export type PodTemplateSpec = Shape<k8s.PodTemplateSpec>;
export type ServiceSpec = Omit<Shape<k8s.ServiceSpec>, 'loadBalancerIp'> & { loadBalancerIP?: string };
export type StatefulSetSpec = Shape<k8s.StatefulSetSpec>;

/** Parts of specs. */
export type Container = Shape<k8s.Container>;
export type HttpGetAction = Shape<k8s.HttpGetAction>;
export type EnvVar = Shape<k8s.EnvVar>;
export type KeyToPath = Shape<k8s.KeyToPath>;
export type NodeSelectorTerm = Shape<k8s.NodeSelectorTerm>;
export type Toleration = Shape<k8s.Toleration>;
export type Volume = Shape<k8s.Volume>;
export type VolumeMount = Shape<k8s.VolumeMount>;
