import { matchesHosts } from '../../options/authenticator/callback';
import {
  CiLogonIdentityProviderProps,
  identityProviderProblem,
  identityProviderProps,
  identityProviderTraits,
} from '../../options/authenticator/identity-provider';
import { AuthenticatorKind, COMMON_ALLOW, customKind, KINDS } from '../../options/authenticator/kinds';
import { isMap, nonEmpty, sortKeys } from '../../data/maps';
import { memberOf } from '../../options/wire/lookup';
import { StructName, Type } from '../../options/wire/option-types';
import { Call } from './code';
import { makes } from './evaluate';
import { sayAll } from './typed';

type Traits = Record<string, unknown>;
type Sections = Record<string, Traits>;

/** Rules by their trait, with the type of their values; true is said without one. */
const RULES: Record<string, Type> = {
  users: { list: 'string' },
  groups: { list: 'string' },
  organizations: { list: 'string' },
  teams: { list: 'string' },
  domains: { list: 'string' },
  projects: { list: 'number' },
};

/** Identity providers as the rule takes them; undefined where it cannot say them. */
function providers(value: unknown): unknown {
  if (!isMap(value) || !Object.values(value).every(isMap)) return undefined;
  const props = Object.entries(value as Sections).map(([id, traits]) => [id, identityProviderProps(traits)] as const);
  const said = props.map(([id, own]) => [id, sayAll(own, { struct: 'CiLogonIdentityProviderProps' })] as const);
  const again = props.map(([id, own]) => [id, identityProviderTraits(own as unknown as CiLogonIdentityProviderProps)]);
  const same = JSON.stringify(sortKeys(Object.fromEntries(again))) === JSON.stringify(sortKeys(value));
  const isComplete = props.every(
    ([, own]) => identityProviderProblem(own as unknown as CiLogonIdentityProviderProps) === undefined,
  );
  return same && isComplete && said.every(([, one]) => one !== undefined) ? Object.fromEntries(said) : undefined;
}

/** Arguments of a rule; undefined where it cannot say the value. */
function ruleArguments(rule: string, value: unknown): readonly unknown[] | undefined {
  if (rule === 'identityProviders') {
    const said = providers(value);
    return said === undefined ? undefined : [said];
  }
  if (!(rule in RULES)) return value === true ? [] : undefined;
  return sayAll(value, RULES[rule]) as unknown[] | undefined;
}

/** Takes out of the traits what rules can say, and says it. */
function takeRules(traits: Traits, rules: Readonly<Record<string, string>>): Call[] {
  return Object.entries(rules).flatMap(([rule, trait]) => {
    if (!(trait in traits)) return [];
    const args = ruleArguments(rule, traits[trait]);
    if (args === undefined) return [];
    delete traits[trait];
    return [new Call(`Allow.${rule}`, args)];
  });
}

/** Classes that let nobody in without a rule; others let everybody in, or those who signed up. */
const NEEDS_RULE = /OAuthenticator$|^LDAPAuthenticator$|^SharedPasswordAuthenticator$/;

function allowCall(rules: Call[], left: Sections, { factory, section }: AuthenticatorKind): Call {
  if (rules.length === 1) return rules[0];
  if (rules.length) return new Call('Allow.anyOf', rules);
  if (factory === 'custom' || !NEEDS_RULE.test(section)) return new Call('Allow.byTraits', []);
  const named = Object.values(left).some((traits) => Object.keys(traits).some((trait) => /^allow(ed)?_/.test(trait)));
  return new Call(named ? 'Allow.byTraits' : 'Allow.nobody', []);
}

/** Takes out of the traits what options can say, and says it. */
function takeOptions(traits: Traits, struct: StructName, options: Readonly<Record<string, string>>): Traits {
  const props: Traits = {};
  for (const [option, trait] of Object.entries(options)) {
    if (!(trait in traits)) continue;
    const said = sayAll(traits[trait], memberOf(struct, option)?.type);
    if (said === undefined) continue;
    props[option] = said;
    delete traits[trait];
  }
  return props;
}

const COMMON_OPTIONS = { admins: 'admin_users', enableAuthState: 'enable_auth_state', autoLogin: 'auto_login' };

function optionsOf(
  { without = [] }: AuthenticatorKind,
  options: AuthenticatorKind['options'],
): AuthenticatorKind['options'] {
  return Object.fromEntries(Object.entries(options).filter(([option]) => !without.includes(option)));
}

/** Whether the factory takes it: CILogon's refuses to be without a provider. */
function isTaken({ factory, section }: AuthenticatorKind, config: Sections): boolean {
  const { idps, allowed_idps: oldIdps } = config[section] ?? {};
  return factory !== 'ciLogon' || isMap(idps) || (idps === undefined && isMap(oldIdps));
}

function kindOf(authenticatorClass: string, config: Sections): AuthenticatorKind {
  const known = KINDS.find((kind) => kind.authenticatorClass === authenticatorClass && isTaken(kind, config));
  return known ?? customKind(authenticatorClass);
}

/**
 * Takes out of the traits what options about groups imply.
 * @returns what those options cannot say, as they would imply what nobody said
 */
function takeManagedGroups(own: Traits, all: Sections, { needManagedGroups = [] }: AuthenticatorKind): Traits {
  const named = needManagedGroups.filter((trait) => nonEmpty(own[trait]) !== undefined);
  if (named.length && own.manage_groups === true && Object.values(all).filter(saysManagedGroups).length === 1) {
    delete own.manage_groups;
    return {};
  }
  if (Object.values(all).some((traits) => traits !== own && saysManagedGroups(traits))) return {};
  const kept = Object.fromEntries(named.map((trait) => [trait, own[trait]]));
  named.forEach((trait) => delete own[trait]);
  return kept;
}

/** Takes out of the traits what rules imply. */
function takeAllowAll(
  common: Traits,
  own: Traits,
  { isOpenByDefault, restrictions = [], allow }: AuthenticatorKind,
): void {
  const isOpen = restrictions.some((rule) => nonEmpty(own[allow[rule]]) !== undefined);
  const isClosed = isOpenByDefault && nonEmpty(common.allowed_users) === undefined;
  if (isOpen ? common.allow_all === true : isClosed && common.allow_all === false) delete common.allow_all;
}

const saysManagedGroups = (traits: Traits) => 'manage_groups' in traits;

/** Rules that are said in words of the traits. */
const NO_RULES: Readonly<Record<string, string>> = {};

/**
 * The call that makes an authenticator of a class with traits, in the most telling words there are: the inverse of the factories. One
 * that would make another authenticator, or none, is passed over.
 * @param hosts host names that users type; a callback URL of another host is given as a trait, as the factories refuse it
 */
export function recognizeAuthenticator(authenticatorClass: string, config: Sections, hosts: readonly string[]): Call {
  const kind = kindOf(authenticatorClass, config);
  const custom = customKind(authenticatorClass);
  const calls = [
    () => callOf(kind, config, hosts),
    () => callOf({ ...kind, allow: NO_RULES }, config, hosts, NO_RULES),
    () => callOf(custom, config, hosts),
  ];
  for (const call of calls.map((candidate) => candidate())) {
    if (makes(call, authenticatorClass, config)) return call;
  }
  return callOf({ ...custom, allow: NO_RULES }, config, hosts, NO_RULES);
}

/** The call of a factory for traits. */
function callOf(
  kind: AuthenticatorKind,
  config: Sections,
  hosts: readonly string[],
  commonRules: Readonly<Record<string, string>> = COMMON_ALLOW,
): Call {
  const left: Sections = Object.fromEntries(
    Object.entries(config).map(([section, traits]) => [section, { ...traits }]),
  );
  const common = left.Authenticator ?? {};
  const own = left[kind.section] ?? {};
  const groups = takeManagedGroups(own, left, kind);
  if (commonRules !== NO_RULES) takeAllowAll(common, own, kind);
  const rules = [...takeRules(common, commonRules), ...takeRules(own, kind.allow)];
  const props = {
    ...takeOptions(common, kind.props, optionsOf(kind, COMMON_OPTIONS)),
    ...takeOptions(own, kind.props, optionsOf(kind, kind.options)),
  };
  Object.assign(own, groups);
  const allow = allowCall(rules, left, kind);
  if (kind.factory === 'dummy' && props.password === undefined) props.insecure = true;
  if (typeof props.callbackUrl === 'string' && !matchesHosts(props.callbackUrl, hosts)) {
    own.oauth_callback_url = props.callbackUrl;
    delete props.callbackUrl;
  }
  if (props.userdataUrl && props.userdataFromIdToken === true) {
    own.userdata_from_id_token = true;
    delete props.userdataFromIdToken;
  }
  const { [kind.section]: traits, ...others } = left;
  const more = Object.entries(others).filter(([, section]) => Object.keys(section).length);
  const all = {
    ...props,
    allow,
    ...(traits && Object.keys(traits).length && { traits }),
    ...(more.length && { config: Object.fromEntries(more) }),
  };
  const args = kind.factory === 'custom' ? [kind.authenticatorClass, all] : [all];
  return new Call(`Authenticator.${kind.factory}`, args);
}
