import type * as gateway from '../../imports/gateway.networking.k8s.io';
import type * as k8s from '../../imports/k8s';
import type { Wire } from './wire';

/** Specs of the objects that the library makes. The generator writes `IP` its own way; the wire does not. */
export type DaemonSetSpec = Wire<k8s.DaemonSetSpec>;
export type DeploymentSpec = Wire<k8s.DeploymentSpec>;
export type HttpRouteSpec = Wire<gateway.HttpRouteSpec>;
export type IngressSpec = Wire<k8s.IngressSpec>;
export type JobSpec = Wire<k8s.JobSpec>;
export type NetworkPolicySpec = Wire<k8s.NetworkPolicySpec>;
export type PersistentVolumeClaimSpec = Wire<k8s.PersistentVolumeClaimSpec>;
export type PodDisruptionBudgetSpec = Wire<k8s.PodDisruptionBudgetSpec>;
export type PodTemplateSpec = Wire<k8s.PodTemplateSpec>;
export type ServiceSpec = Omit<Wire<k8s.ServiceSpec>, 'loadBalancerIp'> & { loadBalancerIP?: string };
export type StatefulSetSpec = Wire<k8s.StatefulSetSpec>;

/** Parts of specs. */
export type Container = Wire<k8s.Container>;
export type HttpGetAction = Wire<k8s.HttpGetAction>;
export type EnvVar = Wire<k8s.EnvVar>;
export type KeyToPath = Wire<k8s.KeyToPath>;
export type NodeSelectorTerm = Wire<k8s.NodeSelectorTerm>;
export type Toleration = Wire<k8s.Toleration>;
export type Volume = Wire<k8s.Volume>;
export type VolumeMount = Wire<k8s.VolumeMount>;
