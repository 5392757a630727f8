import { authenticator, RuleExamples } from './forms';

const github = (...lines: string[]) => authenticator('github', 'GitHubOAuthenticator', ...lines);

const idps = (...lines: string[]) =>
  authenticator(
    'cilogon',
    'CILogonOAuthenticator',
    'allowed_idps:',
    '  https://github.com/login/oauth/authorize:',
    ...lines.map((line) => `    ${line}`),
  );

const BY_MAIL = ['username_derivation: { username_claim: email }', 'allow_all: true'];

/** Examples of the rules about who logs in. */
export const ACCESS_EXAMPLES: RuleExamples = {
  'access/nobody': {
    wrong: github('client_id: hub'),
    right: github('client_id: hub', 'allowed_users: [ada]'),
  },
  'access/dummy-without-password': {
    wrong: authenticator('dummy', 'DummyAuthenticator', 'allow_all: true'),
    right: authenticator('dummy', 'DummyAuthenticator', 'allow_all: true', 'password: a-long-password'),
  },
  'access/groups-not-managed': {
    wrong: authenticator('azuread', 'AzureAdOAuthenticator', 'allowed_groups: [staff]'),
    right: authenticator('azuread', 'AzureAdOAuthenticator', 'allowed_groups: [staff]', 'manage_groups: true'),
  },
  'access/organizations-without-scope': {
    wrong: github('allowed_organizations: [my-org]'),
    right: github('allowed_organizations: [my-org]', 'scope: ["read:org"]'),
  },
  'access/subgroup-by-path': {
    wrong: authenticator('gitlab', 'GitLabOAuthenticator', 'allowed_gitlab_groups: [lab/vision]'),
    right: authenticator('gitlab', 'GitLabOAuthenticator', 'allowed_gitlab_groups: ["1234"]'),
  },
  'access/identity-providers': {
    wrong: authenticator('cilogon', 'CILogonOAuthenticator', 'allow_all: true', 'allowed_idps: [github.com]'),
    right: idps(...BY_MAIL),
  },
  'access/old-trait': {
    wrong: idps(...BY_MAIL).concat('      username_claim: email\n'),
    right: idps(...BY_MAIL),
  },
};
