import { StructName } from '../wire/option-types';
import { GOOGLE_GROUPS, google } from './google';
import { AuthenticatorKind } from './kind';
import { auth0, ciLogon, genericOAuth, gitHub, gitLab, globus, managedGroups } from './oauth-rules';

/** Options of every OAuth provider. */
const OAUTH = {
  clientId: 'client_id',
  clientSecret: 'client_secret',
  callbackUrl: 'oauth_callback_url',
  scope: 'scope',
  usernameClaim: 'username_claim',
  loginService: 'login_service',
  logoutRedirectUrl: 'logout_redirect_url',
};

/** Options of providers that tell the groups of a user with the user's data. */
const GROUPS = { adminGroups: 'admin_groups', authStateGroupsKey: 'auth_state_groups_key' };

type Oauth = Pick<AuthenticatorKind, 'options' | 'allow'> & Partial<AuthenticatorKind>;

function oauth(factory: string, name: string, section: string, props: StructName, more: Oauth): AuthenticatorKind {
  return {
    factory,
    authenticatorClass: name,
    section,
    props,
    admitsAdmins: true,
    ...more,
    options: { ...OAUTH, ...more.options },
  };
}

export const OAUTH_KINDS: readonly AuthenticatorKind[] = [
  oauth('gitHub', 'github', 'GitHubOAuthenticator', 'GitHubAuthenticatorProps', {
    options: {
      gitHubUrl: 'github_url',
      gitHubApi: 'github_api',
      populateTeamsInAuthState: 'populate_teams_in_auth_state',
    },
    allow: { organizations: 'allowed_organizations' },
    complete: gitHub,
  }),
  oauth('gitLab', 'gitlab', 'GitLabOAuthenticator', 'GitLabAuthenticatorProps', {
    options: { gitLabUrl: 'gitlab_url' },
    allow: { groups: 'allowed_gitlab_groups', projects: 'allowed_project_ids' },
    complete: gitLab,
  }),
  oauth('google', 'google', 'GoogleOAuthenticator', 'GoogleAuthenticatorProps', {
    options: {
      hostedDomain: 'hosted_domain',
      stripDomain: 'strip_domain',
      adminGroups: 'admin_google_groups',
      includeNestedGroups: 'include_nested_groups',
      googleServiceAccountKeys: 'google_service_account_keys',
      gsuiteAdministrator: 'gsuite_administrator',
    },
    allow: { groups: 'allowed_google_groups', domains: 'hosted_domain' },
    impliesAll: ['domains'],
    conversions: { allowed_google_groups: GOOGLE_GROUPS, admin_google_groups: GOOGLE_GROUPS },
    complete: google,
  }),
  oauth('azureAd', 'azuread', 'AzureAdOAuthenticator', 'AzureAdAuthenticatorProps', {
    options: { ...GROUPS, tenantId: 'tenant_id' },
    allow: { groups: 'allowed_groups' },
    complete: managedGroups,
  }),
  oauth('ciLogon', 'cilogon', 'CILogonOAuthenticator', 'CiLogonAuthenticatorProps', {
    options: { ...GROUPS, ciLogonHost: 'cilogon_host', skin: 'skin' },
    allow: { groups: 'allowed_groups', identityProviders: 'idps' },
    without: { usernameClaim: 'give it for each provider in Allow.identityProviders' },
    complete: ciLogon,
  }),
  oauth('auth0', 'auth0', 'Auth0OAuthenticator', 'Auth0AuthenticatorProps', {
    options: {
      ...GROUPS,
      auth0Domain: 'auth0_domain',
      auth0Subdomain: 'auth0_subdomain',
      allowUnverifiedEmail: 'allow_unverified_email',
    },
    allow: { groups: 'allowed_groups' },
    complete: auth0,
  }),
  oauth('globus', 'globus', 'GlobusOAuthenticator', 'GlobusAuthenticatorProps', {
    options: {
      identityProvider: 'identity_provider',
      usernameFromEmail: 'username_from_email',
      adminGroups: 'admin_globus_groups',
    },
    allow: { groups: 'allowed_globus_groups' },
    complete: globus,
  }),
  oauth('bitbucket', 'bitbucket', 'BitbucketOAuthenticator', 'OAuthProps', {
    options: {},
    allow: { teams: 'allowed_teams' },
  }),
  oauth('genericOAuth', 'generic-oauth', 'GenericOAuthenticator', 'GenericOAuthProps', {
    options: {
      ...GROUPS,
      authorizeUrl: 'authorize_url',
      tokenUrl: 'token_url',
      userdataUrl: 'userdata_url',
      userdataFromIdToken: 'userdata_from_id_token',
      basicAuth: 'basic_auth',
      enablePkce: 'enable_pkce',
      extraAuthorizeParams: 'extra_authorize_params',
    },
    allow: { groups: 'allowed_groups', scopes: 'allowed_scopes' },
    complete: genericOAuth,
  }),
];
