import { SecretValue } from '../../secrets/secret-value';
import { AuthenticatorProps } from './props';

/** What every OAuth provider takes. */
export interface OAuthProps extends AuthenticatorProps {
  /**
   * Id of the application at the provider (`OAuthenticator.client_id`).
   * @default - the variable OAUTH_CLIENT_ID in the hub's container
   */
  readonly clientId?: string;
  /**
   * Secret of the application at the provider (`OAuthenticator.client_secret`).
   * @default - the variable OAUTH_CLIENT_SECRET in the hub's container
   */
  readonly clientSecret?: SecretValue;
  /**
   * URL that the provider sends users back to: `https://HOST/hub/oauth_callback`, with `hub.baseUrl` before `hub` (`OAuthenticator.oauth_callback_url`).
   * @default - made of the request
   */
  readonly callbackUrl?: string;
  /**
   * Scopes asked of the provider (`OAuthenticator.scope`).
   * @default - the provider's own
   */
  readonly scope?: string[];
  /**
   * Field of the user's data that is the user name (`OAuthenticator.username_claim`); `ciLogon` takes it for each provider.
   * @default - the provider's own
   */
  readonly usernameClaim?: string;
  /**
   * Name of the provider on the login button (`OAuthenticator.login_service`).
   * @default - the provider's own
   */
  readonly loginService?: string;
  /**
   * Where users are sent after they have logged out (`OAuthenticator.logout_redirect_url`).
   * @default - the hub's own page
   */
  readonly logoutRedirectUrl?: string;
}

/** What providers take that tell the groups of a user. */
export interface OAuthGroupsProps extends OAuthProps {
  /**
   * Groups whose members enter and may administer the hub (`OAuthenticator.admin_groups`). JupyterHub then takes over the groups of users
   * (`manage_groups`). Who is in none of them and not among `admins` is no admin any more after the next login.
   * @default []
   */
  readonly adminGroups?: string[];
  /**
   * Where the groups of a user stand in what the provider tells, dotted (`OAuthenticator.auth_state_groups_key`). JupyterHub then takes
   * them over (`manage_groups`).
   * @default - none; `oauth_user.groups` for `genericOAuth`, `user.groups` for `azureAd`
   */
  readonly authStateGroupsKey?: string;
}

/** GitHub. */
export interface GitHubAuthenticatorProps extends OAuthProps {
  /**
   * URL of a GitHub Enterprise (`GitHubOAuthenticator.github_url`).
   * @default https://github.com
   */
  readonly gitHubUrl?: string;
  /**
   * URL of its API (`GitHubOAuthenticator.github_api`).
   * @default https://api.github.com
   */
  readonly gitHubApi?: string;
  /**
   * Whether the user's teams are kept (`GitHubOAuthenticator.populate_teams_in_auth_state`).
   * @default false
   */
  readonly populateTeamsInAuthState?: boolean;
}

/** GitLab. */
export interface GitLabAuthenticatorProps extends OAuthProps {
  /**
   * URL of the GitLab (`GitLabOAuthenticator.gitlab_url`).
   * @default https://gitlab.com
   */
  readonly gitLabUrl?: string;
}

/** Google. */
export interface GoogleAuthenticatorProps extends OAuthProps {
  /**
   * Domains of Google Workspace whose accounts alone can log in, whatever `allow` says (`GoogleOAuthenticator.hosted_domain`).
   * `Allow.domains` sets it by itself.
   * @default - any account
   */
  readonly hostedDomain?: string[];
  /**
   * Whether the domain is left out of user names, where there is one domain (`GoogleOAuthenticator.strip_domain`).
   * @default - true with one domain
   */
  readonly stripDomain?: boolean;
  /**
   * Addresses of groups whose members enter and may administer the hub: `staff@example.org` (`GoogleOAuthenticator.admin_google_groups`).
   * @default []
   */
  readonly adminGroups?: string[];
  /**
   * Whether members of groups in a group are members of it (`GoogleOAuthenticator.include_nested_groups`).
   * @default false
   */
  readonly includeNestedGroups?: boolean;
  /**
   * Files with the keys of the service accounts that ask for groups, as paths in the hub's container, by domain (`GoogleOAuthenticator.google_service_account_keys`).
   * @default {}
   */
  readonly googleServiceAccountKeys?: { [domain: string]: string };
  /**
   * Admins in whose name groups are asked for, without their domain, by domain (`GoogleOAuthenticator.gsuite_administrator`).
   * @default {}
   */
  readonly gsuiteAdministrator?: { [domain: string]: string };
}

/** Microsoft Entra ID, once Azure AD. */
export interface AzureAdAuthenticatorProps extends OAuthGroupsProps {
  /**
   * Id of the tenant (`AzureAdOAuthenticator.tenant_id`).
   * @default - the variable AAD_TENANT_ID
   */
  readonly tenantId?: string;
}

/** CILogon. */
export interface CiLogonAuthenticatorProps extends OAuthGroupsProps {
  /**
   * Host of the service (`CILogonOAuthenticator.cilogon_host`).
   * @default cilogon.org
   */
  readonly ciLogonHost?: string;
  /**
   * Look of the page (`CILogonOAuthenticator.skin`).
   * @default - none
   */
  readonly skin?: string;
}

/** Auth0. */
export interface Auth0AuthenticatorProps extends OAuthGroupsProps {
  /**
   * Domain at Auth0 (`Auth0OAuthenticator.auth0_domain`).
   * @default - made of the subdomain
   */
  readonly auth0Domain?: string;
  /**
   * Subdomain at Auth0 (`Auth0OAuthenticator.auth0_subdomain`).
   * @default - none
   */
  readonly auth0Subdomain?: string;
  /**
   * Whether an address that was not verified is taken as user name (`Auth0OAuthenticator.allow_unverified_email`).
   * @default false
   */
  readonly allowUnverifiedEmail?: boolean;
}

/** Globus. */
export interface GlobusAuthenticatorProps extends OAuthProps {
  /**
   * Domain of the identity provider (`GlobusOAuthenticator.identity_provider`).
   * @default - any
   */
  readonly identityProvider?: string;
  /**
   * Whether the user name is made of the mail address (`GlobusOAuthenticator.username_from_email`).
   * @default false
   */
  readonly usernameFromEmail?: boolean;
  /**
   * Ids of the groups whose members enter and may administer the hub (`GlobusOAuthenticator.admin_globus_groups`).
   * @default []
   */
  readonly adminGroups?: string[];
}

/** Any OAuth 2.0 or OpenID Connect provider. */
export interface GenericOAuthProps extends OAuthGroupsProps {
  /** Where users log in (`OAuthenticator.authorize_url`). */
  readonly authorizeUrl: string;
  /** Where the hub gets tokens (`OAuthenticator.token_url`). */
  readonly tokenUrl: string;
  /**
   * Where the hub gets the user's data (`OAuthenticator.userdata_url`).
   * @default - none; then `userdataFromIdToken` must be true
   */
  readonly userdataUrl?: string;
  /**
   * Whether the user's data is in the id token, instead of at `userdataUrl` (`OAuthenticator.userdata_from_id_token`).
   * @default false
   */
  readonly userdataFromIdToken?: boolean;
  /**
   * Whether the hub logs in to the provider by HTTP basic authentication (`OAuthenticator.basic_auth`).
   * @default false
   */
  readonly basicAuth?: boolean;
  /**
   * Whether PKCE is used (`OAuthenticator.enable_pkce`).
   * @default true
   */
  readonly enablePkce?: boolean;
  /**
   * More parameters of the login (`OAuthenticator.extra_authorize_params`).
   * @default {}
   */
  readonly extraAuthorizeParams?: { [name: string]: string };
}
