import { entriesOf, isMap, nonEmpty } from '../data/maps';
import { renamedTraits, traitsOf } from '../jupyterhub/classes';
import { NEED_MANAGED_GROUPS } from '../options/authenticator/oauth-rules';
import { authenticatorOf, ConfiguredAuthenticator } from './access/authenticator';
import { PythonTraits, pythonOf } from './access/python';
import { whoGetsIn } from './access/who-gets-in';
import { show } from './lookup';
import { Model } from './model';
import { NOT_STARTING, Report, Rule } from './rule';

/** What is judged: an authenticator of the hub image, and what Python of the user's own may set beside. */
interface Judged {
  readonly authenticator: ConfiguredAuthenticator;
  /** Whether Python may set a trait of it. */
  readonly maySet: (trait: string) => boolean;
}

/**
 * The authenticator, where it is judged. Only one that the user names is: where none is, more values may be to come, such as a file of
 * secrets. Factories have rules of their own.
 */
function judged(model: Model): Judged | undefined {
  const { authenticatorClass, _isUnchecked: isUnchecked } = model.props.authenticator;
  if (!isUnchecked || typeof authenticatorClass !== 'string') return undefined;
  const python: PythonTraits = pythonOf(model);
  const authenticator = authenticatorOf(model.traits);
  if (authenticator === undefined || python.maySet(['JupyterHub'], 'authenticator_class')) return undefined;
  return { authenticator, maySet: (trait) => python.maySet(authenticator.sections, trait) };
}

/** Classes whose own rules let users in, beside JupyterHub's, or that nobody logs in by. */
const OF_THEIR_OWN = ['NullAuthenticator', 'NativeAuthenticator', 'PAMAuthenticator', 'LocalAuthenticator'];

/** A trait by which users or admins enter. */
const RULE = /^(allow|admin_(\w+_)?(users|groups)$|(allowed_)?idps$|manage_groups$|auth_state_groups_key$)|whitelist$/;

function checkNobody(model: Model, report: Report): void {
  const found = judged(model);
  if (!found || found.authenticator.sections.some((section) => OF_THEIR_OWN.includes(section))) return;
  const { authenticator, maySet } = found;
  const rules = [...traitsOf(authenticator.name).keys()].filter((trait) => RULE.test(trait));
  const who = whoGetsIn(model.traits);
  if (!who || who.rules.length || who.admins.length || rules.some(maySet)) return;
  // Whoever says that there is a rule has one of their own.
  if (authenticator.value('any_allow_config') !== undefined) return;
  // Of groups that are not managed another rule tells.
  const groups = ['allowed_groups', 'admin_groups'].some((trait) => authenticator.value(trait) !== undefined);
  if (groups && authenticator.value('manage_groups') === undefined) return;
  const isLimited = authenticator.value('hosted_domain') !== undefined;
  const { name } = authenticator;
  report(['authenticator', 'authenticatorClass'], `${name} lets nobody in without a rule of who may enter`, {
    effect: isLimited
      ? 'hosted_domain keeps others out, and lets nobody in'
      : groups
        ? 'JupyterHub learns no groups of users without auth_state_groups_key'
        : '',
    mend: isLimited
      ? `set allow_all of hub.config.${name} to true for all accounts of the domain`
      : `set allow_all, allowed_users or another allow trait of hub.config.${name}`,
  });
}

function checkDummy(model: Model, report: Report): void {
  const found = judged(model);
  if (found?.authenticator.name !== 'DummyAuthenticator' || found.maySet('password')) return;
  if (found.authenticator.value('password') !== undefined) return;
  report(['authenticator', 'DummyAuthenticator', 'password'], 'is not set');
}

/** OAuthenticator refuses to start with rules about groups whose members it is not told to keep. */
function checkGroups(model: Model, report: Report): void {
  const found = judged(model);
  if (!found?.authenticator.is('OAuthenticator') || found.maySet('manage_groups')) return;
  const { authenticator } = found;
  if (authenticator.value('manage_groups') !== undefined) return;
  for (const trait of [...NEED_MANAGED_GROUPS, 'claim_groups_key']) {
    const set = authenticator.find(trait);
    if (set === undefined || nonEmpty(set.value) === undefined) continue;
    report(['authenticator', set.section, set.name], 'needs manage_groups', {
      mend: `set hub.config.${authenticator.name}.manage_groups to true`,
    });
  }
}

/** Scopes any of which lets GitHub tell of private memberships. */
const ORGANIZATION_SCOPES = ['read:org', 'write:org', 'admin:org'];

function checkOrganizations(model: Model, report: Report): void {
  const found = judged(model);
  const set = found?.authenticator.find('allowed_organizations');
  if (!found || !set || nonEmpty(set.value) === undefined || found.maySet('scope')) return;
  if (found.authenticator.names('scope').some((scope) => ORGANIZATION_SCOPES.includes(scope))) return;
  // Everybody enters all the same.
  if (found.authenticator.find('allow_all')?.value === true) return;
  report(['authenticator', set.section, set.name], 'needs the scope read:org', {
    mend: `add read:org to hub.config.${found.authenticator.name}.scope`,
  });
}

function checkSubgroups(model: Model, report: Report): void {
  const found = judged(model);
  const set = found?.authenticator.find('allowed_gitlab_groups');
  const subgroup = found?.authenticator.names('allowed_gitlab_groups').find((group) => group.includes('/'));
  if (set && subgroup !== undefined)
    report(['authenticator', set.section, set.name], `has the subgroup ${show(subgroup)} by its path`);
}

/** Providers of CILogon: a map by entity id, each with what makes user names. */
function checkProviders(model: Model, report: Report): void {
  const found = judged(model);
  if (found?.authenticator.name !== 'CILogonOAuthenticator') return;
  const set = found.authenticator.find('idps');
  if (set === undefined) {
    const rules = whoGetsIn(model.traits)?.rules ?? [];
    if (rules.length && !found.maySet('idps') && !found.maySet('allowed_idps'))
      report(['authenticator', 'authenticatorClass'], 'has no identity providers', { effect: 'nobody can log in' });
    return;
  }
  const path = ['authenticator', set.section, set.name];
  if (!isMap(set.value)) return report(path, `must be a map by entity id, but is ${show(set.value)}`);
  for (const [here, provider, id] of entriesOf(set.value, path)) {
    if (!/^(https?|urn):/.test(id)) report(here, `${show(id)} is no entity id of CILogon`);
    const username = isMap(provider) ? provider.username_derivation : undefined;
    if (!isMap(username) || typeof username.username_claim !== 'string')
      report(here, 'needs username_derivation with username_claim');
  }
}

/** Traits of earlier versions that are there still, so that the class can refuse them. */
function checkOld(model: Model, report: Report): void {
  for (const section of judged(model)?.authenticator.sections ?? []) {
    for (const trait of Object.keys(model.traits[section] ?? {})) {
      const renamed = renamedTraits(section).get(trait);
      if (!renamed?.refused || !traitsOf(section).has(trait)) continue;
      report(['authenticator', section, trait], `is an old name that ${section} refuses`, {
        mend: `set ${renamed.to}`,
      });
    }
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
    effect: NOT_STARTING,
    mend: '',
    check: checkGroups,
  },
  {
    id: 'access/organizations-without-scope',
    severity: 'warning',
    title: 'Organizations of GitHub without the scope of private memberships',
    effect: 'only public members get in, and nobody by a team',
    mend: '',
    check: checkOrganizations,
  },
  {
    id: 'access/subgroup-by-path',
    severity: 'warning',
    title: 'A subgroup of GitLab by its path',
    effect: 'oauthenticator does not find it, so nobody gets in by it',
    mend: 'give its id',
    check: checkSubgroups,
  },
  {
    id: 'access/identity-providers',
    severity: 'warning',
    title: 'Identity providers that CILogon does not take',
    effect: NOT_STARTING,
    mend: '',
    check: checkProviders,
  },
  {
    id: 'access/old-trait',
    severity: 'warning',
    title: 'A trait of an earlier version that the authenticator refuses',
    effect: NOT_STARTING,
    mend: '',
    check: checkOld,
  },
];
