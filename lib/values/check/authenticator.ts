import { KINDS } from '../../options/authenticator/kinds';
import { at, entriesAt, isTruthy, Report } from './lookup';
import { isValueMap, Value, ValueMap } from '../../chart/value';

const CLASS = 'hub.config.JupyterHub.authenticator_class';

/** Short names of classes that let nobody in until a rule says whom: OAuthenticator's, and two more. */
const SECTIONS: Readonly<Record<string, string>> = {
  auth0: 'Auth0OAuthenticator',
  azuread: 'AzureAdOAuthenticator',
  bitbucket: 'BitbucketOAuthenticator',
  cilogon: 'CILogonOAuthenticator',
  'generic-oauth': 'GenericOAuthenticator',
  github: 'GitHubOAuthenticator',
  gitlab: 'GitLabOAuthenticator',
  globus: 'GlobusOAuthenticator',
  google: 'GoogleOAuthenticator',
  mediawiki: 'MWOAuthenticator',
  openshift: 'OpenShiftOAuthenticator',
  ldap: 'LDAPAuthenticator',
  ldapauthenticator: 'LDAPAuthenticator',
  'shared-password': 'SharedPasswordAuthenticator',
};

const DUMMY = ['dummy', 'jupyterhub.auth.DummyAuthenticator', 'jupyterhub.authenticators.dummy.DummyAuthenticator'];

/** The section of `hub.config` for a class of the above, by short name or by path; undefined for any other class. */
function sectionOf(name: string): string | undefined {
  const last = name.split(/[.:]/).pop() ?? '';
  const isPath = last !== name && Object.values(SECTIONS).includes(last);
  // A class of the user's own may have the name of one of these, and rules of its own.
  const isKnown = /^(oauthenticator|ldapauthenticator|jupyterhub)\./.test(name);
  if (isPath) return isKnown ? last : undefined;
  return Object.prototype.hasOwnProperty.call(SECTIONS, name) ? SECTIONS[name] : undefined;
}

/** Traits that begin like a rule of who may enter, and are none. */
const NO_RULE = /^(allow_2fa|allow_unverified_email|allowed_failed_logins)$/;

/** Rules under all names that JupyterHub takes; admins are always let in. */
const RULE = /^(allow|admin_(\w+_)?(users|groups)$)|whitelist$|^any_allow_config$/;

/** Whether an institution of CILogon says itself who may enter. */
function hasAdmittingIdp(idps: Value): boolean {
  const entries = isValueMap(idps) ? Object.values(idps) : [];
  return entries.some((idp) => isTruthy(at(idp, 'allow_all')) || isTruthy(at(idp, 'allowed_domains')));
}

function admits(trait: string, value: Value): boolean {
  if (/^(allowed_)?idps$/.test(trait)) return hasAdmittingIdp(value);
  return RULE.test(trait) && !NO_RULE.test(trait) && isTruthy(value);
}

/** Whether Python of the user's own may set what the values do not. */
function mayBeSetInPython(values: ValueMap): boolean {
  const texts = [
    ...entriesAt(values, 'hub.extraConfig').map(([, text]) => text),
    ...entriesAt(values, 'hub.extraFiles').map(([, file]) => at(file, 'stringData')),
  ];
  return texts.some((text) => typeof text === 'string' && /authenticator|allow/i.test(text));
}

function warnOfNobody(values: ValueMap, section: string, report: Report): void {
  // `JupyterHub.admin_users` is an old name, and is still heard.
  const sections = entriesAt(values, 'hub.config').filter(([, , name]) => /^JupyterHub$|Authenticator$/.test(name));
  const traits = sections.flatMap(([, traits]) => (isValueMap(traits) ? Object.entries(traits) : []));
  if (traits.some(([trait, value]) => admits(trait, value))) return;
  const rules = `allow_all, allowed_users or another allow trait of hub.config.${section}`;
  report(CLASS.split('.'), `${section} lets nobody in without a rule of who may enter; set ${rules}`);
}

function warnOfDummy(values: ValueMap, report: Report): void {
  if (isTruthy(at(values, 'hub.config.DummyAuthenticator.password'))) return;
  report(
    ['hub', 'config', 'DummyAuthenticator', 'password'],
    'is not set: the dummy authenticator lets anyone in under any name; set it, or another authenticator_class',
  );
}

/** OAuthenticator refuses to start with rules about groups whose members it is not told to keep. */
function warnOfGroups(values: ValueMap, section: string, report: Report): void {
  const sections = entriesAt(values, 'hub.config');
  if (sections.some(([, traits]) => isTruthy(at(traits, 'manage_groups')))) return;
  const needing = KINDS.find((kind) => kind.section === section)?.needManagedGroups ?? [];
  for (const trait of needing.filter((one) => isTruthy(at(values, `hub.config.${section}.${one}`)))) {
    const mend = `set hub.config.${section}.manage_groups`;
    report(['hub', 'config', section, trait], `the hub does not start with it unless manage_groups is true; ${mend}`);
  }
}

/**
 * Authenticators that let nobody in, or everyone, or do not start. Only one that the user names is judged: where none is, more values may
 * be to come, such as a file of secrets.
 */
export function warnOfAuthenticator(values: ValueMap, user: ValueMap, report: Report): void {
  const name = at(user, CLASS);
  if (typeof name !== 'string' || mayBeSetInPython(values)) return;
  if (DUMMY.includes(name)) return warnOfDummy(values, report);
  const section = sectionOf(name);
  if (section === undefined) return;
  warnOfNobody(values, section, report);
  warnOfGroups(values, section, report);
}
