import { StructName } from '../wire/option-types';

/** A factory, and what it makes of its options. */
export interface AuthenticatorKind {
  /** Name of the factory. */
  readonly factory: string;
  /** Value of `JupyterHub.authenticator_class`. */
  readonly authenticatorClass: string;
  /** The class whose traits the options are. */
  readonly section: string;
  /** The interface of its options. */
  readonly props: StructName;
  /** The trait of each option, in the authenticator's own section. */
  readonly options: Readonly<Record<string, string>>;
  /** Options of its kind that this one has no trait for, or does not start with. */
  readonly without?: readonly string[];
  /** Traits with which the authenticator starts only where `manage_groups` is true. */
  readonly needManagedGroups?: readonly string[];
  /** Whether it lets everybody in where neither `allow_all` nor `allowed_users` is set. */
  readonly isOpenByDefault?: boolean;
  /** Rules whose trait lets nobody in, but keeps everybody else out, whatever other rules there are. */
  readonly restrictions?: readonly string[];
  /** Rules that it knows besides those of every authenticator: the trait of each. */
  readonly allow: Readonly<Record<string, string>>;
}

/** Rules that every authenticator knows, as traits of `Authenticator`. */
export const COMMON_ALLOW: Readonly<Record<string, string>> = {
  all: 'allow_all',
  users: 'allowed_users',
  existingUsers: 'allow_existing_users',
};

/** Options of every OAuth provider. */
const OAUTH = {
  clientId: 'client_id',
  clientSecret: 'client_secret',
  callbackUrl: 'oauth_callback_url',
  scope: 'scope',
  usernameClaim: 'username_claim',
  loginService: 'login_service',
  logoutRedirectUrl: 'logout_redirect_url',
  adminGroups: 'admin_groups',
  authStateGroupsKey: 'auth_state_groups_key',
};

function oauth(
  factory: string,
  authenticatorClass: string,
  section: string,
  props: StructName,
  options: Record<string, string> = {},
  allow: Record<string, string> = {},
): AuthenticatorKind {
  return {
    factory,
    authenticatorClass,
    section,
    props,
    options: { ...OAUTH, ...options },
    needManagedGroups: ['allowed_groups', 'admin_groups', 'auth_state_groups_key'],
    allow: { groups: 'allowed_groups', ...allow },
  };
}

function local(
  factory: string,
  authenticatorClass: string,
  section: string,
  props: StructName,
  options: Record<string, string>,
  allow: Record<string, string> = {},
): AuthenticatorKind {
  return { factory, authenticatorClass, section, props, options, allow };
}

/** Every factory. The table serves both ways: it makes traits of options, and finds the options for traits. */
export const KINDS: readonly AuthenticatorKind[] = [
  {
    ...local('dummy', 'dummy', 'DummyAuthenticator', 'DummyAuthenticatorProps', { password: 'password' }),
    isOpenByDefault: true,
  },
  local('sharedPassword', 'shared-password', 'SharedPasswordAuthenticator', 'SharedPasswordAuthenticatorProps', {
    userPassword: 'user_password',
    adminPassword: 'admin_password',
  }),
  local('native', 'native', 'NativeAuthenticator', 'NativeAuthenticatorProps', {
    openSignup: 'open_signup',
    enableSignup: 'enable_signup',
    minimumPasswordLength: 'minimum_password_length',
    checkCommonPassword: 'check_common_password',
    allowedFailedLogins: 'allowed_failed_logins',
    secondsBeforeNextTry: 'seconds_before_next_try',
    askEmailOnSignup: 'ask_email_on_signup',
    allow2fa: 'allow_2fa',
  }),
  {
    ...local(
      'firstUse',
      'firstuseauthenticator.FirstUseAuthenticator',
      'FirstUseAuthenticator',
      'FirstUseAuthenticatorProps',
      {
        createUsers: 'create_users',
        dbmPath: 'dbm_path',
        minPasswordLength: 'min_password_length',
      },
    ),
    isOpenByDefault: true,
  },
  local('tmp', 'tmp', 'TmpAuthenticator', 'AuthenticatorProps', {}),
  // It sends everybody on by itself, and no trait changes that.
  { ...local('noAuthenticator', 'null', 'NullAuthenticator', 'AuthenticatorProps', {}), without: ['autoLogin'] },
  oauth(
    'gitHub',
    'github',
    'GitHubOAuthenticator',
    'GitHubAuthenticatorProps',
    {
      gitHubUrl: 'github_url',
      gitHubApi: 'github_api',
      populateTeamsInAuthState: 'populate_teams_in_auth_state',
    },
    { organizations: 'allowed_organizations' },
  ),
  oauth(
    'gitLab',
    'gitlab',
    'GitLabOAuthenticator',
    'GitLabAuthenticatorProps',
    { gitLabUrl: 'gitlab_url' },
    { groups: 'allowed_gitlab_groups', projects: 'allowed_project_ids' },
  ),
  {
    ...oauth(
      'google',
      'google',
      'GoogleOAuthenticator',
      'GoogleAuthenticatorProps',
      {
        stripDomain: 'strip_domain',
        googleServiceAccountKeys: 'google_service_account_keys',
        gsuiteAdministrator: 'gsuite_administrator',
      },
      { domains: 'hosted_domain' },
    ),
    restrictions: ['domains'],
  },
  oauth('azureAd', 'azuread', 'AzureAdOAuthenticator', 'AzureAdAuthenticatorProps', {
    tenantId: 'tenant_id',
    userGroupsClaim: 'user_groups_claim',
  }),
  {
    ...oauth(
      'ciLogon',
      'cilogon',
      'CILogonOAuthenticator',
      'CiLogonAuthenticatorProps',
      { ciLogonHost: 'cilogon_host', skin: 'skin' },
      { identityProviders: 'idps' },
    ),
    // Each provider says it for itself.
    without: ['usernameClaim'],
  },
  oauth('auth0', 'auth0', 'Auth0OAuthenticator', 'Auth0AuthenticatorProps', {
    auth0Domain: 'auth0_domain',
    auth0Subdomain: 'auth0_subdomain',
    allowUnverifiedEmail: 'allow_unverified_email',
  }),
  oauth(
    'globus',
    'globus',
    'GlobusOAuthenticator',
    'GlobusAuthenticatorProps',
    {
      identityProvider: 'identity_provider',
      usernameFromEmail: 'username_from_email',
      adminGlobusGroups: 'admin_globus_groups',
    },
    { groups: 'allowed_globus_groups' },
  ),
  oauth('bitbucket', 'bitbucket', 'BitbucketOAuthenticator', 'OAuthProps', {}, { teams: 'allowed_teams' }),
  oauth('genericOAuth', 'generic-oauth', 'GenericOAuthenticator', 'GenericOAuthProps', {
    authorizeUrl: 'authorize_url',
    tokenUrl: 'token_url',
    userdataUrl: 'userdata_url',
    userdataFromIdToken: 'userdata_from_id_token',
    basicAuth: 'basic_auth',
    enablePkce: 'enable_pkce',
    extraAuthorizeParams: 'extra_authorize_params',
    allowedScopes: 'allowed_scopes',
  }),
  local(
    'ldap',
    'ldap',
    'LDAPAuthenticator',
    'LdapAuthenticatorProps',
    {
      serverAddress: 'server_address',
      serverPort: 'server_port',
      tlsStrategy: 'tls_strategy',
      bindDnTemplate: 'bind_dn_template',
      lookupDn: 'lookup_dn',
      lookupDnSearchFilter: 'lookup_dn_search_filter',
      lookupDnSearchUser: 'lookup_dn_search_user',
      lookupDnSearchPassword: 'lookup_dn_search_password',
      lookupDnUserDnAttribute: 'lookup_dn_user_dn_attribute',
      userSearchBase: 'user_search_base',
      userAttribute: 'user_attribute',
      searchFilter: 'search_filter',
    },
    { groups: 'allowed_groups' },
  ),
  {
    ...local('lti11', 'ltiauthenticator.LTIAuthenticator', 'LTI11Authenticator', 'Lti11AuthenticatorProps', {
      consumers: 'consumers',
      usernameKey: 'username_key',
      uriScheme: 'uri_scheme',
      configTitle: 'config_title',
      configDescription: 'config_description',
      configIcon: 'config_icon',
    }),
    without: ['autoLogin'],
  },
  local('lti13', 'ltiauthenticator.lti13.auth.LTI13Authenticator', 'LTI13Authenticator', 'Lti13AuthenticatorProps', {
    issuer: 'issuer',
    authorizeUrl: 'authorize_url',
    jwksEndpoint: 'jwks_endpoint',
    clientId: 'client_id',
    usernameKey: 'username_key',
    uriScheme: 'uri_scheme',
    toolName: 'tool_name',
    toolDescription: 'tool_description',
  }),
  local('hmac', 'hmacauthenticator.HMACAuthenticator', 'HMACAuthenticator', 'HmacAuthenticatorProps', {
    secretKey: 'secret_key',
  }),
];

/** A class that has no factory of its own. */
export function customKind(authenticatorClass: string): AuthenticatorKind {
  const section = authenticatorClass.split('.').pop() ?? authenticatorClass;
  const allow = { groups: 'allowed_groups' };
  return {
    factory: 'custom',
    authenticatorClass,
    section,
    props: 'AuthenticatorProps',
    options: {},
    allow,
    isOpenByDefault: true, // as it may be a subclass of one that is
  };
}
