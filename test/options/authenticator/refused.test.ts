import { Allow, Authenticator, CiLogonUsernameAction, Exposure, SecretValue } from '../../../lib';
import { problemsOf } from '../../support/findings';
import { jupyterhub } from '../../support/program';

const allow = Allow.all();
const secret = (text: string) => SecretValue.literal(text);
const google = {
  googleServiceAccountKeys: { 'example.org': '/key.json' },
  gsuiteAdministrator: { 'example.org': 'root' },
};
const generic = { authorizeUrl: 'https://id.example.org/a', tokenUrl: 'https://id.example.org/t' };
const ldap = { serverAddress: 'ldap.example.org', bindDnTemplate: ['uid={username},o=x'] };
const lti13 = {
  issuer: 'https://lms.example.org',
  authorizeUrl: 'https://lms.example.org/a',
  jwksEndpoint: 'https://lms.example.org/k',
  clientId: ['id'],
};
const idp = 'https://idp.example.org';

/** What nobody can mean, by the class that would let nobody in, or everybody, or would not start. */
const REFUSED: readonly (readonly [string, () => unknown, string])[] = [
  // --- rules
  ['a rule of users that names none', () => Allow.users(), 'Allow.users: names nobody'],
  ['a user without a name', () => Allow.users('ada', ''), 'the user name "" is empty; JupyterHub refuses it'],
  ['a user name with a slash', () => Allow.users('a/b'), 'the user name "a/b" has a slash in it'],
  ['an empty list of groups', () => Allow.groups(), 'Allow.groups: names nobody'],
  ['an organization by its URL', () => Allow.organizations('https://github.com/o'), '"org" or "org:team" of GitHub'],
  ['a domain with a user', () => Allow.domains('ada@example.org'), 'must be domains like example.org'],
  ['a project by no id', () => Allow.projects(0), 'must be ids of GitLab projects'],
  ['no identity provider', () => Allow.identityProviders({}), 'names no provider'],
  [
    'an identity provider by its name',
    () => Allow.identityProviders({ other: { usernameClaim: 'email' } }),
    'other: is no entity id of CILogon',
  ],
  [
    'an identity provider whose action lacks what it needs',
    () => Allow.identityProviders({ [idp]: { usernameClaim: 'eppn', action: CiLogonUsernameAction.PREFIX } }),
    `Allow.identityProviders: ${idp}: PREFIX needs a prefix`,
  ],
  [
    'organizations of Google',
    () => Authenticator.google({ allow: Allow.organizations('o') }),
    'google knows no Allow.organizations',
  ],
  ['groups of GitHub', () => Authenticator.gitHub({ allow: Allow.groups('g') }), 'gitHub knows no Allow.groups'],
  [
    'groups of Bitbucket',
    () => Authenticator.bitbucket({ allow: Allow.groups('g') }),
    'bitbucket knows no Allow.groups',
  ],
  [
    'domains of Google beside users of others',
    () => Authenticator.google({ allow: Allow.anyOf(Allow.domains('example.org'), Allow.users('guest@gmail.com')) }),
    'google: Allow.domains goes with no other rule, as hosted_domain keeps out everybody else',
  ],
  [
    'groups of Google by name',
    () => Authenticator.google({ ...google, allow: Allow.groups('staff') }),
    'a group is named by its address',
  ],
  [
    'groups of Google without a service account',
    () => Authenticator.google({ allow: Allow.groups('staff@example.org') }),
    'google: groups of example.org need gsuiteAdministrator',
  ],
  [
    'groups of Google beside users of other domains',
    () =>
      Authenticator.google({
        ...google,
        allow: Allow.anyOf(Allow.groups('staff@example.org'), Allow.users('guest@gmail.com')),
      }),
    'google: guest@gmail.com could not log in',
  ],
  [
    'an admin of Google by the whole address where the domain is left out',
    () => Authenticator.google({ allow: Allow.domains('example.org'), admins: ['ada@example.org'] }),
    'google: nobody is called ada@example.org: the domain is left out of user names, so write ada',
  ],
  [
    'a user of Google without address',
    () => Authenticator.google({ allow: Allow.users('ada') }),
    'google: nobody is called ada',
  ],
  [
    'a user of GitHub by address',
    () => Authenticator.gitHub({ allow: Allow.users('ada@x.org') }),
    'gitHub: nobody is called ada@x.org',
  ],
  [
    'a user of Globus by address',
    () => Authenticator.globus({ allow: Allow.users('ada@x.org') }),
    'globus: nobody is called ada@x.org',
  ],
  [
    'a subgroup of GitLab by its path',
    () => Authenticator.gitLab({ allow: Allow.groups('research/vision') }),
    'gitLab: oauthenticator finds no subgroup by its path, so nobody would enter: give the id of research/vision',
  ],
  [
    'groups of which nobody knows where they are told',
    () => Authenticator.auth0({ auth0Domain: 'x.org', allow: Allow.groups('g') }),
    'auth0: Allow.groups needs authStateGroupsKey',
  ],
  [
    'CILogon without identity providers',
    () => Authenticator.ciLogon({ allow }),
    'ciLogon: allow needs Allow.identityProviders',
  ],
  [
    'identity providers that let nobody in',
    () => Authenticator.ciLogon({ allow: Allow.identityProviders({ [idp]: { usernameClaim: 'email' } }) }),
    'ciLogon: nobody could enter',
  ],
  ['rules of visitors', () => Authenticator.tmp({ allow: Allow.users('ada') }), 'tmp: allow must be Allow.all()'],
  [
    'rules where nobody logs in',
    () => Authenticator.noAuthenticator({ allow }),
    'noAuthenticator: allow must be Allow.nobody()',
  ],
  [
    'scopes of which all are asked for, or all of others',
    () =>
      Authenticator.genericOAuth({
        ...generic,
        userdataFromIdToken: true,
        allow: Allow.anyOf(Allow.scopes('a'), Allow.scopes('b')),
      }),
    'Allow.scopes is there twice',
  ],
  // --- admins
  ['an admin without a name', () => Authenticator.gitHub({ allow, admins: [''] }), 'admins: the user name "" is empty'],
  [
    'an admin whose name the pattern refuses',
    () =>
      Authenticator.gitHub({ allow, admins: ['ada'], config: { Authenticator: { username_pattern: '[a-z]+[0-9]$' } } }),
    'the user name ada does not match username_pattern [a-z]+[0-9]$, so the hub would not start',
  ],
  // --- what has to be there
  [
    'an empty client id',
    () => Authenticator.gitHub({ allow, clientId: '' }),
    'Authenticator.gitHub: clientId: is empty',
  ],
  [
    'a misspelt option',
    () => Authenticator.gitHub({ allow, clientID: 'x' } as never),
    'gitHub: clientID: unknown option; did you mean clientId?',
  ],
  ['no rule at all', () => Authenticator.gitHub({ clientId: 'x' } as never), 'gitHub: allow: is missing'],
  [
    'an LDAP by which nobody is found',
    () => Authenticator.ldap({ serverAddress: 'x', allow }),
    'ldap: give bindDnTemplate, or lookupDn: true',
  ],
  [
    'an LDAP that looks up nowhere',
    () => Authenticator.ldap({ serverAddress: 'x', lookupDn: true, allow }),
    'ldap: userSearchBase is missing, which lookupDn needs',
  ],
  [
    'a template without the user',
    () => Authenticator.ldap({ ...ldap, bindDnTemplate: ['uid=ada'], allow }),
    'ldap: bindDnTemplate must have {username} in it',
  ],
  [
    'a group of LDAP by its name',
    () => Authenticator.ldap({ ...ldap, allow: Allow.groups('staff') }),
    'ldap: a group is named by its distinguished name',
  ],
  ['LTI 1.1 without consumers', () => Authenticator.lti11({ allow, consumers: {} }), 'lti11: consumers must have'],
  ['LTI 1.3 without ids', () => Authenticator.lti13({ ...lti13, allow, clientId: [] }), 'lti13: clientId must have'],
  [
    'LTI 1.3 by no URL',
    () => Authenticator.lti13({ ...lti13, allow, authorizeUrl: 'lms.example.org' }),
    'lti13: authorizeUrl: must be a URL',
  ],
  [
    'a key that is not hexadecimal',
    () => Authenticator.hmac({ allow, secretKey: secret('abc') }),
    'hmac: secretKey must be hexadecimal digits',
  ],
  ['Auth0 without a domain', () => Authenticator.auth0({ allow }), 'auth0: auth0Domain is missing'],
  [
    'users of whom nothing is told',
    () => Authenticator.genericOAuth({ ...generic, allow }),
    'genericOAuth: give userdataUrl',
  ],
  [
    'two sources of the data of users',
    () =>
      Authenticator.genericOAuth({
        ...generic,
        allow,
        userdataUrl: 'https://id.example.org',
        userdataFromIdToken: true,
      }),
    'genericOAuth: give userdataUrl or userdataFromIdToken, not both',
  ],
  // --- passwords
  ['no shared password', () => Authenticator.sharedPassword({ allow }), 'sharedPassword: userPassword is missing'],
  [
    'admins by the password of users',
    () => Authenticator.sharedPassword({ allow, userPassword: secret('password'), admins: ['ada'] }),
    'sharedPassword: adminPassword is missing',
  ],
  [
    'a short password',
    () => Authenticator.sharedPassword({ allow, userPassword: secret('short') }),
    'userPassword must have 8 characters at least, but has 5',
  ],
  [
    'a short password of admins',
    () =>
      Authenticator.sharedPassword({
        allow,
        admins: ['ada'],
        userPassword: secret('password'),
        adminPassword: secret('password2'),
      }),
    'adminPassword must have 32 characters at least, but has 9',
  ],
  [
    'one password for both',
    () =>
      Authenticator.sharedPassword({
        allow,
        admins: ['ada'],
        userPassword: secret('p'.repeat(32)),
        adminPassword: secret('p'.repeat(32)),
      }),
    'userPassword and adminPassword must differ',
  ],
  // --- what a class has no trait for
  [
    'an automatic login where there is none',
    () => Authenticator.noAuthenticator({ allow: Allow.nobody(), autoLogin: true }),
    'noAuthenticator: autoLogin: leave it out, users are always sent on at once',
  ],
  ['admins of visitors', () => Authenticator.tmp({ allow, admins: ['ada'] }), 'tmp: admins: leave it out'],
  [
    'a claim of user names where each provider has its own',
    () =>
      Authenticator.ciLogon({
        allow: Allow.identityProviders({ [idp]: { usernameClaim: 'email', allowAll: true } }),
        usernameClaim: 'sub',
      }),
    'ciLogon: usernameClaim: give it for each provider in Allow.identityProviders',
  ],
];

test.each(REFUSED)('refuses %s', (_, program, message) => {
  expect(program).toThrow(message);
});

test.each([
  ['without a scheme', 'hub.example.org/hub/oauth_callback', 'must be a URL that begins with https://'],
  ['of what is not there', 'https://undefined/hub/oauth_callback', 'has no host'],
  ['of an object', 'https://[object Object]/hub/oauth_callback', 'must be a URL that begins with https://'],
])('refuses a callback URL %s', (_, callbackUrl, message) => {
  expect(() => Authenticator.gitHub({ allow, callbackUrl })).toThrow(`gitHub: callbackUrl: ${message}`);
});

/** What the rules say of a callback URL where a hub is found below a base URL, by HTTPS. */
const problemOf = (callbackUrl: string) =>
  problemsOf(() =>
    jupyterhub({
      hub: { baseUrl: '/class/' },
      authenticator: Authenticator.gitHub({ allow, callbackUrl }),
      proxy: { exposure: Exposure.ingress({ host: 'hub.example.org', tlsSecret: 'hub-tls' }) },
    }),
  );

test.each([
  ['to another path', 'https://hub.example.org/oauth_callback', 'must have the path /class/hub/oauth_callback'],
  ['beside the base URL', 'https://hub.example.org/hub/oauth_callback', 'must have the path /class/hub/oauth_callback'],
  ['to another host', 'https://other.example.org/class/hub/oauth_callback', "leads to another host than the proxy's"],
  ['in the open', 'http://hub.example.org/class/hub/oauth_callback', 'must begin with https://, as the proxy has TLS'],
])('refuses at synth a callback URL %s', (_, callbackUrl, message) => {
  expect(problemOf(callbackUrl)).toEqual([expect.stringContaining(`${callbackUrl} ${message}`)]);
});

test('takes a callback URL that leads to the hub', () => {
  expect(problemOf('https://hub.example.org/class/hub/oauth_callback')).toEqual([]);
});

test.each(['https://hub.example.org/hub/oauth_callback', 'http://localhost:8000/hub/oauth_callback'])(
  'takes a callback URL where the host is not known: %s',
  (callbackUrl) => {
    const authenticator = Authenticator.gitHub({ allow, callbackUrl });
    expect(problemsOf(() => jupyterhub({ authenticator }))).toEqual([]);
  },
);
