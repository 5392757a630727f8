import type { ISecret } from 'cdk8s-plus-28';
import { Authenticator } from './authenticator/authenticator';
import { CullingProps } from './culling/props';
import { HubProps } from './hub/props';
import { ImagePullerProps } from './image-puller/props';
import { SecretValue } from '../secrets/secret-value';
import { ProxyProps } from './proxy/props';
import { SchedulingProps } from './scheduling/props';
import { SpawnerProps } from './spawner/props';

/** Role based access control. */
export interface RbacProps {
  /**
   * Whether Roles and their bindings are made.
   * @default true
   */
  readonly create?: boolean;
}

/** Credentials of a registry, made into a Secret to pull images with (chart key `imagePullSecret`). */
export interface ImagePullSecretProps {
  /**
   * Whether the Secret is made.
   * @default false
   */
  readonly create?: boolean;
  /**
   * Whether all pods pull with it.
   * @default true
   */
  readonly automaticReferenceInjection?: boolean;
  /**
   * Registry.
   * @default - Docker Hub
   */
  readonly registry?: string;
  /**
   * User name.
   * @default - none
   */
  readonly username?: string | SecretValue;
  /**
   * Password or token.
   * @default - none
   */
  readonly password?: SecretValue;
  /**
   * Mail address.
   * @default - none
   */
  readonly email?: string | SecretValue;
}

/** A JupyterHub on Kubernetes. */
export interface JupyterHubProps {
  /**
   * Namespace of all objects that have one.
   */
  readonly namespace: string;
  /**
   * Name of the release: tells two installations in one cluster apart.
   * @default - the construct's id
   */
  readonly release?: string;
  /**
   * Prefix of all names; a blank one gives names such as `hub` and `proxy-public`.
   * @default - no prefix
   */
  readonly fullnameOverride?: string;
  /**
   * Name of the application, in labels.
   * @default jupyterhub
   */
  readonly nameOverride?: string;
  /** How users log in, and who may. */
  readonly authenticator: Authenticator;
  /**
   * The hub.
   * @default - the defaults of `HubProps`
   */
  readonly hub?: HubProps;
  /**
   * The proxy.
   * @default - the defaults of `ProxyProps`
   */
  readonly proxy?: ProxyProps;
  /**
   * The users' servers.
   * @default - the defaults of `SpawnerProps`
   */
  readonly spawner?: SpawnerProps;
  /**
   * Where pods run.
   * @default - the defaults of `SchedulingProps`
   */
  readonly scheduling?: SchedulingProps;
  /**
   * Pulling images ahead.
   * @default - the defaults of `ImagePullerProps`
   */
  readonly imagePuller?: ImagePullerProps;
  /**
   * Stopping idle servers.
   * @default - after an hour
   */
  readonly culling?: CullingProps;
  /**
   * Role based access control.
   * @default - made
   */
  readonly rbac?: RbacProps;
  /**
   * A Secret with the credentials of a registry.
   * @default - none
   */
  readonly imagePullSecret?: ImagePullSecretProps;
  /**
   * Secrets that all pods pull with: names, or Secrets.
   * @default []
   */
  readonly imagePullSecrets?: (string | ISecret)[];
  /**
   * Whether hub and proxy log all they do.
   * @default false
   */
  readonly debug?: boolean;
  /**
   * Whether the objects tell Argo CD in which order to bring them: priority classes and Secrets, then the stage that pulls images, as a hook
   * that takes itself away, and the tokens, then hub, proxy and the rest.
   * @default false
   */
  readonly argoCd?: boolean;
  /**
   * Whether the pods and claims that a sample user's servers would get, with each profile and choice, are written to `review/` beside the manifests,
   * so that a pull request shows what a change does to them. Nothing applies them.
   * @default false
   */
  readonly review?: boolean;
  /**
   * Options laid over the others; a list lays one over the other, in order. For what differs between environments, and for what the types cannot say.
   *
   * Maps merge deeply, lists and scalars replace, `null` takes an option away, its default too. Keys and values are checked and converted as all
   * options are. Besides, they may be in the form of manifests (seconds for a `Duration`), have their names in snake case, and hold fields
   * of a Kubernetes that is newer than the types.
   * @default {}
   * @example
   * overrides: [{ debug: true }, { spawner: { memory: { guarantee: null } } }]
   */
  readonly overrides?: { [option: string]: any } | { [option: string]: any }[];
  /**
   * Findings of the rules that are meant: a program is refused for warnings as for errors, and this takes a warning back.
   * @default - none
   * @example
   * suppressions: [{ id: 'exposure/two-entrances', reason: 'the load balancer is internal' }]
   */
  readonly suppressions?: SuppressionProps[];
  /**
   * Data of your own for `hub.extraConfig`, which asks for it by `get_config('custom.KEY')`. Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly custom?: { [key: string]: any };
}

/** A finding of a rule that is meant. */
export interface SuppressionProps {
  /** Id of the rule, as the message ends with it: `hosts/ingress-host`. */
  readonly id: string;
  /** Why it is meant; it must not be blank. */
  readonly reason: string;
  /**
   * The option, as the message begins with it, where others of the kind are to be told.
   * @default - all findings of the rule
   */
  readonly path?: string;
}
