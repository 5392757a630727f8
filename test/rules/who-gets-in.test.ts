import { inWords, whoGetsIn } from '../../lib/rules/access/who-gets-in';

const words = (authenticatorClass: string, traits: Record<string, Record<string, unknown>> = {}) => {
  const who = whoGetsIn({ JupyterHub: { authenticator_class: authenticatorClass }, ...traits });
  return who && inWords(who);
};

// That the classes do as these words say: test/components/hub/python/test_who_gets_in.py.
test.each<[string, string, Record<string, Record<string, unknown>>, string]>([
  ['no rule', 'github', {}, 'nobody'],
  ['admins alone', 'github', { Authenticator: { admin_users: ['ada'] } }, 'nobody but admins: ada'],
  ['admins whom no rule lets in', 'ldap', { Authenticator: { admin_users: ['ada'] } }, 'nobody'],
  ['everybody', 'github', { OAuthenticator: { allow_all: true } }, 'everybody with an account at GitHub'],
  ['an open class', 'dummy', {}, 'everybody, under any name'],
  ['an open class that is closed', 'dummy', { Authenticator: { allow_all: false } }, 'nobody'],
  [
    'a domain',
    'google',
    { GoogleOAuthenticator: { allow_all: true, hosted_domain: ['example.org'] } },
    'everybody with a Google account (only Google accounts of example.org)',
  ],
  [
    'a domain alone',
    'google',
    { GoogleOAuthenticator: { hosted_domain: ['a.org'] } },
    'nobody (only Google accounts of a.org)',
  ],
  [
    'rules and admins',
    'github',
    {
      GitHubOAuthenticator: { allowed_organizations: ['o', 'p:t'] },
      Authenticator: { allowed_users: ['bob'], admin_users: ['ada'] },
    },
    'the user bob; members of the GitHub organization or team o; members of the GitHub organization or team p:t; admins: ada',
  ],
  [
    'named users of a class that is not of OAuth',
    'shared-password',
    { Authenticator: { allowed_users: ['bob'] } },
    'the user bob; users whom the hub knows already',
  ],
  [
    'groups of which nothing is learned',
    'github',
    { GitHubOAuthenticator: { allowed_groups: ['g'], manage_groups: true } },
    'nobody',
  ],
  [
    'an old name of a rule',
    'github',
    { GitHubOAuthenticator: { github_organization_whitelist: ['o'] } },
    'members of the GitHub organization or team o',
  ],
  ['a misspelt rule', 'github', { GitHubOAuthenticator: { allowed_organisations: ['o'] } }, 'nobody'],
  [
    'a class by its path',
    'ltiauthenticator.LTIAuthenticator',
    { Authenticator: { allow_all: true } },
    'everybody whom the learning management system sends',
  ],
  [
    'somebody who is kept out',
    'github',
    { Authenticator: { allow_all: true, blocked_users: ['eve'] } },
    'everybody with an account at GitHub (not eve)',
  ],
])('%s', (_, authenticatorClass, traits, expected) => {
  expect(words(authenticatorClass, traits)).toBe(expected);
});

test('of a class that is not of the image nothing is told', () => {
  expect(words('my.Own', { Authenticator: { allow_all: true } })).toBeUndefined();
});
