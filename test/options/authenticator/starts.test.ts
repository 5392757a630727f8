// What would not start: see test/components/hub/python/test_authenticators.py, where JupyterHub itself is asked.
import { Allow } from '../../../lib/options/authenticator/allow';
import { Authenticator } from '../../../lib/options/authenticator/authenticator';
import { recognizeAuthenticator } from '../../../lib/cli/convert/authenticator';
import { SecretValue } from '../../../lib/secrets/secret-value';

const allow = Allow.all();
const generic = {
  authorizeUrl: 'https://id.example.org/a',
  tokenUrl: 'https://id.example.org/t',
  userdataUrl: 'https://id.example.org/u',
};

test.each<[string, Authenticator, string]>([
  ['a rule of groups', Authenticator.azureAd({ allow: Allow.groups('staff') }), 'AzureAdOAuthenticator'],
  ['groups of admins', Authenticator.azureAd({ allow, adminGroups: ['staff'] }), 'AzureAdOAuthenticator'],
  [
    'a place of groups',
    Authenticator.genericOAuth({ ...generic, allow, authStateGroupsKey: 'a.b' }),
    'GenericOAuthenticator',
  ],
])('%s makes JupyterHub manage groups, as it would not start otherwise', (_, authenticator, section) => {
  expect(authenticator._config[section].manage_groups).toBe(true);
});

test.each<[string, Authenticator]>([
  ['no groups are named', Authenticator.azureAd({ allow })],
  ['an empty list is', Authenticator.azureAd({ allow, adminGroups: [] })],
  ['the provider has rules of its own for them', Authenticator.globus({ allow: Allow.groups('id') })],
])('groups stay as they are where %s', (_, { _config: config }) => {
  expect(JSON.stringify(config)).not.toContain('manage_groups');
});

test('what is said about groups elsewhere stands', () => {
  const config = { Authenticator: { manage_groups: true } };
  const authenticator = Authenticator.azureAd({ allow: Allow.groups('staff'), config });
  expect(authenticator._config.AzureAdOAuthenticator).not.toHaveProperty('manage_groups');
});

const ADDRESS = { hosts: ['hub.example.org'], baseUrl: '/', isTls: true };

type Sections = Record<string, Record<string, unknown>>;

/** The sections of the authenticator that the recognized call makes. */
function remade(authenticatorClass: string, sections: Sections): Sections {
  const { call, args } = recognizeAuthenticator(authenticatorClass, sections, ADDRESS);
  const evaluate = (value: unknown): unknown => {
    if (value instanceof SecretValue || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(evaluate);
    if (!('call' in value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, evaluate(item)]));
    return run(value as { call: string; args: unknown[] });
  };
  const run = ({ call: name, args: given }: { call: string; args: readonly unknown[] }): unknown => {
    const [type, factory] = name.split('.');
    const types = { Allow, Authenticator } as unknown as Record<string, Record<string, (...all: unknown[]) => unknown>>;
    return types[type][factory](...given.map(evaluate));
  };
  return (run({ call, args }) as Authenticator)._config;
}

test.each<[string, string, Sections]>([
  [
    'groups that are managed',
    'github',
    { GitHubOAuthenticator: { manage_groups: true, allowed_groups: ['a'], admin_groups: ['b'] } },
  ],
  ['groups that nobody manages', 'github', { GitHubOAuthenticator: { allowed_groups: ['a'], client_id: 'i' } }],
  ['groups that are not managed', 'github', { GitHubOAuthenticator: { manage_groups: false, allowed_groups: ['a'] } }],
  ['management without groups', 'github', { GitHubOAuthenticator: { manage_groups: true } }],
  [
    'management in another section',
    'google',
    { GoogleOAuthenticator: { admin_groups: ['a'] }, OAuthenticator: { manage_groups: true } },
  ],
  [
    'management in two sections',
    'google',
    { GoogleOAuthenticator: { admin_groups: ['a'], manage_groups: true }, Authenticator: { manage_groups: true } },
  ],
  ['an empty list of groups', 'gitlab', { GitLabOAuthenticator: { admin_groups: [] } }],
  ['autoLogin where it means nothing', 'null', { Authenticator: { auto_login: true } }],
  [
    'providers under their old name',
    'cilogon',
    { CILogonOAuthenticator: { allowed_idps: { a: {} }, username_claim: 'c' } },
  ],
  ['providers', 'cilogon', { CILogonOAuthenticator: { idps: { a: {} }, client_id: 'i' } }],
  ['no provider', 'cilogon', { CILogonOAuthenticator: { client_id: 'i' } }],
  [
    'two sources of data',
    'generic-oauth',
    { GenericOAuthenticator: { userdata_url: 'u', userdata_from_id_token: true } },
  ],
  ['a dummy that only the database opens', 'dummy', { Authenticator: { allow_existing_users: true } }],
  ['a dummy that is closed', 'dummy', { Authenticator: { allow_all: false, allow_existing_users: true } }],
  [
    'domains whose users enter',
    'google',
    { GoogleOAuthenticator: { hosted_domain: ['a'] }, Authenticator: { allow_all: true } },
  ],
  ['domains whose users do not', 'google', { GoogleOAuthenticator: { hosted_domain: ['a'] } }],
  [
    'domains beside users',
    'google',
    { GoogleOAuthenticator: { hosted_domain: ['a'] }, Authenticator: { allowed_users: ['b'] } },
  ],
  [
    'groups of Google',
    'google',
    {
      GoogleOAuthenticator: {
        allowed_google_groups: { 'example.org': ['staff'], 'example.com': ['it', 'all'] },
        gsuite_administrator: { 'example.org': 'root', 'example.com': 'root' },
        google_service_account_keys: { 'example.org': '/a', 'example.com': '/b' },
      },
    },
  ],
  ['groups of Google without an admin', 'google', { GoogleOAuthenticator: { allowed_google_groups: { a: ['b'] } } }],
  [
    'organizations',
    'github',
    { GitHubOAuthenticator: { allowed_organizations: ['o'], scope: ['read:org'], client_id: '' } },
  ],
  ['organizations without the scope', 'github', { GitHubOAuthenticator: { allowed_organizations: ['o'] } }],
  ['a callback URL to another host', 'github', { GitHubOAuthenticator: { oauth_callback_url: 'https://x.org/' } }],
  ['an LDAP without anything', 'ldap', { Authenticator: { allow_all: true } }],
  [
    'admins who may not enter',
    'ldap',
    {
      Authenticator: { admin_users: ['ada'] },
      LDAPAuthenticator: { allowed_groups: ['cn=a'], server_address: 's', bind_dn_template: ['{username}'] },
    },
  ],
  ['admins of visitors', 'tmp', { Authenticator: { admin_users: ['ada'] } }],
  ['visitors without a rule', 'tmp', { TmpAuthenticator: { auto_login: false } }],
  ['rules where nobody logs in', 'null', { Authenticator: { allow_all: true } }],
  ['scopes', 'generic-oauth', { GenericOAuthenticator: { allowed_scopes: ['a'], scope: ['a', 'b'] } }],
  ['a class of which nothing is known', 'my.Own', { Authenticator: { allow_existing_users: true }, Own: { a: 1 } }],
])('a program for %s makes the same', (_, authenticatorClass, sections) => {
  expect(remade(authenticatorClass, sections)).toEqual(sections);
});
