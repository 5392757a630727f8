import type { EnvValue, ISecret, k8s, ServiceType, Volume } from 'cdk8s-plus-28';
import { IpFamily, IpFamilyPolicy } from '../../kubernetes/enums';
import {
  ExtraFileProps,
  ImageProps,
  NetworkPolicyProps,
  PodDisruptionBudgetProps,
  ProbeProps,
  ResourcesProps,
  ServiceAccountProps,
} from '../../kubernetes/props';
import { SecretValue } from '../../secrets/secret-value';
import { DatabaseProps } from './database-props';
import { SecretBootstrapProps } from './secret-bootstrap-props';
import { RoleProps, ServiceProps } from './service-props';

/** More of the hub Service's port. */
export interface HubServicePortsProps {
  /**
   * Node port.
   * @default - none
   */
  readonly nodePort?: number;
  /**
   * Application protocol of the port.
   * @default - none
   */
  readonly appProtocol?: string;
}

/** The Service `hub` (chart key `hub.service`). */
export interface HubServiceProps {
  /**
   * Type of the Service.
   * @default ServiceType.CLUSTER_IP
   */
  readonly type?: ServiceType;
  /**
   * Annotations; those that Prometheus reads are filled in where they are not given.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * More of the port 8081.
   * @default {}
   */
  readonly ports?: HubServicePortsProps;
  /**
   * More ports (Kubernetes `ServicePort`).
   * @default []
   */
  readonly extraPorts?: k8s.ServicePort[];
  /**
   * Address asked of the load balancer.
   * @default - any
   */
  readonly loadBalancerIP?: string;
  /**
   * How many families of addresses it has.
   * @default IpFamilyPolicy.PREFER_DUAL_STACK
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;
  /**
   * Its families of addresses, in order.
   * @default - the cluster's
   */
  readonly ipFamilies?: IpFamily[];
}

/** The hub: logs users in and starts their servers (chart key `hub`). */
export interface HubProps {
  /**
   * Old ReplicaSets to keep.
   * @default - Kubernetes' own, 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Traits by class, passed through to JupyterHub: `{ JupyterHub: { admin_access: true } }`. They win over all other options. Escape hatch: passed on as it is, unchecked.
   * @default - admins may enter their users' servers
   */
  readonly config?: { [key: string]: any };
  /**
   * The Service in front of the hub.
   * @default - a ClusterIP Service
   */
  readonly service?: HubServiceProps;
  /**
   * Path under which everything is served, with slashes at both ends (`JupyterHub.base_url`).
   * @default /
   */
  readonly baseUrl?: string;
  /**
   * Key that signs cookies, 64 hexadecimal digits.
   * @default - generated in the cluster
   */
  readonly cookieSecret?: SecretValue;
  /**
   * Keys that encrypt what authenticators keep of users (`CryptKeeper.keys`): 64 hexadecimal digits each, joined by `;`, the first one
   * for writing.
   * @default - one key, generated in the cluster
   */
  readonly cryptKeeperKeys?: SecretValue;
  /**
   * Init containers (Kubernetes `Container`).
   * @default []
   */
  readonly initContainers?: k8s.Container[];
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
   * Servers that may start at the same time (`JupyterHub.concurrent_spawn_limit`).
   * @default 64
   */
  readonly concurrentSpawnLimit?: number;
  /**
   * Failed starts in a row after which the hub restarts itself; 0 for never (`Spawner.consecutive_failure_limit`).
   * @default 5
   */
  readonly consecutiveFailureLimit?: number;
  /**
   * Servers that may run at the same time (`JupyterHub.active_server_limit`).
   * @default - no limit
   */
  readonly activeServerLimit?: number;
  /**
   * Kubernetes `DeploymentStrategy`.
   * @default { type: 'Recreate' }
   */
  readonly deploymentStrategy?: k8s.DeploymentStrategy;
  /**
   * The database.
   * @default - SQLite on a claim of 1Gi
   */
  readonly db?: DatabaseProps;
  /**
   * More labels of the pod.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations of the pod.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Command of the container.
   * @default - the image's entry point
   */
  readonly command?: string[];
  /**
   * Arguments of the container, instead of all that the library would give.
   * @default - start JupyterHub with the configuration made here
   */
  readonly args?: string[];
  /**
   * Python source by name, run in the order of the names after everything else is configured.
   * @default {}
   */
  readonly extraConfig?: { [name: string]: string | SecretValue };
  /**
   * Files, by the key each has in the hub's Secret.
   * @default {}
   */
  readonly extraFiles?: { [key: string]: ExtraFileProps };
  /**
   * Environment variables by name: a string, a secret, or where Kubernetes finds the value.
   * @default {}
   */
  readonly extraEnv?: { [name: string]: string | SecretValue | EnvValue | k8s.EnvVarSource };
  /**
   * Secrets and ConfigMaps whose keys all become environment variables (Kubernetes `EnvFromSource`). The chart has no key for it.
   *
   * A variable of `extraEnv`, or one that the library sets, wins over one of the same name; of two sources, the later one wins. The hub
   * does not restart when they change.
   * @default - none
   * @example
   * new JupyterHub(app, 'jhub', {
   *   namespace: 'jhub',
   *   authenticator,
   *   hub: { extraEnvFrom: [{ secretRef: { name: 'hub-environment' } }] },
   * });
   */
  readonly extraEnvFrom?: k8s.EnvFromSource[];
  /**
   * More containers of the pod (Kubernetes `Container`).
   * @default []
   */
  readonly extraContainers?: k8s.Container[];
  /**
   * More volumes of the pod, of Kubernetes' form or of cdk8s-plus.
   * @default []
   */
  readonly extraVolumes?: (k8s.Volume | Volume)[];
  /**
   * More mounts of the container (Kubernetes `VolumeMount`).
   * @default []
   */
  readonly extraVolumeMounts?: k8s.VolumeMount[];
  /**
   * The image.
   * @default quay.io/jupyterhub/k8s-hub:4.4.0
   */
  readonly image?: ImageProps;
  /**
   * CPU, memory and other resources of the container.
   * @default {}
   */
  readonly resources?: ResourcesProps;
  /**
   * Kubernetes `PodSecurityContext`; what is not given keeps its default.
   * @default - not root, group 1000 for volumes, the runtime's seccomp profile
   */
  readonly podSecurityContext?: k8s.PodSecurityContext;
  /**
   * Kubernetes `SecurityContext`; what is not given keeps its default.
   * @default - user and group 1000, no escalation, no capabilities
   */
  readonly containerSecurityContext?: k8s.SecurityContext;
  /**
   * Kubernetes `Lifecycle` of the container.
   * @default {}
   */
  readonly lifecycle?: k8s.Lifecycle;
  /**
   * Roles by name (`JupyterHub.load_roles`).
   * @default {}
   */
  readonly loadRoles?: { [name: string]: RoleProps };
  /**
   * Services by name (`JupyterHub.services`). A token not given is generated in the cluster.
   * @default {}
   */
  readonly services?: { [name: string]: ServiceProps };
  /**
   * The PodDisruptionBudget.
   * @default - none
   */
  readonly pdb?: PodDisruptionBudgetProps;
  /**
   * The NetworkPolicy.
   * @default - in from labelled pods, out to anywhere
   */
  readonly networkPolicy?: NetworkPolicyProps;
  /**
   * Whether users may have several servers, each with a name (`JupyterHub.allow_named_servers`).
   * @default false
   */
  readonly allowNamedServers?: boolean;
  /**
   * Named servers that each user may have (`JupyterHub.named_server_limit_per_user`).
   * @default - no limit
   */
  readonly namedServerLimitPerUser?: number;
  /**
   * Whether metrics need a token (`JupyterHub.authenticate_prometheus`).
   * @default - JupyterHub's own, true
   */
  readonly authenticatePrometheus?: boolean;
  /**
   * Whether users land in their server rather than on the hub's page (`JupyterHub.redirect_to_server`).
   * @default - JupyterHub's own, true
   */
  readonly redirectToServer?: boolean;
  /**
   * Whether logging out stops the user's servers (`JupyterHub.shutdown_on_logout`).
   * @default - JupyterHub's own, false
   */
  readonly shutdownOnLogout?: boolean;
  /**
   * Folders with page templates (`JupyterHub.template_paths`).
   * @default []
   */
  readonly templatePaths?: string[];
  /**
   * Variables for the page templates (`JupyterHub.template_vars`). Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly templateVars?: { [key: string]: any };
  /**
   * Liveness probe.
   * @default - after 300 s, every 10 s, 3 s to answer, 30 failures
   */
  readonly livenessProbe?: ProbeProps;
  /**
   * Readiness probe.
   * @default - at once, every 2 s, 1 s to answer, 1000 failures
   */
  readonly readinessProbe?: ProbeProps;
  /**
   * A Secret of your own; its tokens and its `values.yaml` win over what is made here.
   * @default - none
   */
  readonly existingSecret?: string | ISecret;
  /**
   * The Job that generates the tokens that nobody gave. The chart has no key for it.
   * @default - it asks for 100m of CPU and 128Mi of memory
   * @example
   * new JupyterHub(app, 'jhub', {
   *   namespace: 'jhub',
   *   authenticator,
   *   hub: { secretBootstrap: { resources: { requests: { memory: '256Mi' }, limits: { memory: '256Mi' } } } },
   * });
   */
  readonly secretBootstrap?: SecretBootstrapProps;
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
