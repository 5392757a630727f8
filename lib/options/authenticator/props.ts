import { SecretValue } from '../../secrets/secret-value';
import { Allow } from './allow';

/** How a connection to an LDAP server is encrypted. */
export enum LdapTlsStrategy {
  /** From its start (LDAPS). */
  ON_CONNECT = 'on_connect',
  /** Before anybody logs in (STARTTLS). */
  BEFORE_BIND = 'before_bind',
  /** Not at all. */
  INSECURE = 'insecure',
}

/** Scheme of the hub's URL, as a learning management system knows it. */
export enum LtiUriScheme {
  /** That of the request. */
  AUTO = 'auto',
  /** HTTPS. */
  HTTPS = 'https',
  /** HTTP. */
  HTTP = 'http',
}

/** What every authenticator takes. */
export interface AuthenticatorProps {
  /** Who may enter; without a rule nobody would. */
  readonly allow: Allow;
  /**
   * Users who may administer the hub, by name (`Authenticator.admin_users`). They enter whatever `allow` says.
   * @default []
   */
  readonly admins?: string[];
  /**
   * Whether what the authenticator learns of users, tokens for example, is kept, encrypted (`Authenticator.enable_auth_state`).
   * @default false
   */
  readonly enableAuthState?: boolean;
  /**
   * Whether users who are not logged in are sent to the provider without a page in between (`Authenticator.auto_login`). Neither
   * `noAuthenticator` nor `lti11` knows it, as they do so always.
   * @default - false, and true for `tmp`
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
   * Password of users who are no admins, 8 characters at least (`SharedPasswordAuthenticator.user_password`).
   * @default - none, so that admins only can log in
   */
  readonly userPassword?: SecretValue;
  /**
   * Password of admins, 32 characters at least (`SharedPasswordAuthenticator.admin_password`).
   * @default - none; then there can be no `admins`
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
   * @default 0
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
   * @default 0
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

/** LDAP. */
export interface LdapAuthenticatorProps extends AuthenticatorProps {
  /** Host of the server (`LDAPAuthenticator.server_address`). */
  readonly serverAddress: string;
  /**
   * Port of the server (`LDAPAuthenticator.server_port`).
   * @default - 389, or 636 with TLS
   */
  readonly serverPort?: number;
  /**
   * How the connection is encrypted (`LDAPAuthenticator.tls_strategy`).
   * @default LdapTlsStrategy.BEFORE_BIND
   */
  readonly tlsStrategy?: LdapTlsStrategy;
  /**
   * Distinguished names to try, with `{username}` (`LDAPAuthenticator.bind_dn_template`).
   * @default []; then `lookupDn` must be true
   */
  readonly bindDnTemplate?: string[];
  /**
   * Whether the name is searched for first (`LDAPAuthenticator.lookup_dn`); it needs `userSearchBase`, `userAttribute` and
   * `lookupDnUserDnAttribute`.
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
  /** Shared secrets, by client key (`LTI11Authenticator.consumers`). */
  readonly consumers: { [clientKey: string]: SecretValue };
  /**
   * Field that is the user name (`LTI11Authenticator.username_key`).
   * @default custom_canvas_user_id
   */
  readonly usernameKey?: string;
  /**
   * Scheme of the hub's own URL, as users reach it (`LTI11Authenticator.uri_scheme`).
   * @default LtiUriScheme.AUTO
   */
  readonly uriScheme?: LtiUriScheme;
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
  /** Issuer of the system's tokens (`LTI13Authenticator.issuer`). */
  readonly issuer: string;
  /** Where users log in (`LTI13Authenticator.authorize_url`). */
  readonly authorizeUrl: string;
  /** Where the system's keys are (`LTI13Authenticator.jwks_endpoint`). */
  readonly jwksEndpoint: string;
  /** Ids of the hub at the system (`LTI13Authenticator.client_id`). */
  readonly clientId: string[];
  /**
   * Field that is the user name (`LTI13Authenticator.username_key`).
   * @default email
   */
  readonly usernameKey?: string;
  /**
   * Scheme of the hub's own URL, as users reach it (`LTI13Authenticator.uri_scheme`).
   * @default LtiUriScheme.AUTO
   */
  readonly uriScheme?: LtiUriScheme;
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
  /** Key of the signatures, in hexadecimal digits (`HMACAuthenticator.secret_key`). */
  readonly secretKey: SecretValue;
}
