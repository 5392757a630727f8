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
