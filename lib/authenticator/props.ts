import { SecretValue } from '../kubernetes/secret-value';
import { Allow } from './allow';

/** What every authenticator takes. */
export interface AuthenticatorProps {
  /** Who may enter; without a rule nobody would. */
  readonly allow: Allow;
  /**
   * Users who may administer the hub (`Authenticator.admin_users`).
   * @default []
   */
  readonly admins?: string[];
  /**
   * Whether what the authenticator learns of users, tokens for example, is kept, encrypted (`Authenticator.enable_auth_state`).
   * @default false
   */
  readonly enableAuthState?: boolean;
  /**
   * Whether users who are not logged in are sent to the provider without a page in between (`Authenticator.auto_login`).
   * @default false
   */
  readonly autoLogin?: boolean;
  /**
   * Other traits of the authenticator's class, by their own names. Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly traits?: { [trait: string]: any };
  /**
   * Traits of other classes, `OAuthenticator` or a subclass of your own for example. Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly config?: { [section: string]: any };
}

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
   * URL that the provider sends users back to: `https://HOST/hub/oauth_callback` (`OAuthenticator.oauth_callback_url`).
   * @default - made of the request
   */
  readonly callbackUrl?: string;
  /**
   * Scopes asked of the provider (`OAuthenticator.scope`).
   * @default - the provider's own
   */
  readonly scope?: string[];
  /**
   * Field of the user's data that is the user name (`OAuthenticator.username_claim`).
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
  /**
   * Groups whose members may administer the hub (`OAuthenticator.admin_groups`).
   * @default []
   */
  readonly adminGroups?: string[];
  /**
   * Where the groups of a user stand in what the provider tells, dotted (`OAuthenticator.auth_state_groups_key`).
   * @default - none
   */
  readonly authStateGroupsKey?: string;
}

/** For trying out: any name, one password. */
export interface DummyAuthenticatorProps extends AuthenticatorProps {
  /**
   * Password of everybody (`DummyAuthenticator.password`).
   * @default - none; then `insecure` must be true
   */
  readonly password?: SecretValue;
  /**
   * Whether everybody enters with any password (`DummyAuthenticator.password`).
   * @default false
   */
  readonly insecure?: boolean;
}

/** One password for users, another one for admins. */
export interface SharedPasswordAuthenticatorProps extends AuthenticatorProps {
  /**
   * Password of users (`SharedPasswordAuthenticator.user_password`).
   * @default - none
   */
  readonly userPassword?: SecretValue;
  /**
   * Password of admins, 32 characters at least (`SharedPasswordAuthenticator.admin_password`).
   * @default - none
   */
  readonly adminPassword?: SecretValue;
}

/** Users who sign up by themselves. */
export interface NativeAuthenticatorProps extends AuthenticatorProps {
  /**
   * Whether whoever signs up may enter at once (`NativeAuthenticator.open_signup`).
   * @default false
   */
  readonly openSignup?: boolean;
  /**
   * Whether users may sign up (`NativeAuthenticator.enable_signup`).
   * @default true
   */
  readonly enableSignup?: boolean;
  /**
   * Characters that a password needs (`NativeAuthenticator.minimum_password_length`).
   * @default 1
   */
  readonly minimumPasswordLength?: number;
  /**
   * Whether common passwords are refused (`NativeAuthenticator.check_common_password`).
   * @default false
   */
  readonly checkCommonPassword?: boolean;
  /**
   * Failed logins after which an account is locked; 0 for never (`NativeAuthenticator.allowed_failed_logins`).
   * @default 0
   */
  readonly allowedFailedLogins?: number;
  /**
   * Seconds that an account stays locked (`NativeAuthenticator.seconds_before_next_try`).
   * @default 600
   */
  readonly secondsBeforeNextTry?: number;
  /**
   * Whether users give a mail address (`NativeAuthenticator.ask_email_on_signup`).
   * @default false
   */
  readonly askEmailOnSignup?: boolean;
  /**
   * Whether users may ask for a second factor (`NativeAuthenticator.allow_2fa`).
   * @default false
   */
  readonly allow2fa?: boolean;
}

/** Users whose first password stays theirs. */
export interface FirstUseAuthenticatorProps extends AuthenticatorProps {
  /**
   * Whether unknown users are made (`FirstUseAuthenticator.create_users`).
   * @default true
   */
  readonly createUsers?: boolean;
  /**
   * File with the passwords (`FirstUseAuthenticator.dbm_path`).
   * @default passwords.dbm
   */
  readonly dbmPath?: string;
  /**
   * Characters that a password needs (`FirstUseAuthenticator.min_password_length`).
   * @default 7
   */
  readonly minPasswordLength?: number;
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
   * Whether the domain is left out of user names, where there is one domain (`GoogleOAuthenticator.strip_domain`).
   * @default - true with one domain
   */
  readonly stripDomain?: boolean;
  /**
   * Files with the keys that ask for groups, by domain (`GoogleOAuthenticator.google_service_account_keys`).
   * @default {}
   */
  readonly googleServiceAccountKeys?: { [domain: string]: string };
  /**
   * Admins in whose name groups are asked for, by domain (`GoogleOAuthenticator.gsuite_administrator`).
   * @default {}
   */
  readonly gsuiteAdministrator?: { [domain: string]: string };
}

/** Microsoft Entra ID, once Azure AD. */
export interface AzureAdAuthenticatorProps extends OAuthProps {
  /**
   * Id of the tenant (`AzureAdOAuthenticator.tenant_id`).
   * @default - the variable AAD_TENANT_ID
   */
  readonly tenantId?: string;
  /**
   * Claim with the user's groups (`AzureAdOAuthenticator.user_groups_claim`).
   * @default groups
   */
  readonly userGroupsClaim?: string;
}

/** CILogon. */
export interface CiLogonAuthenticatorProps extends OAuthProps {
  /**
   * Host of the service (`CILogonOAuthenticator.cilogon_host`).
   * @default cilogon.org
   */
  readonly ciLogonHost?: string;
  /**
   * Entity ids of the providers to choose from (`CILogonOAuthenticator.shown_idps`).
   * @default - those that are allowed
   */
  readonly shownIdps?: string[];
  /**
   * Look of the page (`CILogonOAuthenticator.skin`).
   * @default - none
   */
  readonly skin?: string;
}

/** Auth0. */
export interface Auth0AuthenticatorProps extends OAuthProps {
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
   * Ids of the groups whose members may administer the hub (`GlobusOAuthenticator.admin_globus_groups`).
   * @default []
   */
  readonly adminGlobusGroups?: string[];
}

/** Any OAuth 2.0 or OpenID Connect provider. */
export interface GenericOAuthProps extends OAuthProps {
  /**
   * Where users log in (`OAuthenticator.authorize_url`).
   * @default - none
   */
  readonly authorizeUrl?: string;
  /**
   * Where the hub gets tokens (`OAuthenticator.token_url`).
   * @default - none
   */
  readonly tokenUrl?: string;
  /**
   * Where the hub gets the user's data (`OAuthenticator.userdata_url`).
   * @default - none
   */
  readonly userdataUrl?: string;
  /**
   * Whether the user's data is in the id token (`OAuthenticator.userdata_from_id_token`).
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
  readonly extraAuthorizeParams?: { [key: string]: any };
  /**
   * Scopes that a user must have been granted (`OAuthenticator.allowed_scopes`).
   * @default []
   */
  readonly allowedScopes?: string[];
}

/** LDAP. */
export interface LdapAuthenticatorProps extends AuthenticatorProps {
  /**
   * Host of the server (`LDAPAuthenticator.server_address`).
   * @default - none
   */
  readonly serverAddress?: string;
  /**
   * Port of the server (`LDAPAuthenticator.server_port`).
   * @default - 389, or 636 with TLS
   */
  readonly serverPort?: number;
  /**
   * `on_connect`, `before_bind` or `insecure` (`LDAPAuthenticator.tls_strategy`).
   * @default before_bind
   */
  readonly tlsStrategy?: string;
  /**
   * Distinguished names to try, with `{username}`: a text or a list (`LDAPAuthenticator.bind_dn_template`).
   * @default []
   */
  readonly bindDnTemplate?: any;
  /**
   * Whether the name is searched for first (`LDAPAuthenticator.lookup_dn`).
   * @default false
   */
  readonly lookupDn?: boolean;
  /**
   * Filter of that search (`LDAPAuthenticator.lookup_dn_search_filter`).
   * @default - by the user attribute
   */
  readonly lookupDnSearchFilter?: string;
  /**
   * Who searches (`LDAPAuthenticator.lookup_dn_search_user`).
   * @default - anonymous
   */
  readonly lookupDnSearchUser?: string;
  /**
   * Password of who searches (`LDAPAuthenticator.lookup_dn_search_password`).
   * @default - none
   */
  readonly lookupDnSearchPassword?: SecretValue;
  /**
   * Attribute with the found name (`LDAPAuthenticator.lookup_dn_user_dn_attribute`).
   * @default - none
   */
  readonly lookupDnUserDnAttribute?: string;
  /**
   * Where users are searched for (`LDAPAuthenticator.user_search_base`).
   * @default - none
   */
  readonly userSearchBase?: string;
  /**
   * Attribute with the user name (`LDAPAuthenticator.user_attribute`).
   * @default - none
   */
  readonly userAttribute?: string;
  /**
   * Filter that users must meet (`LDAPAuthenticator.search_filter`).
   * @default - none
   */
  readonly searchFilter?: string;
}

/** A learning management system by LTI 1.1. */
export interface Lti11AuthenticatorProps extends AuthenticatorProps {
  /**
   * Shared secrets, by client key: a map, or a secret that holds one (`LTI11Authenticator.consumers`).
   * @default {}
   */
  readonly consumers?: any;
  /**
   * Field that is the user name (`LTI11Authenticator.username_key`).
   * @default custom_canvas_user_id
   */
  readonly usernameKey?: string;
  /**
   * `auto`, `https` or `http` (`LTI11Authenticator.uri_scheme`).
   * @default auto
   */
  readonly uriScheme?: string;
  /**
   * Title in the system (`LTI11Authenticator.config_title`).
   * @default JupyterHub
   */
  readonly configTitle?: string;
  /**
   * Description in the system (`LTI11Authenticator.config_description`).
   * @default - the authenticator's own
   */
  readonly configDescription?: string;
  /**
   * URL of an icon (`LTI11Authenticator.config_icon`).
   * @default - none
   */
  readonly configIcon?: string;
}

/** A learning management system by LTI 1.3. */
export interface Lti13AuthenticatorProps extends AuthenticatorProps {
  /**
   * Issuer of the system's tokens (`LTI13Authenticator.issuer`).
   * @default - none
   */
  readonly issuer?: string;
  /**
   * Where users log in (`LTI13Authenticator.authorize_url`).
   * @default - none
   */
  readonly authorizeUrl?: string;
  /**
   * Where the system's keys are (`LTI13Authenticator.jwks_endpoint`).
   * @default - none
   */
  readonly jwksEndpoint?: string;
  /**
   * Ids of the hub at the system (`LTI13Authenticator.client_id`).
   * @default []
   */
  readonly clientId?: string[];
  /**
   * Field that is the user name (`LTI13Authenticator.username_key`).
   * @default email
   */
  readonly usernameKey?: string;
  /**
   * `auto`, `https` or `http` (`LTI13Authenticator.uri_scheme`).
   * @default auto
   */
  readonly uriScheme?: string;
  /**
   * Name in the system (`LTI13Authenticator.tool_name`).
   * @default JupyterHub
   */
  readonly toolName?: string;
  /**
   * Description in the system (`LTI13Authenticator.tool_description`).
   * @default - the authenticator's own
   */
  readonly toolDescription?: string;
}

/** Signed links. */
export interface HmacAuthenticatorProps extends AuthenticatorProps {
  /**
   * Key of the signatures (`HMACAuthenticator.secret_key`).
   * @default - none
   */
  readonly secretKey?: SecretValue;
}
