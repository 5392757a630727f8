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
  'GitHubOAuthenticator: {allowed_organizations: [o]}',
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
    withClass('cilogon', `CILogonOAuthenticator: {allowed_idps: {"https://x": {username_derivation: {}${rule}}}}`);
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

test.each(['GitHubOAuthenticator', 'OAuthenticator', 'Authenticator'])(
  'is silent where %s says that groups are managed',
  (section) => {
    const own = section === 'GitHubOAuthenticator' ? ', manage_groups: true' : `}, ${section}: {manage_groups: true`;
    expect(warnings(withClass('github', `GitHubOAuthenticator: {allowed_groups: [a]${own}}`))).toEqual([]);
  },
);

test('groups that a provider has rules of its own for need not be managed', () => {
  expect(warnings(withClass('globus', 'GlobusOAuthenticator: {allowed_globus_groups: [a]}'))).toEqual([]);
});
