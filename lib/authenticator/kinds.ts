/** What a trait takes. */
export type TraitKind = 'text' | 'texts' | 'number' | 'boolean' | 'map' | 'secret' | 'any';

/** An option of a factory: the trait it stands for, in the authenticator's own section. */
export interface OptionKind {
  readonly trait: string;
  readonly kind: TraitKind;
}

/** A factory, and what it makes of its options. */
export interface AuthenticatorKind {
  /** Name of the factory. */
  readonly factory: string;
  /** Value of `JupyterHub.authenticator_class`. */
  readonly authenticatorClass: string;
  /** The class whose traits the options are. */
  readonly section: string;
  readonly options: Readonly<Record<string, OptionKind>>;
  /** Options of its kind that this one has no trait for, or does not start with. */
  readonly without?: readonly string[];
  /** Traits with which the authenticator starts only where `manage_groups` is true. */
  readonly needManagedGroups?: readonly string[];
  /** Rules that it knows besides those of every authenticator: the trait of each. */
  readonly allow: Readonly<Record<string, string>>;
}

/** Rules that every authenticator knows, as traits of `Authenticator`. */
export const COMMON_ALLOW: Readonly<Record<string, string>> = {
  all: 'allow_all',
  users: 'allowed_users',
  existingUsers: 'allow_existing_users',
};

const text = (trait: string): OptionKind => ({ trait, kind: 'text' });
const texts = (trait: string): OptionKind => ({ trait, kind: 'texts' });
const number = (trait: string): OptionKind => ({ trait, kind: 'number' });
const boolean = (trait: string): OptionKind => ({ trait, kind: 'boolean' });
const map = (trait: string): OptionKind => ({ trait, kind: 'map' });
const secret = (trait: string): OptionKind => ({ trait, kind: 'secret' });
const any = (trait: string): OptionKind => ({ trait, kind: 'any' });

/** Options of every OAuth provider. */
const OAUTH = {
  clientId: text('client_id'),
  clientSecret: secret('client_secret'),
  callbackUrl: text('oauth_callback_url'),
  scope: texts('scope'),
  usernameClaim: text('username_claim'),
  loginService: text('login_service'),
  logoutRedirectUrl: text('logout_redirect_url'),
  adminGroups: texts('admin_groups'),
  authStateGroupsKey: text('auth_state_groups_key'),
};

function oauth(
  factory: string,
  authenticatorClass: string,
  section: string,
  options: Record<string, OptionKind> = {},
  allow: Record<string, string> = {},
): AuthenticatorKind {
  return {
    factory,
    authenticatorClass,
    section,
    options: { ...OAUTH, ...options },
    needManagedGroups: ['allowed_groups', 'admin_groups', 'auth_state_groups_key'],
    allow: { groups: 'allowed_groups', ...allow },
  };
}

function local(
  factory: string,
  authenticatorClass: string,
  section: string,
  options: Record<string, OptionKind>,
  allow: Record<string, string> = {},
): AuthenticatorKind {
  return { factory, authenticatorClass, section, options, allow };
}

/** Every factory. The table serves both ways: it makes traits of options, and finds the options for traits. */
export const KINDS: readonly AuthenticatorKind[] = [
  local('dummy', 'dummy', 'DummyAuthenticator', { password: secret('password') }),
  local('sharedPassword', 'shared-password', 'SharedPasswordAuthenticator', {
    userPassword: secret('user_password'),
    adminPassword: secret('admin_password'),
  }),
  local('native', 'native', 'NativeAuthenticator', {
    openSignup: boolean('open_signup'),
    enableSignup: boolean('enable_signup'),
    minimumPasswordLength: number('minimum_password_length'),
    checkCommonPassword: boolean('check_common_password'),
    allowedFailedLogins: number('allowed_failed_logins'),
    secondsBeforeNextTry: number('seconds_before_next_try'),
    askEmailOnSignup: boolean('ask_email_on_signup'),
    allow2fa: boolean('allow_2fa'),
  }),
  local('firstUse', 'firstuseauthenticator.FirstUseAuthenticator', 'FirstUseAuthenticator', {
    createUsers: boolean('create_users'),
    dbmPath: text('dbm_path'),
    minPasswordLength: number('min_password_length'),
  }),
  local('tmp', 'tmp', 'TmpAuthenticator', {}),
  // It sends everybody on by itself, and no trait changes that.
  { ...local('noAuthenticator', 'null', 'NullAuthenticator', {}), without: ['autoLogin'] },
  oauth(
    'gitHub',
    'github',
    'GitHubOAuthenticator',
    {
      gitHubUrl: text('github_url'),
      gitHubApi: text('github_api'),
      populateTeamsInAuthState: boolean('populate_teams_in_auth_state'),
    },
    { organizations: 'allowed_organizations' },
  ),
  oauth(
    'gitLab',
    'gitlab',
    'GitLabOAuthenticator',
    { gitLabUrl: text('gitlab_url') },
    { groups: 'allowed_gitlab_groups', projects: 'allowed_project_ids' },
  ),
  oauth(
    'google',
    'google',
    'GoogleOAuthenticator',
    {
      stripDomain: boolean('strip_domain'),
      googleServiceAccountKeys: map('google_service_account_keys'),
      gsuiteAdministrator: map('gsuite_administrator'),
    },
    { domains: 'hosted_domain' },
  ),
  oauth('azureAd', 'azuread', 'AzureAdOAuthenticator', {
    tenantId: text('tenant_id'),
    userGroupsClaim: text('user_groups_claim'),
  }),
  {
    ...oauth(
      'ciLogon',
      'cilogon',
      'CILogonOAuthenticator',
      { ciLogonHost: text('cilogon_host'), skin: text('skin') },
      { identityProviders: 'idps' },
    ),
    // Each provider says it for itself.
    without: ['usernameClaim'],
  },
  oauth('auth0', 'auth0', 'Auth0OAuthenticator', {
    auth0Domain: text('auth0_domain'),
    auth0Subdomain: text('auth0_subdomain'),
    allowUnverifiedEmail: boolean('allow_unverified_email'),
  }),
  oauth(
    'globus',
    'globus',
    'GlobusOAuthenticator',
    {
      identityProvider: text('identity_provider'),
      usernameFromEmail: boolean('username_from_email'),
      adminGlobusGroups: texts('admin_globus_groups'),
    },
    { groups: 'allowed_globus_groups' },
  ),
  oauth('bitbucket', 'bitbucket', 'BitbucketOAuthenticator', {}, { teams: 'allowed_teams' }),
  oauth('genericOAuth', 'generic-oauth', 'GenericOAuthenticator', {
    authorizeUrl: text('authorize_url'),
    tokenUrl: text('token_url'),
    userdataUrl: text('userdata_url'),
    userdataFromIdToken: boolean('userdata_from_id_token'),
    basicAuth: boolean('basic_auth'),
    enablePkce: boolean('enable_pkce'),
    extraAuthorizeParams: map('extra_authorize_params'),
    allowedScopes: texts('allowed_scopes'),
  }),
  local(
    'ldap',
    'ldap',
    'LDAPAuthenticator',
    {
      serverAddress: text('server_address'),
      serverPort: number('server_port'),
      tlsStrategy: text('tls_strategy'),
      bindDnTemplate: any('bind_dn_template'),
      lookupDn: boolean('lookup_dn'),
      lookupDnSearchFilter: text('lookup_dn_search_filter'),
      lookupDnSearchUser: text('lookup_dn_search_user'),
      lookupDnSearchPassword: secret('lookup_dn_search_password'),
      lookupDnUserDnAttribute: text('lookup_dn_user_dn_attribute'),
      userSearchBase: text('user_search_base'),
      userAttribute: text('user_attribute'),
      searchFilter: text('search_filter'),
    },
    { groups: 'allowed_groups' },
  ),
  {
    ...local('lti11', 'ltiauthenticator.LTIAuthenticator', 'LTI11Authenticator', {
      consumers: any('consumers'),
      usernameKey: text('username_key'),
      uriScheme: text('uri_scheme'),
      configTitle: text('config_title'),
      configDescription: text('config_description'),
      configIcon: text('config_icon'),
    }),
    without: ['autoLogin'],
  },
  local('lti13', 'ltiauthenticator.lti13.auth.LTI13Authenticator', 'LTI13Authenticator', {
    issuer: text('issuer'),
    authorizeUrl: text('authorize_url'),
    jwksEndpoint: text('jwks_endpoint'),
    clientId: texts('client_id'),
    usernameKey: text('username_key'),
    uriScheme: text('uri_scheme'),
    toolName: text('tool_name'),
    toolDescription: text('tool_description'),
  }),
  local('hmac', 'hmacauthenticator.HMACAuthenticator', 'HMACAuthenticator', { secretKey: secret('secret_key') }),
];
