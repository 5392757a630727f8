import { Allow, Authenticator, CiLogonUsernameAction, LdapTlsStrategy, SecretValue } from '../../../lib';
import { configuration, jupyterhub } from '../../support/program';

test('identity providers of CILogon are said in typed words', () => {
  const allow = Allow.identityProviders({
    'https://idp.example.org': {
      usernameClaim: 'eppn',
      action: CiLogonUsernameAction.STRIP_IDP_DOMAIN,
      domain: 'example.org',
      allowAll: true,
    },
  });
  const config = configuration(jupyterhub({ authenticator: Authenticator.ciLogon({ allow }) }));
  expect(config.CILogonOAuthenticator.idps).toEqual({
    'https://idp.example.org': {
      username_derivation: { username_claim: 'eppn', action: 'strip_idp_domain', domain: 'example.org' },
      allow_all: true,
    },
  });
});

test('secrets of LTI consumers are in no ConfigMap', () => {
  const consumers = { key: SecretValue.literal('s3cret') };
  const authenticator = Authenticator.lti11({ consumers, allow: Allow.all() });
  expect(JSON.stringify(configuration(jupyterhub({ authenticator })))).not.toContain('s3cret');
});

test('choices of LDAP are its own words', () => {
  const authenticator = Authenticator.ldap({
    serverAddress: 'ldap.example.org',
    bindDnTemplate: ['uid={username},o=x'],
    tlsStrategy: LdapTlsStrategy.ON_CONNECT,
    allow: Allow.all(),
  });
  expect(configuration(jupyterhub({ authenticator })).LDAPAuthenticator.tls_strategy).toBe('on_connect');
});

const PASSWORD = SecretValue.literal('a-shared-password');

test.each<[string, (allow: Allow) => Authenticator]>([
  ['dummy', (allow) => Authenticator.dummy({ allow, password: PASSWORD })],
  ['firstUse', (allow) => Authenticator.firstUse({ allow })],
  ['a class of its own', (allow) => Authenticator.custom('my.Dummy', { allow })],
])('%s, which would let everybody in by default, lets in only whom the rule names', (_, make) => {
  const common = (allow: Allow) => make(allow)._config.Authenticator ?? {};
  expect(common(Allow.existingUsers())).toEqual({ allow_existing_users: true, allow_all: false });
  expect(common(Allow.nobody())).toEqual({ allow_all: false });
  expect(common(Allow.users('ada'))).toEqual({ allowed_users: ['ada'] });
  expect(common(Allow.all())).toEqual({ allow_all: true });
  expect(common(Allow.byTraits())).toEqual({});
});

test('accounts of domains enter, as no other rule lets them in', () => {
  const { _config: config } = Authenticator.google({ allow: Allow.domains('example.org') });
  expect(config).toEqual({
    Authenticator: { allow_all: true },
    GoogleOAuthenticator: { hosted_domain: ['example.org'] },
  });
});

test.each<[string, Authenticator, string[] | undefined]>([
  ['organizations of GitHub', Authenticator.gitHub({ allow: Allow.organizations('o') }), ['read:org']],
  [
    'organizations of GitHub beside other scopes',
    Authenticator.gitHub({ allow: Allow.organizations('o'), scope: ['user:email'] }),
    ['user:email', 'read:org'],
  ],
  ['users of GitHub', Authenticator.gitHub({ allow: Allow.users('ada') }), undefined],
  [
    'teams of GitHub that are kept',
    Authenticator.gitHub({ allow: Allow.users('ada'), populateTeamsInAuthState: true }),
    ['read:org'],
  ],
  ["groups of GitLab, by GitLab's own default", Authenticator.gitLab({ allow: Allow.groups('g') }), undefined],
  [
    'groups of GitLab beside other scopes',
    Authenticator.gitLab({ allow: Allow.groups('g'), scope: ['read_user'] }),
    ['read_user', 'read_api'],
  ],
  [
    'projects of GitLab with the scope of all',
    Authenticator.gitLab({ allow: Allow.projects(7), scope: ['api'] }),
    ['api'],
  ],
  ["groups of Globus, by the class's own default", Authenticator.globus({ allow: Allow.groups('g') }), undefined],
  [
    'groups of Globus beside other scopes',
    Authenticator.globus({ allow: Allow.groups('g'), scope: ['openid'] }),
    ['openid', 'urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships'],
  ],
  ['the mail address of Auth0', Authenticator.auth0({ allow: Allow.all(), auth0Domain: 'x.org' }), ['openid', 'email']],
])('%s: asks for the scopes that are needed', (_, { _config: config }, scope) => {
  const [own] = Object.keys(config).filter((section) => section !== 'Authenticator');
  expect(config[own ?? '']?.scope).toEqual(scope);
});

test('groups of Google are given by their addresses', () => {
  const { _config: config } = Authenticator.google({
    allow: Allow.groups('staff@example.org', 'it@example.org', 'all@example.com'),
    adminGroups: ['it@example.org'],
    gsuiteAdministrator: { 'example.org': 'root', 'example.com': 'root' },
    googleServiceAccountKeys: { 'example.org': '/a.json', 'example.com': '/b.json' },
  });
  expect(config.GoogleOAuthenticator).toEqual({
    allowed_google_groups: { 'example.org': ['staff', 'it'], 'example.com': ['all'] },
    admin_google_groups: { 'example.org': ['it'] },
    gsuite_administrator: { 'example.org': 'root', 'example.com': 'root' },
    google_service_account_keys: { 'example.org': '/a.json', 'example.com': '/b.json' },
  });
});

test('admins enter where the class asks for a rule for them as well', () => {
  const ldap = { serverAddress: 'l', bindDnTemplate: ['uid={username}'], admins: ['ada'] };
  const closed = { admin_users: ['ada'], allowed_users: ['ada'], allow_existing_users: false };
  const common = (allow: Allow) => Authenticator.ldap({ ...ldap, allow })._config.Authenticator;
  expect(common(Allow.groups('cn=staff'))).toEqual(closed);
  expect(common(Allow.nobody())).toEqual(closed);
  expect(common(Allow.users('bob'))).toEqual({ admin_users: ['ada'], allowed_users: ['bob'] });
  expect(Authenticator.gitHub({ allow: Allow.nobody(), admins: ['ada'] })._config).toEqual({
    Authenticator: { admin_users: ['ada'] },
  });
});
