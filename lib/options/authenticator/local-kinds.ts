import { StructName } from '../wire/option-types';
import { AuthenticatorKind } from './kind';
import { hmac, ldap, lti11, lti13, noAuthenticator, sharedPassword, tmp } from './local-rules';

function local(
  factory: string,
  authenticatorClass: string,
  section: string,
  props: StructName,
  options: Record<string, string>,
  more: Partial<AuthenticatorKind> = {},
): AuthenticatorKind {
  return { factory, authenticatorClass, section, props, options, allow: {}, ...more };
}

const ALWAYS_ON = { autoLogin: 'leave it out, users are always sent on at once' };

/** Authenticators that are not OAuth's. */
export const LOCAL_KINDS: readonly AuthenticatorKind[] = [
  local(
    'dummy',
    'dummy',
    'DummyAuthenticator',
    'DummyAuthenticatorProps',
    { password: 'password' },
    { isOpenByDefault: true },
  ),
  local(
    'sharedPassword',
    'shared-password',
    'SharedPasswordAuthenticator',
    'SharedPasswordAuthenticatorProps',
    { userPassword: 'user_password', adminPassword: 'admin_password' },
    { complete: sharedPassword },
  ),
  local('native', 'native', 'NativeAuthenticator', 'NativeAuthenticatorProps', {
    openSignup: 'open_signup',
    enableSignup: 'enable_signup',
    minimumPasswordLength: 'minimum_password_length',
    checkCommonPassword: 'check_common_password',
    allowedFailedLogins: 'allowed_failed_logins',
    secondsBeforeNextTry: 'seconds_before_next_try',
    askEmailOnSignup: 'ask_email_on_signup',
    allow2fa: 'allow_2fa',
  }),
  local(
    'firstUse',
    'firstuseauthenticator.FirstUseAuthenticator',
    'FirstUseAuthenticator',
    'FirstUseAuthenticatorProps',
    { createUsers: 'create_users', dbmPath: 'dbm_path', minPasswordLength: 'min_password_length' },
    { isOpenByDefault: true },
  ),
  local(
    'tmp',
    'tmp',
    'TmpAuthenticator',
    'AuthenticatorProps',
    {},
    {
      without: { admins: 'leave it out, nobody logs in under a name of their own' },
      complete: tmp,
    },
  ),
  local(
    'noAuthenticator',
    'null',
    'NullAuthenticator',
    'AuthenticatorProps',
    {},
    {
      without: ALWAYS_ON,
      complete: noAuthenticator,
    },
  ),
  local(
    'ldap',
    'ldap',
    'LDAPAuthenticator',
    'LdapAuthenticatorProps',
    {
      serverAddress: 'server_address',
      serverPort: 'server_port',
      tlsStrategy: 'tls_strategy',
      bindDnTemplate: 'bind_dn_template',
      lookupDn: 'lookup_dn',
      lookupDnSearchFilter: 'lookup_dn_search_filter',
      lookupDnSearchUser: 'lookup_dn_search_user',
      lookupDnSearchPassword: 'lookup_dn_search_password',
      lookupDnUserDnAttribute: 'lookup_dn_user_dn_attribute',
      userSearchBase: 'user_search_base',
      userAttribute: 'user_attribute',
      searchFilter: 'search_filter',
    },
    { allow: { groups: 'allowed_groups' }, complete: ldap },
  ),
  local(
    'lti11',
    'ltiauthenticator.LTIAuthenticator',
    'LTI11Authenticator',
    'Lti11AuthenticatorProps',
    {
      consumers: 'consumers',
      usernameKey: 'username_key',
      uriScheme: 'uri_scheme',
      configTitle: 'config_title',
      configDescription: 'config_description',
      configIcon: 'config_icon',
    },
    { without: ALWAYS_ON, complete: lti11 },
  ),
  local(
    'lti13',
    'ltiauthenticator.lti13.auth.LTI13Authenticator',
    'LTI13Authenticator',
    'Lti13AuthenticatorProps',
    {
      issuer: 'issuer',
      authorizeUrl: 'authorize_url',
      jwksEndpoint: 'jwks_endpoint',
      clientId: 'client_id',
      usernameKey: 'username_key',
      uriScheme: 'uri_scheme',
      toolName: 'tool_name',
      toolDescription: 'tool_description',
    },
    { complete: lti13 },
  ),
  local(
    'hmac',
    'hmacauthenticator.HMACAuthenticator',
    'HMACAuthenticator',
    'HmacAuthenticatorProps',
    { secretKey: 'secret_key' },
    { complete: hmac },
  ),
];
