import {
  ExtraFileProps,
  ImageProps,
  NetworkPolicyProps,
  PodDisruptionBudgetProps,
  ProbeProps,
  ServiceAccountProps,
} from '../kubernetes/props';
import { SecretValue } from '../kubernetes/secret-value';

/** The claim that keeps the hub's SQLite database. */
export interface DatabaseClaimProps {
  /**
   * Annotations of the claim.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Label selector for the volume (Kubernetes `LabelSelector`).
   * @default {}
   */
  readonly selector?: { [key: string]: any };
  /**
   * Access modes.
   * @default ['ReadWriteOnce']
   */
  readonly accessModes?: string[];
  /**
   * Size, as a Kubernetes quantity.
   * @default 1Gi
   */
  readonly storage?: string;
  /**
   * Folder in the volume that is mounted.
   * @default - the volume's root
   */
  readonly subPath?: string;
  /**
   * Storage class; blank for none.
   * @default - the cluster's default class
   */
  readonly storageClassName?: string;
}

/** The hub's database (chart key `hub.db`). */
export interface DatabaseProps {
  /**
   * `sqlite-pvc`, `sqlite-memory`, `mysql`, `postgres` or `other`.
   * @default sqlite-pvc
   */
  readonly type?: string;
  /**
   * Whether the hub migrates the schema when it starts.
   * @default - true for `sqlite-pvc`, else false
   */
  readonly upgrade?: boolean;
  /**
   * The claim, for `sqlite-pvc`.
   * @default - 1Gi of the default class
   */
  readonly pvc?: DatabaseClaimProps;
  /**
   * SQLAlchemy URL without the password, for `mysql`, `postgres` and `other` (`JupyterHub.db_url`).
   * @default - JupyterHub's own default
   */
  readonly url?: any;
  /**
   * Password, for `mysql` and `postgres`.
   * @default - none
   */
  readonly password?: SecretValue;
}

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
   * `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`.
   * @default ClusterIP
   */
  readonly type?: string;
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
  readonly extraPorts?: any[];
  /**
   * Address asked of the load balancer.
   * @default - any
   */
  readonly loadBalancerIP?: string;
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

/** The hub: logs users in and starts their servers (chart key `hub`). */
export interface HubProps {
  /**
   * Old ReplicaSets to keep.
   * @default - Kubernetes' own, 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Traits by class, passed through to JupyterHub: `{ JupyterHub: { admin_access: true } }`. They win over all other options.
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
   * @default - drawn in the cluster
   */
  readonly cookieSecret?: SecretValue;
  /**
   * Keys that encrypt what authenticators keep of users (`CryptKeeper.keys`): 64 hexadecimal digits each, joined by `;`, the first one
   * for writing.
   * @default - one key, drawn in the cluster
   */
  readonly cryptKeeperKeys?: SecretValue;
  /**
   * Init containers (Kubernetes `Container`).
   * @default []
   */
  readonly initContainers?: any[];
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
  readonly deploymentStrategy?: { [key: string]: any };
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
  readonly extraConfig?: { [key: string]: any };
  /**
   * Files, by the key each has in the hub's Secret.
   * @default {}
   */
  readonly extraFiles?: { [key: string]: ExtraFileProps };
  /**
   * Environment variables: a list of Kubernetes `EnvVar`, or a map from name to a text, a `SecretValue` or an `EnvVar`.
   * @default {}
   */
  readonly extraEnv?: any;
  /**
   * More containers of the pod (Kubernetes `Container`).
   * @default []
   */
  readonly extraContainers?: any[];
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
   * The image.
   * @default quay.io/jupyterhub/k8s-hub:4.4.0
   */
  readonly image?: ImageProps;
  /**
   * Kubernetes `ResourceRequirements` of the container.
   * @default {}
   */
  readonly resources?: { [key: string]: any };
  /**
   * Kubernetes `PodSecurityContext`; what is not given keeps its default.
   * @default - not root, group 1000 for volumes, the runtime's seccomp profile
   */
  readonly podSecurityContext?: { [key: string]: any };
  /**
   * Kubernetes `SecurityContext`; what is not given keeps its default.
   * @default - user and group 1000, no escalation, no capabilities
   */
  readonly containerSecurityContext?: { [key: string]: any };
  /**
   * Kubernetes `Lifecycle` of the container.
   * @default {}
   */
  readonly lifecycle?: { [key: string]: any };
  /**
   * Roles by name (`JupyterHub.load_roles`).
   * @default {}
   */
  readonly loadRoles?: { [key: string]: any };
  /**
   * Services by name (`JupyterHub.services`). An `apiToken` not given is drawn in the cluster.
   * @default {}
   */
  readonly services?: { [key: string]: any };
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
  readonly namedServerLimitPerUser?: any;
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
  readonly templatePaths?: any[];
  /**
   * Variables for the page templates (`JupyterHub.template_vars`).
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
   * Name of a Secret of your own; its tokens and its `values.yaml` win over what is made here.
   * @default - none
   */
  readonly existingSecret?: string;
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
