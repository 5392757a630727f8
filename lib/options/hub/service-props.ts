import { SecretValue } from '../../secrets/secret-value';

/** A service of JupyterHub (`JupyterHub.services`). */
export interface ServiceProps {
  /**
   * Its name.
   * @default - the key that it stands under
   */
  readonly name?: string;
  /**
   * Where its pages are; users reach them under `/services/NAME`.
   * @default - no pages
   */
  readonly url?: string;
  /**
   * Command that the hub starts it with, in its own pod.
   * @default - it runs elsewhere
   */
  readonly command?: string[];
  /**
   * Environment variables of the command.
   * @default {}
   */
  readonly environment?: { [key: string]: string | SecretValue };
  /**
   * Its token.
   * @default - generated in the cluster
   */
  readonly apiToken?: SecretValue;
  /**
   * Whether it may do all that an admin may. Scopes say it better.
   * @default false
   */
  readonly admin?: boolean;
  /**
   * Whether users see it in the menu.
   * @default true
   */
  readonly display?: boolean;
  /**
   * URL that users come back to after they have logged in to it.
   * @default - `/services/NAME/oauth_callback`
   */
  readonly oauthRedirectUri?: string;
  /**
   * Whether users enter it without being asked for their consent.
   * @default false
   */
  readonly oauthNoConfirm?: boolean;
  /**
   * Id of its OAuth client, which begins with `service-`.
   * @default - `service-NAME`
   */
  readonly oauthClientId?: string;
  /**
   * Scopes of the tokens that users get when they log in to it.
   * @default - to know who they are, and that they may enter
   */
  readonly oauthClientAllowedScopes?: string[];
  /**
   * Scopes that it may use, given by a role of its name.
   * @default - none
   */
  readonly scopes?: string[];
  /**
   * Port of the hub's pod that it answers at: opened in the hub's Service and NetworkPolicy.
   * @default - none
   */
  readonly port?: number;
  /**
   * Other keys, by JupyterHub's own names. Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly extra?: { [key: string]: any };
}

/** A role of JupyterHub (`JupyterHub.load_roles`). */
export interface RoleProps {
  /**
   * Its name; that of a role of JupyterHub's own, `user` for example, changes that one.
   * @default - the key that it stands under
   */
  readonly name?: string;
  /** Scopes of the role. */
  readonly scopes: string[];
  /**
   * What it is for.
   * @default - none
   */
  readonly description?: string;
  /**
   * Users who have it.
   * @default []
   */
  readonly users?: string[];
  /**
   * Groups who have it.
   * @default []
   */
  readonly groups?: string[];
  /**
   * Services that have it.
   * @default []
   */
  readonly services?: string[];
}
