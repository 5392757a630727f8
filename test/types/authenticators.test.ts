import {
  Allow,
  Auth0AuthenticatorProps,
  Authenticator,
  AuthenticatorProps,
  AzureAdAuthenticatorProps,
  CiLogonAuthenticatorProps,
  CiLogonIdentityProviderProps,
  CiLogonUsernameAction,
  DummyAuthenticatorProps,
  FirstUseAuthenticatorProps,
  GenericOAuthProps,
  GitHubAuthenticatorProps,
  GitLabAuthenticatorProps,
  GlobusAuthenticatorProps,
  GoogleAuthenticatorProps,
  HmacAuthenticatorProps,
  LdapAuthenticatorProps,
  LdapTlsStrategy,
  Lti11AuthenticatorProps,
  Lti13AuthenticatorProps,
  LtiUriScheme,
  NativeAuthenticatorProps,
  OAuthGroupsProps,
  OAuthProps,
  SecretValue,
  SharedPasswordAuthenticatorProps,
} from '../../lib';
import { row, secret, Table, testOptions, trait } from './table';

/** A secret trait, in the hub's Secret. */
const hidden = (expected: string) => secret('hub-literals', 'config.yaml', expect.stringContaining(expected));
const SECRET = SecretValue.literal('s3cret');

/** Rows of every authenticator, whose traits are in a section. */
function everyOne(section: string): Table<AuthenticatorProps> {
  return {
    allow: row(Allow.users('ada'), trait('Authenticator.allowed_users', ['ada'])),
    admins: row(['ada'], trait('Authenticator.admin_users')),
    enableAuthState: row(true, trait('Authenticator.enable_auth_state')),
    autoLogin: row(true, trait('Authenticator.auto_login')),
    traits: row({ my_trait: 1 }, trait(`${section}.my_trait`, 1)),
    config: row({ MyAuthenticator: { a: 1 } }, trait('MyAuthenticator', { a: 1 })),
  };
}

/** Rows of every OAuth provider. */
function everyOAuth(section: string): Table<OAuthProps> {
  const own = (name: string) => trait(`${section}.${name}`);
  return {
    ...everyOne(section),
    clientId: row('id', own('client_id')),
    clientSecret: row(SECRET, hidden('client_secret: s3cret')),
    callbackUrl: row('https://hub.example.org/hub/oauth_callback', own('oauth_callback_url')),
    scope: row(['a'], own('scope')),
    usernameClaim: row('email', own('username_claim')),
    loginService: row('Us', own('login_service')),
    logoutRedirectUrl: row('https://bye.example.org', own('logout_redirect_url')),
  };
}

/** Rows of those that tell the groups of a user; where they stand is given beside groups. */
function everyOAuthWithGroups(section: string): Table<OAuthGroupsProps> {
  const own = (name: string) => trait(`${section}.${name}`);
  return {
    ...everyOAuth(section),
    adminGroups: row(['staff'], own('admin_groups')),
    authStateGroupsKey: row('a.groups', own('auth_state_groups_key')),
  };
}

/** Tests the options of a factory; `allow` is the rule that the hub has where the row gives no other. */
function testAuthenticator<P extends Omit<AuthenticatorProps, 'allow'>>(
  factory: string,
  make: (props: P) => Authenticator,
  table: Table<P>,
  base: Partial<P> = {},
): void {
  testOptions<P>(`Authenticator.${factory}`, (props) => ({ authenticator: make(props) }), table, {
    allow: Allow.all(),
    ...base,
  } as unknown as Partial<P>);
}

const own =
  (section: string) =>
  (name: string, ...expected: unknown[]) =>
    trait(`${section}.${name}`, ...expected);

const dummy: Table<Omit<DummyAuthenticatorProps, 'insecure'>> = {
  ...everyOne('DummyAuthenticator'),
  password: row(SecretValue.literal('an0ther'), hidden('password: an0ther')),
};
testAuthenticator<Omit<DummyAuthenticatorProps, 'insecure'>>('dummy', Authenticator.dummy, dummy, { password: SECRET });
testOptions<Pick<DummyAuthenticatorProps, 'insecure'>>(
  'Authenticator.dummy',
  (props) => ({
    authenticator: Authenticator.dummy({ allow: Allow.all(), ...(props.insecure ? props : { password: SECRET }) }),
  }),
  { insecure: row(true, secret('hub-literals', 'config.yaml', undefined)) },
);

const shared = (name: string, password: string) => row(SecretValue.literal(password), hidden(`${name}: ${password}`));
testAuthenticator<SharedPasswordAuthenticatorProps>(
  'sharedPassword',
  Authenticator.sharedPassword,
  {
    ...everyOne('SharedPasswordAuthenticator'),
    admins: row(['ada'], trait('Authenticator.admin_users')),
    userPassword: shared('user_password', 'an0ther-passw0rd'),
    adminPassword: shared('admin_password', 'b'.repeat(32)),
  },
  {
    userPassword: SecretValue.literal('a-passw0rd'),
    admins: ['grace'],
    adminPassword: SecretValue.literal('a'.repeat(32)),
  },
);

const native = own('NativeAuthenticator');
testAuthenticator<NativeAuthenticatorProps>('native', Authenticator.native, {
  ...everyOne('NativeAuthenticator'),
  openSignup: row(true, native('open_signup')),
  enableSignup: row(false, native('enable_signup')),
  minimumPasswordLength: row(12, native('minimum_password_length')),
  checkCommonPassword: row(true, native('check_common_password')),
  allowedFailedLogins: row(3, native('allowed_failed_logins')),
  secondsBeforeNextTry: row(60, native('seconds_before_next_try')),
  askEmailOnSignup: row(true, native('ask_email_on_signup')),
  allow2fa: row(true, native('allow_2fa')),
});

const firstUse = own('FirstUseAuthenticator');
testAuthenticator<FirstUseAuthenticatorProps>('firstUse', Authenticator.firstUse, {
  ...everyOne('FirstUseAuthenticator'),
  createUsers: row(false, firstUse('create_users')),
  dbmPath: row('/srv/p.dbm', firstUse('dbm_path')),
  minPasswordLength: row(12, firstUse('min_password_length')),
});

const { admins: _, ...everyTmp } = everyOne('TmpAuthenticator');
testAuthenticator<Omit<AuthenticatorProps, 'admins'>>(
  'tmp',
  Authenticator.tmp,
  {
    ...everyTmp,
    allow: row(Allow.all(), trait('Authenticator.allow_all', true)),
  },
  { allow: Allow.byTraits() },
);
/** The same without `autoLogin`, which some refuse: refusals.test.ts. */
function noAutoLogin(section: string): Table<Omit<AuthenticatorProps, 'autoLogin'>> {
  const { autoLogin, ...others } = everyOne(section);
  return others;
}
const { allow: __, ...everyNone } = noAutoLogin('NullAuthenticator');
testAuthenticator<Omit<AuthenticatorProps, 'autoLogin' | 'allow'>>(
  'noAuthenticator',
  (props) => Authenticator.noAuthenticator({ ...props, allow: Allow.nobody() }),
  everyNone,
);
testAuthenticator<AuthenticatorProps>(
  'custom',
  (props) => Authenticator.custom('my.own.Login', props),
  everyOne('Login'),
);

const gitHub = own('GitHubOAuthenticator');
testAuthenticator<GitHubAuthenticatorProps>('gitHub', Authenticator.gitHub, {
  ...everyOAuth('GitHubOAuthenticator'),
  gitHubUrl: row('https://git.example.org', gitHub('github_url')),
  gitHubApi: row('https://git.example.org/api', gitHub('github_api')),
  populateTeamsInAuthState: row(true, gitHub('populate_teams_in_auth_state')),
});

testAuthenticator<GitLabAuthenticatorProps>('gitLab', Authenticator.gitLab, {
  ...everyOAuth('GitLabOAuthenticator'),
  gitLabUrl: row('https://git.example.org', own('GitLabOAuthenticator')('gitlab_url')),
});

const google = own('GoogleOAuthenticator');
testAuthenticator<GoogleAuthenticatorProps>(
  'google',
  Authenticator.google,
  {
    ...everyOAuth('GoogleOAuthenticator'),
    allow: row(Allow.users('ada@example.org'), trait('Authenticator.allowed_users', ['ada@example.org'])),
    admins: row(['ada@example.org'], trait('Authenticator.admin_users')),
    hostedDomain: row(['example.org', 'example.com'], google('hosted_domain')),
    stripDomain: row(true, google('strip_domain')),
    adminGroups: row(['it@example.org'], google('admin_google_groups', { 'example.org': ['it'] })),
    includeNestedGroups: row(true, google('include_nested_groups')),
    googleServiceAccountKeys: row({ 'example.org': '/other.json' }, google('google_service_account_keys')),
    gsuiteAdministrator: row({ 'example.org': 'ada' }, google('gsuite_administrator')),
  },
  {
    allow: Allow.existingUsers(),
    googleServiceAccountKeys: { 'example.org': '/k.json' },
    gsuiteAdministrator: { 'example.org': 'grace' },
  },
);

const azureAd = own('AzureAdOAuthenticator');
testAuthenticator<AzureAdAuthenticatorProps>('azureAd', Authenticator.azureAd, {
  ...everyOAuthWithGroups('AzureAdOAuthenticator'),
  tenantId: row('t', azureAd('tenant_id')),
});

const ciLogon = own('CILogonOAuthenticator');
const IDP = Allow.identityProviders({ 'https://other.org': { usernameClaim: 'email', allowAll: true } });
const { usernameClaim, ...everyCiLogon } = everyOAuthWithGroups('CILogonOAuthenticator');
testAuthenticator<Omit<CiLogonAuthenticatorProps, 'usernameClaim'>>(
  'ciLogon',
  Authenticator.ciLogon,
  {
    ...everyCiLogon,
    allow: row(Allow.anyOf(IDP, Allow.users('ada')), trait('Authenticator.allowed_users', ['ada'])),
    ciLogonHost: row('test.cilogon.org', ciLogon('cilogon_host')),
    skin: row('s', ciLogon('skin')),
  },
  { allow: IDP, authStateGroupsKey: 'cilogon_user.isMemberOf' },
);

const auth0 = own('Auth0OAuthenticator');
testAuthenticator<Auth0AuthenticatorProps>(
  'auth0',
  Authenticator.auth0,
  {
    ...everyOAuthWithGroups('Auth0OAuthenticator'),
    scope: row(['profile'], auth0('scope', ['profile', 'openid', 'email'])),
    auth0Domain: row('x.eu.auth0.com', auth0('auth0_domain')),
    auth0Subdomain: row('x', auth0('auth0_subdomain')),
    allowUnverifiedEmail: row(true, auth0('allow_unverified_email')),
  },
  { auth0Domain: 'y.auth0.com', authStateGroupsKey: 'auth0_user.groups' },
);

const globus = own('GlobusOAuthenticator');
testAuthenticator<GlobusAuthenticatorProps>('globus', Authenticator.globus, {
  ...everyOAuth('GlobusOAuthenticator'),
  identityProvider: row('example.org', globus('identity_provider')),
  usernameFromEmail: row(true, globus('username_from_email')),
  adminGroups: row(['g'], globus('admin_globus_groups')),
});

testAuthenticator<OAuthProps>('bitbucket', Authenticator.bitbucket, everyOAuth('BitbucketOAuthenticator'));

const generic = own('GenericOAuthenticator');
const GENERIC = { authorizeUrl: 'https://id.example.org/b', tokenUrl: 'https://id.example.org/c' };
testAuthenticator<Omit<GenericOAuthProps, 'userdataFromIdToken'>>(
  'genericOAuth',
  Authenticator.genericOAuth,
  {
    ...everyOAuthWithGroups('GenericOAuthenticator'),
    authorizeUrl: row('https://id.example.org/a', generic('authorize_url')),
    tokenUrl: row('https://id.example.org/t', generic('token_url')),
    userdataUrl: row('https://id.example.org/u', generic('userdata_url')),
    basicAuth: row(true, generic('basic_auth')),
    enablePkce: row(false, generic('enable_pkce')),
    extraAuthorizeParams: row({ prompt: 'login' }, generic('extra_authorize_params')),
  },
  { ...GENERIC, userdataUrl: 'https://id.example.org/d' },
);
testOptions<Pick<GenericOAuthProps, 'userdataFromIdToken'>>(
  'Authenticator.genericOAuth',
  ({ userdataFromIdToken }) => {
    const from = userdataFromIdToken ? { userdataFromIdToken } : { userdataUrl: 'https://id.example.org/d' };
    return { authenticator: Authenticator.genericOAuth({ allow: Allow.all(), ...GENERIC, ...from }) };
  },
  { userdataFromIdToken: row(true, generic('userdata_from_id_token')) },
);

const ldap = own('LDAPAuthenticator');
const FOUND = { userSearchBase: 'o=y', userAttribute: 'mail', lookupDnUserDnAttribute: 'sn' };
testAuthenticator<LdapAuthenticatorProps>(
  'ldap',
  Authenticator.ldap,
  {
    ...everyOne('LDAPAuthenticator'),
    serverAddress: row('ldap.example.org', ldap('server_address')),
    serverPort: row(636, ldap('server_port')),
    tlsStrategy: row(LdapTlsStrategy.ON_CONNECT, ldap('tls_strategy')),
    bindDnTemplate: row(['uid={username},o=x'], ldap('bind_dn_template')),
    lookupDn: row(true, ldap('lookup_dn')),
    lookupDnSearchFilter: row('(uid={login})', ldap('lookup_dn_search_filter')),
    lookupDnSearchUser: row('cn=reader', ldap('lookup_dn_search_user')),
    lookupDnSearchPassword: row(SECRET, hidden('lookup_dn_search_password: s3cret')),
    lookupDnUserDnAttribute: row('cn', ldap('lookup_dn_user_dn_attribute')),
    userSearchBase: row('o=x', ldap('user_search_base')),
    userAttribute: row('uid', ldap('user_attribute')),
    searchFilter: row('(a=b)', ldap('search_filter')),
  },
  { serverAddress: 'old.example.org', bindDnTemplate: ['cn={username},o=y'], ...FOUND },
);

const lti11 = own('LTI11Authenticator');
testAuthenticator<Omit<Lti11AuthenticatorProps, 'autoLogin'>>(
  'lti11',
  Authenticator.lti11,
  {
    ...noAutoLogin('LTI11Authenticator'),
    consumers: row({ key: SECRET }, hidden('key: s3cret')),
    usernameKey: row('user_id', lti11('username_key')),
    uriScheme: row(LtiUriScheme.HTTPS, lti11('uri_scheme')),
    configTitle: row('Hub', lti11('config_title')),
    configDescription: row('A hub', lti11('config_description')),
    configIcon: row('https://i.example.org', lti11('config_icon')),
  },
  { consumers: { first: SecretValue.literal('an0ther') } },
);

const lti13 = own('LTI13Authenticator');
const LTI13 = {
  issuer: 'https://old.example.org',
  authorizeUrl: 'https://old.example.org/a',
  jwksEndpoint: 'https://old.example.org/k',
  clientId: ['old'],
};
testAuthenticator<Lti13AuthenticatorProps>(
  'lti13',
  Authenticator.lti13,
  {
    ...everyOne('LTI13Authenticator'),
    issuer: row('https://lms.example.org', lti13('issuer')),
    authorizeUrl: row('https://lms.example.org/a', lti13('authorize_url')),
    jwksEndpoint: row('https://lms.example.org/k', lti13('jwks_endpoint')),
    clientId: row(['id'], lti13('client_id')),
    usernameKey: row('sub', lti13('username_key')),
    uriScheme: row(LtiUriScheme.HTTPS, lti13('uri_scheme')),
    toolName: row('Hub', lti13('tool_name')),
    toolDescription: row('A hub', lti13('tool_description')),
  },
  LTI13,
);

testAuthenticator<HmacAuthenticatorProps>(
  'hmac',
  Authenticator.hmac,
  {
    ...everyOne('HMACAuthenticator'),
    secretKey: row(SecretValue.literal('abcdef'), hidden('secret_key: abcdef')),
  },
  { secretKey: SecretValue.literal('0123') },
);

const idp = (props: CiLogonIdentityProviderProps) => ({
  authenticator: Authenticator.ciLogon({
    allow: Allow.anyOf(Allow.users('ada'), Allow.identityProviders({ 'urn:i': props })),
  }),
});
const allowedIdp = (name: string) => trait(`CILogonOAuthenticator.idps.urn:i.${name}`);
testOptions<CiLogonIdentityProviderProps>(
  'Allow.identityProviders',
  idp,
  {
    usernameClaim: row('sub', allowedIdp('username_derivation.username_claim')),
    action: row(CiLogonUsernameAction.PREFIX, allowedIdp('username_derivation.action')),
    domain: row('other.org', allowedIdp('username_derivation.domain')),
    prefix: row('other', allowedIdp('username_derivation.prefix')),
    allowAll: row(true, allowedIdp('allow_all')),
    allowedDomains: row(['d.org'], allowedIdp('allowed_domains')),
    allowedDomainsClaim: row('email', allowedIdp('allowed_domains_claim')),
    default: row(true, allowedIdp('default')),
  },
  { usernameClaim: 'email', domain: 'd.org', prefix: 'p' },
);

/** Every rule, with a factory that knows it. What the classes make of them: test/components/hub/python/test_who_gets_in.py. */
describe('Allow', () => {
  const gitHub = (allow: Allow) => Authenticator.gitHub({ allow });
  const gitLab = (allow: Allow) => Authenticator.gitLab({ allow });
  const azureAd = (allow: Allow) => Authenticator.azureAd({ allow });
  const generic = (allow: Allow) =>
    Authenticator.genericOAuth({ allow, ...GENERIC, userdataUrl: 'https://id.example.org/d' });
  const idps = { 'https://idp.example.org': { usernameClaim: 'email', allowAll: true } };
  test.each([
    ['all', Allow.all(), gitHub, 'Authenticator', { allow_all: true }],
    ['users', Allow.users('ada', 'bob'), gitHub, 'Authenticator', { allowed_users: ['ada', 'bob'] }],
    ['existingUsers', Allow.existingUsers(), gitHub, 'Authenticator', { allow_existing_users: true }],
    ['groups', Allow.groups('a'), azureAd, 'AzureAdOAuthenticator', { allowed_groups: ['a'], manage_groups: true }],
    ['groups of GitLab', Allow.groups('a'), gitLab, 'GitLabOAuthenticator', { allowed_gitlab_groups: ['a'] }],
    [
      'groups of Globus',
      Allow.groups('a'),
      (allow: Allow) => Authenticator.globus({ allow }),
      'GlobusOAuthenticator',
      { allowed_globus_groups: ['a'] },
    ],
    [
      'organizations',
      Allow.organizations('o', 'p:t'),
      gitHub,
      'GitHubOAuthenticator',
      { allowed_organizations: ['o', 'p:t'], scope: ['read:org'] },
    ],
    [
      'teams',
      Allow.teams('t'),
      (allow: Allow) => Authenticator.bitbucket({ allow }),
      'BitbucketOAuthenticator',
      { allowed_teams: ['t'] },
    ],
    ['projects', Allow.projects(7), gitLab, 'GitLabOAuthenticator', { allowed_project_ids: [7] }],
    [
      'domains',
      Allow.domains('d.org'),
      (allow: Allow) => Authenticator.google({ allow }),
      'GoogleOAuthenticator',
      { hosted_domain: ['d.org'] },
    ],
    ['scopes', Allow.scopes('hub'), generic, 'GenericOAuthenticator', { allowed_scopes: ['hub'], scope: ['hub'] }],
    [
      'identityProviders',
      Allow.identityProviders(idps),
      (allow: Allow) => Authenticator.ciLogon({ allow }),
      'CILogonOAuthenticator',
      { idps: { 'https://idp.example.org': { username_derivation: { username_claim: 'email' }, allow_all: true } } },
    ],
    ['nobody', Allow.nobody(), gitHub, 'Authenticator', undefined],
    [
      'anyOf',
      Allow.anyOf(Allow.users('ada'), Allow.users('bob', 'ada')),
      gitHub,
      'Authenticator',
      { allowed_users: ['ada', 'bob'] },
    ],
  ] as const)('.%s', (_name, allow, make, section, traits) => {
    expect(make(allow)._config[section]).toEqual(traits && expect.objectContaining(traits));
  });
});
