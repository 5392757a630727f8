import { NEED_MANAGED_GROUPS } from '../options/authenticator/oauth-rules';
import { nonEmpty } from '../data/maps';
import { SecretValue } from '../secrets/secret-value';
import { entriesOf, at } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';

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
function hasAdmittingIdp(idps: unknown): boolean {
  return entriesOf(idps, []).some(([, idp]) =>
    [at(idp, ['allow_all']), at(idp, ['allowed_domains'])].some((rule) => nonEmpty(rule)),
  );
}

function admits(trait: string, value: unknown): boolean {
  if (/^(allowed_)?idps$/.test(trait)) return hasAdmittingIdp(value);
  return RULE.test(trait) && !NO_RULE.test(trait) && nonEmpty(value) !== undefined;
}

/** Whether Python of the user's own may set what the options do not. */
function mayBeSetInPython({ props }: Model): boolean {
  const files = Object.values(props.hub.extraFiles ?? {}).map(({ stringData }) => stringData as unknown);
  return [...Object.values(props.hub.extraConfig ?? {}), ...files].some((text) =>
    text instanceof SecretValue ? true : typeof text === 'string' && /authenticator|allow/i.test(text),
  );
}

/**
 * The authenticator's section, where it is judged. Only one that the user names is: where none is, more values may be to come, such as a
 * file of secrets.
 */
function judgedSection(model: Model): string | undefined {
  const { authenticatorClass, _isUnchecked: isUnchecked } = model.props.authenticator;
  if (!isUnchecked || typeof authenticatorClass !== 'string') return undefined;
  if (mayBeSetInPython(model)) return undefined;
  return DUMMY.includes(authenticatorClass) ? 'DummyAuthenticator' : sectionOf(authenticatorClass);
}

function checkNobody(model: Model, report: Report): void {
  const section = judgedSection(model);
  if (section === undefined || section === 'DummyAuthenticator') return;
  // `JupyterHub.admin_users` is an old name, and is still heard.
  const sections = Object.entries(model.traits).filter(([name]) => /^JupyterHub$|Authenticator$/.test(name));
  if (sections.some(([, traits]) => Object.entries(traits).some(([trait, value]) => admits(trait, value)))) return;
  report(['authenticator', 'authenticatorClass'], `${section} lets nobody in without a rule of who may enter`, {
    mend: `set allow_all, allowed_users or another allow trait of hub.config.${section}`,
  });
}

function checkDummy(model: Model, report: Report): void {
  if (judgedSection(model) !== 'DummyAuthenticator' || nonEmpty(model.traits.DummyAuthenticator?.password)) return;
  report(['authenticator', 'DummyAuthenticator', 'password'], 'is not set');
}

/** OAuthenticator refuses to start with rules about groups whose members it is not told to keep. */
function checkGroups(model: Model, report: Report): void {
  const section = judgedSection(model);
  if (section === undefined || Object.values(model.traits).some((traits) => nonEmpty(traits.manage_groups))) return;
  for (const trait of NEED_MANAGED_GROUPS.filter((one) => nonEmpty(model.traits[section]?.[one]))) {
    report(['authenticator', section, trait], 'needs manage_groups', {
      mend: `set hub.config.${section}.manage_groups to true`,
    });
  }
}

/** Authenticators that let nobody in, or everyone, or do not start. */
export const AUTHENTICATOR_RULES: readonly Rule[] = [
  {
    id: 'access/nobody',
    severity: 'warning',
    title: 'Nobody can log in',
    effect: '',
    mend: '',
    check: checkNobody,
  },
  {
    id: 'access/dummy-without-password',
    severity: 'warning',
    title: 'The dummy authenticator without a password',
    effect: 'the dummy authenticator lets anyone in under any name',
    mend: 'set it, or another authenticator_class',
    check: checkDummy,
  },
  {
    id: 'access/groups-not-managed',
    severity: 'warning',
    title: 'A rule about groups that the authenticator is not told to keep',
    effect: 'the hub does not start',
    mend: '',
    check: checkGroups,
  },
];
