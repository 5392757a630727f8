import { isMap, nonEmpty } from '../../data/maps';
import { Traits } from '../../release/traits';
import { authenticatorOf, ConfiguredAuthenticator } from './authenticator';

/** Who gets in by a configuration of JupyterHub. */
export interface WhoGetsIn {
  /** Name of the authenticator's class. */
  readonly authenticator: string;
  /** Whether everybody enters who can log in and whom no limit keeps out. */
  readonly everybody: boolean;
  /** Who enters, a rule each, in words; one that holds is enough. */
  readonly rules: readonly string[];
  /** Who does not, whatever the rules are. */
  readonly limits: readonly string[];
  /** Who administers the hub, of those who enter. */
  readonly admins: readonly string[];
}

/** What an account is called, by class; of any other it is an account at the provider. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  Auth0OAuthenticator: 'everybody with an account at Auth0',
  AzureAdOAuthenticator: 'everybody with an account at Microsoft Entra ID',
  BitbucketOAuthenticator: 'everybody with an account at Bitbucket',
  CILogonOAuthenticator: 'everybody with an account at one of the identity providers',
  DummyAuthenticator: 'everybody, under any name',
  FirstUseAuthenticator: 'everybody, under any name that nobody has taken',
  GitHubOAuthenticator: 'everybody with an account at GitHub',
  GitLabOAuthenticator: 'everybody with an account at GitLab',
  GlobusOAuthenticator: 'everybody with an account at Globus',
  GoogleOAuthenticator: 'everybody with a Google account',
  HMACAuthenticator: 'everybody with a signed password',
  LDAPAuthenticator: 'everybody in the LDAP directory',
  LTI11Authenticator: 'everybody whom the learning management system sends',
  LTI13Authenticator: 'everybody whom the learning management system sends',
  MWOAuthenticator: 'everybody with an account at the MediaWiki',
  NativeAuthenticator: 'everybody who has signed up and was authorized',
  OpenShiftOAuthenticator: 'everybody with an account at OpenShift',
  SharedPasswordAuthenticator: 'everybody who knows the password of users, under any name',
  TmpAuthenticator: 'every visitor, as a new user',
};

/** Traits that are rules of their own, by what their names are names of. */
const NAMED: Readonly<Record<string, string>> = {
  allowed_organizations: 'members of the GitHub organization or team',
  allowed_gitlab_groups: 'members of the GitLab group',
  allowed_project_ids: 'developers of the GitLab project',
  allowed_teams: 'members of the Bitbucket workspace',
  allowed_globus_groups: 'members of the Globus group',
};

function allOf(names: readonly string[]): string {
  return names.join(', ');
}

/** Groups by domain, as Google's class has them, by their addresses. */
function googleGroups(value: unknown): string[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([domain, names]) =>
    (Array.isArray(names) ? (names as unknown[]) : []).map((name) => `${String(name)}@${domain}`),
  );
}

/** Classes that have the groups of users without being told where these stand. */
const KNOWN_GROUPS = ['AzureAdOAuthenticator', 'GenericOAuthenticator', 'OpenShiftOAuthenticator'];

/** Whether JupyterHub learns the groups of users, so that rules about them can hold. */
function knowsGroups(authenticator: ConfiguredAuthenticator): boolean {
  if (!authenticator.is('OAuthenticator')) return true;
  if (authenticator.value('manage_groups') === undefined) return false;
  return authenticator.value('auth_state_groups_key') !== undefined || KNOWN_GROUPS.includes(authenticator.name);
}

/** Who of the identity providers of CILogon enters. */
function providerRules(authenticator: ConfiguredAuthenticator): string[] {
  const providers = authenticator.value('idps');
  if (!isMap(providers)) return [];
  return Object.entries(providers).flatMap(([id, provider]) => {
    if (!isMap(provider)) return [];
    if (provider.allow_all === true) return [`everybody with an account at ${id}`];
    const domains = nonEmpty(provider.allowed_domains) as string[] | undefined;
    return domains ? [`users of ${id} with the domain ${domains.join(', ')}`] : [];
  });
}

/** Rules of the class's own, in words. */
function ownRules(authenticator: ConfiguredAuthenticator): string[] {
  const named = Object.entries(NAMED).flatMap(([trait, what]) =>
    authenticator.names(trait).map((name) => `${what} ${name}`),
  );
  const groups = knowsGroups(authenticator) ? authenticator.names('allowed_groups') : [];
  const scopes = authenticator.name === 'GlobusOAuthenticator' ? [] : authenticator.names('allowed_scopes');
  return [
    ...named,
    ...groups.map((name) => `members of the group ${name}`),
    ...googleGroups(authenticator.value('allowed_google_groups')).map((name) => `members of the Google group ${name}`),
    ...(scopes.length ? [`users who were granted the scopes ${allOf(scopes)}`] : []),
    ...providerRules(authenticator),
  ];
}

function limitsOf(authenticator: ConfiguredAuthenticator): string[] {
  const [domains, blocked] = [authenticator.names('hosted_domain'), authenticator.names('blocked_users')];
  const provider = authenticator.names('identity_provider');
  const ids = authenticator.name === 'CILogonOAuthenticator' && authenticator.value('idps');
  return [
    ...(domains.length ? [`only Google accounts of ${allOf(domains)}`] : []),
    ...(provider.length ? [`only Globus accounts of ${allOf(provider)}`] : []),
    ...(isMap(ids) ? [`only accounts at ${allOf(Object.keys(ids))}`] : []),
    ...(blocked.length ? [`not ${allOf(blocked)}`] : []),
  ];
}

/** Groups whose members enter as admins. */
function adminGroups(authenticator: ConfiguredAuthenticator): string[] {
  const general = knowsGroups(authenticator) ? authenticator.names('admin_groups') : [];
  const groups = [
    ...general,
    ...authenticator.names('admin_globus_groups'),
    ...googleGroups(authenticator.value('admin_google_groups')),
  ];
  return groups.map((name) => `members of the group ${name}`);
}

/** Classes that let everybody in unless they are told otherwise. */
const OPEN_BY_DEFAULT = ['DummyAuthenticator', 'FirstUseAuthenticator'];

/** Who gets in by the traits alone; undefined where the class is none of the hub image's. */
export function whoGetsIn(traits: Traits): WhoGetsIn | undefined {
  const authenticator = authenticatorOf(traits);
  if (authenticator === undefined) return undefined;
  const { name } = authenticator;
  const limits = limitsOf(authenticator);
  const closed = { authenticator: name, everybody: false, rules: [], limits, admins: [] };
  if (name === 'NullAuthenticator') return closed;
  const users = authenticator.names('allowed_users');
  const given = authenticator.find('allow_all')?.value;
  const everybody = given === undefined ? OPEN_BY_DEFAULT.includes(name) && !users.length : given === true;
  if (name === 'TmpAuthenticator') return everybody ? { ...closed, everybody, rules: [ACCOUNTS[name]] } : closed;
  const isOAuth = authenticator.is('OAuthenticator');
  const existing = authenticator.find('allow_existing_users')?.value ?? (!isOAuth && users.length > 0);
  // `JupyterHub.admin_users` is an old name, and is still heard.
  const old = traits.JupyterHub?.admin_users;
  const named = authenticator.names('admin_users');
  const admins = named.length ? named : Array.isArray(old) ? old.map(String) : [];
  const rules = [
    ...(everybody ? [ACCOUNTS[name] ?? 'everybody who can log in'] : []),
    ...users.filter((user) => !admins.includes(user)).map((user) => `the user ${user}`),
    ...(existing === true ? ['users whom the hub knows already'] : []),
    ...ownRules(authenticator),
  ];
  const enter = isOAuth || everybody || users.length > 0 || existing === true;
  return { ...closed, everybody, rules, admins: [...(enter ? admins : []), ...adminGroups(authenticator)] };
}

/** The same in a sentence, for a review. */
export function inWords({ rules, limits, admins }: WhoGetsIn): string {
  const who = rules.length ? rules.join('; ') : 'nobody';
  const but = limits.length ? ` (${limits.join('; ')})` : '';
  const lead = rules.length ? '; admins: ' : ' but admins: ';
  return `${who}${but}${admins.length ? `${lead}${admins.join(', ')}` : ''}`;
}
