import { Allow, Authenticator, SecretValue } from '../../lib';
import { Mistake } from './mistake';

export const ACCESS: readonly Mistake[] = [
  ['allow none', () => Allow.users()],
  ['allow empty', () => Allow.users('')],
  ['groups none', () => Allow.groups()],
  ['org empty', () => Allow.organizations('')],
  ['domains', () => Allow.domains('https://a.b')],
  ['anyOf none', () => Allow.anyOf()],
  ['teams', () => Allow.teams('')],
  ['admins empty', () => Authenticator.tmp({ allow: Allow.all(), admins: [''] })],
  [
    'client id empty',
    () =>
      Authenticator.gitHub({
        clientId: '',
        clientSecret: SecretValue.literal('x'),
        callbackUrl: 'https://a/hub/oauth_callback',
        allow: Allow.users('a'),
      }),
  ],
  [
    'client id blank',
    () =>
      Authenticator.gitHub({
        clientId: ' ',
        clientSecret: SecretValue.literal('x'),
        callbackUrl: 'https://a/hub/oauth_callback',
        allow: Allow.users('a'),
      }),
  ],
  [
    'lti ids',
    () =>
      Authenticator.lti13({
        clientId: [''],
        issuer: 'https://a',
        authorizeUrl: 'https://a',
        jwksEndpoint: 'https://a',
        allow: Allow.all(),
      } as never),
  ],
  [
    'lti ids none',
    () =>
      Authenticator.lti13({
        clientId: [],
        issuer: 'https://a',
        authorizeUrl: 'https://a',
        jwksEndpoint: 'https://a',
        allow: Allow.all(),
      } as never),
  ],
  [
    'scope list blank',
    () =>
      Authenticator.gitHub({
        clientId: 'a',
        clientSecret: SecretValue.literal('x'),
        callbackUrl: 'https://a/hub/oauth_callback',
        scope: [''],
        allow: Allow.users('a'),
      } as never),
  ],
  [
    'azure tenant',
    () =>
      Authenticator.azureAd({
        clientId: 'a',
        clientSecret: SecretValue.literal('x'),
        callbackUrl: 'https://a/hub/oauth_callback',
        tenantId: '',
        allow: Allow.users('a'),
      } as never),
  ],
  [
    'ldap port',
    () =>
      Authenticator.ldap({
        serverAddress: 'x',
        serverPort: 99999,
        bindDnTemplate: ['uid={username},dc=x'],
        allow: Allow.all(),
      } as never),
  ],
  [
    'auth0 domain',
    () =>
      Authenticator.auth0({
        auth0Domain: 'https://x',
        clientId: 'a',
        clientSecret: SecretValue.literal('x'),
        callbackUrl: 'https://a/hub/oauth_callback',
        allow: Allow.all(),
      } as never),
  ],
  [
    'logout',
    () =>
      Authenticator.gitHub({
        clientId: 'a',
        clientSecret: SecretValue.literal('x'),
        callbackUrl: 'https://a/hub/oauth_callback',
        logoutRedirectUrl: 'example org',
        allow: Allow.users('a'),
      }),
  ],
];
