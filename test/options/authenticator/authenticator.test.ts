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

test('refuses an identity provider whose action lacks what it needs', () => {
  const provider = { usernameClaim: 'eppn', action: CiLogonUsernameAction.PREFIX };
  expect(() => Allow.identityProviders({ idp: provider })).toThrow(
    'Allow.identityProviders: idp: PREFIX needs a prefix',
  );
});

test('secrets of LTI consumers are in no ConfigMap', () => {
  const consumers = { key: SecretValue.literal('s3cret') };
  const authenticator = Authenticator.lti11({ consumers, allow: Allow.all() });
  expect(JSON.stringify(configuration(jupyterhub({ authenticator })))).not.toContain('s3cret');
});

test('choices of LDAP are its own words', () => {
  const authenticator = Authenticator.ldap({ tlsStrategy: LdapTlsStrategy.ON_CONNECT, allow: Allow.all() });
  expect(configuration(jupyterhub({ authenticator })).LDAPAuthenticator.tls_strategy).toBe('on_connect');
});

test('refuses a rule that the provider does not know', () => {
  expect(() => Authenticator.gitHub({ allow: Allow.domains('a') })).toThrow('gitHub knows no Allow.domains');
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

test('refuses domains beside another rule, as users of other domains would be kept out', () => {
  const allow = Allow.anyOf(Allow.domains('example.org'), Allow.users('guest@gmail.com'));
  expect(() => Authenticator.google({ allow })).toThrow(
    'google: Allow.domains goes with no other rule, as hosted_domain keeps out everybody else',
  );
});
