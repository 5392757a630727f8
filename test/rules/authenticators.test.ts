import { warnings } from '../support/findings';

const withClass = (name: string, config = '') =>
  `hub: {config: {JupyterHub: {authenticator_class: ${name}}${config && `, ${config}`}}}`;

test.each([
  ['github', 'GitHubOAuthenticator'],
  ['oauthenticator.google.GoogleOAuthenticator', 'GoogleOAuthenticator'],
  ['ldapauthenticator.LDAPAuthenticator', 'LDAPAuthenticator'],
])('warns that %s lets nobody in without a rule', (name, section) => {
  expect(warnings(withClass(name))).toEqual([
    `hub.config.JupyterHub.authenticator_class: ${section} lets nobody in without a rule of who may enter; set allow_all, allowed_users or another allow trait of hub.config.${section} [access/nobody]`,
  ]);
});

test.each([
  'GitHubOAuthenticator: {allow_all: true}',
  'GitHubOAuthenticator: {allowed_organizations: [o], scope: [read:org]}',
  'Authenticator: {allowed_users: [a]}',
  'Authenticator: {admin_users: [a]}',
  'OAuthenticator: {allow_existing_users: true}',
])('is silent where a rule lets someone in: %s', (config) => {
  expect(warnings(withClass('github', config))).toEqual([]);
});

test.each(['Authenticator: {allowed_users: []}', 'GitHubOAuthenticator: {allow_all: false}'])(
  'takes a rule that lets nobody in for none: %s',
  (config) => {
    expect(warnings(withClass('github', config))).toHaveLength(1);
  },
);

test.each(['native', 'my.module.GitHubOAuthenticator', 'nullauthenticator.NullAuthenticator'])(
  'does not judge %s, whose rules are its own',
  (name) => {
    expect(warnings(withClass(name))).toEqual([]);
  },
);

test('does not judge where Python may set the rule', () => {
  const python = 'extraConfig: {a: "c.Authenticator.allow_all = True"}';
  expect(warnings(withClass('github').replace('hub: {', `hub: {${python}, `))).toEqual([]);
});

test('does not judge the default, as another file may name a class', () => {
  expect(warnings('hub: {baseUrl: /x}')).toEqual([]);
});

test('warns of a dummy without a password', () => {
  expect(warnings(withClass('dummy'))).toEqual([expect.stringContaining('lets anyone in under any name')]);
  expect(warnings(withClass('dummy', 'DummyAuthenticator: {password: p}'))).toEqual([]);
});

test('takes an institution of CILogon for a rule if it admits someone', () => {
  const idps = (rule: string) =>
    withClass(
      'cilogon',
      `CILogonOAuthenticator: {allowed_idps: {"https://x": {username_derivation: {username_claim: email}${rule}}}}`,
    );
  expect(warnings(idps(', allow_all: true'))).toEqual([]);
  expect(warnings(idps(''))).toHaveLength(1);
});

test.each([
  'allowed_groups: [staff]',
  'admin_groups: [staff], allow_all: true',
  'allow_all: true, auth_state_groups_key: g',
])('warns that the hub does not start with groups that nobody manages: %s', (traits) => {
  const trait = /(\w*groups\w*):/.exec(traits)?.[1];
  expect(warnings(withClass('github', `GitHubOAuthenticator: {${traits}}`))).toEqual([
    `hub.config.GitHubOAuthenticator.${trait}: needs manage_groups: the hub does not start; set hub.config.GitHubOAuthenticator.manage_groups to true [access/groups-not-managed]`,
  ]);
});

test.each(['AzureAdOAuthenticator', 'OAuthenticator', 'Authenticator'])(
  'is silent where %s says that groups are managed',
  (section) => {
    const own = section === 'AzureAdOAuthenticator' ? ', manage_groups: true' : `}, ${section}: {manage_groups: true`;
    expect(warnings(withClass('azuread', `AzureAdOAuthenticator: {allowed_groups: [a]${own}}`))).toEqual([]);
  },
);

test('groups that a provider has rules of its own for need not be managed', () => {
  expect(warnings(withClass('globus', 'GlobusOAuthenticator: {allowed_globus_groups: [a]}'))).toEqual([]);
});

/** The ids of the warnings, with their places. */
const told = (values: string) =>
  warnings(values).map((line) => line.replace(/^hub\.config\.(\S+): .*\[(.*)\]$/, '$2 at $1'));

test.each([
  [
    'organizations without the scope',
    'github',
    'GitHubOAuthenticator: {allowed_organizations: [o]}',
    'access/organizations-without-scope at GitHubOAuthenticator.allowed_organizations',
  ],
  [
    'a domain alone',
    'google',
    'GoogleOAuthenticator: {hosted_domain: [a.org]}',
    'access/nobody at JupyterHub.authenticator_class',
  ],
  [
    'groups whose place is not known',
    'github',
    'GitHubOAuthenticator: {manage_groups: true, allowed_groups: [a]}',
    'access/nobody at JupyterHub.authenticator_class',
  ],
  [
    'a claim of groups that nobody manages',
    'generic-oauth',
    'GenericOAuthenticator: {claim_groups_key: g, allow_all: true}',
    'access/groups-not-managed at GenericOAuthenticator.claim_groups_key',
  ],
  [
    'providers as a list',
    'cilogon',
    'CILogonOAuthenticator: {allowed_idps: [a.org], allow_all: true}',
    'access/identity-providers at CILogonOAuthenticator.allowed_idps',
  ],
  [
    'a subgroup by its path',
    'gitlab',
    'GitLabOAuthenticator: {allowed_gitlab_groups: [a/b]}',
    'access/subgroup-by-path at GitLabOAuthenticator.allowed_gitlab_groups',
  ],
  [
    'a trait of an old version',
    'generic-oauth',
    'GenericOAuthenticator: {userdata_method: GET, allow_all: true}',
    'traits/unknown at GenericOAuthenticator.userdata_method',
  ],
  [
    'an old name that the class refuses',
    'cilogon',
    'CILogonOAuthenticator: {username_claim: email, idps: {"https://x": {username_derivation: {username_claim: email}, allow_all: true}}}',
    'access/old-trait at CILogonOAuthenticator.username_claim',
  ],
])('warns of %s', (_, name, config, finding) => {
  expect(told(withClass(name, config))).toEqual([finding]);
});

test('a misspelt rule is none', () => {
  expect(told(withClass('github', 'GitHubOAuthenticator: {allowed_organisations: [o]}'))).toEqual([
    'access/nobody at JupyterHub.authenticator_class',
    'traits/unknown at GitHubOAuthenticator.allowed_organisations',
  ]);
});

test('admins of a class that asks for a rule for them as well do not enter', () => {
  const ldap = (more: string) => told(withClass('ldap', `Authenticator: {admin_users: [ada]${more}}`));
  expect(ldap('')).toEqual(['access/nobody at JupyterHub.authenticator_class']);
  expect(ldap(', allowed_users: [bob]')).toEqual([]);
});

describe('Python of the user', () => {
  const withPython = (python: string) =>
    told(
      withClass('github', 'GitHubOAuthenticator: {allowed_groups: [a], allow_all: true}').replace(
        'hub: {',
        `hub: {extraConfig: {a: ${JSON.stringify(python)}}, `,
      ),
    );
  const TOLD = ['access/groups-not-managed at GitHubOAuthenticator.allowed_groups'];

  test.each(['# pods are allowed', 'print("c.Authenticator.manage_groups")', 'c.KubeSpawner.cpu_limit = 2'])(
    'leaves what it does not set: %s',
    (python) => {
      expect(withPython(python)).toEqual(TOLD);
    },
  );

  test.each([
    'c.Authenticator.manage_groups = True',
    'c.GitHubOAuthenticator.manage_groups = True',
    'load_subconfig("/etc/more.py")',
    'set_all(c)',
    'set_config_if_not_none(c.GitHubOAuthenticator, "manage_groups", "custom.x")',
    'c.JupyterHub.authenticator_class = Own',
  ])('silences what it may set: %s', (python) => {
    expect(withPython(python)).toEqual([]);
  });
});
