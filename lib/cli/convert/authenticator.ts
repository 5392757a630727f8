import { Address, callbackProblem } from '../../options/authenticator/callback';
import { RuleKind } from '../../options/authenticator/allow-rule';
import {
  CiLogonIdentityProviderProps,
  identityProviderProps,
  identityProviderTraits,
} from '../../options/authenticator/identity-provider';
import { AuthenticatorKind, COMMON_ALLOW } from '../../options/authenticator/kind';
import { customKind, KINDS } from '../../options/authenticator/kinds';
import { isMap, sortKeys } from '../../data/maps';
import { memberOf } from '../../options/wire/lookup';
import { StructName, Type } from '../../options/wire/option-types';
import { Call } from './code';
import { madeBy, makes } from './evaluate';
import { same } from './same';
import { sayAll } from './typed';

type Traits = Record<string, unknown>;
type Sections = Record<string, Traits>;

/** Rules with names, with the type of these; true is said without one. */
const NAMES: Partial<Record<RuleKind, Type>> = {
  users: { list: 'string' },
  groups: { list: 'string' },
  organizations: { list: 'string' },
  teams: { list: 'string' },
  domains: { list: 'string' },
  scopes: { list: 'string' },
  projects: { list: 'number' },
};

/** Identity providers as the rule takes them; undefined where it cannot say them. */
function providers(value: unknown): unknown {
  if (!isMap(value) || !Object.values(value).every(isMap)) return undefined;
  const props = Object.entries(value as Sections).map(([id, traits]) => [id, identityProviderProps(traits)] as const);
  const said = props.map(([id, own]) => [id, sayAll(own, { struct: 'CiLogonIdentityProviderProps' })] as const);
  const again = props.map(([id, own]) => [id, identityProviderTraits(own as unknown as CiLogonIdentityProviderProps)]);
  const same = JSON.stringify(sortKeys(Object.fromEntries(again))) === JSON.stringify(sortKeys(value));
  return same && said.every(([, one]) => one !== undefined) ? Object.fromEntries(said) : undefined;
}

/** Arguments of a rule; undefined where it cannot say the value. */
function ruleArguments(rule: RuleKind, value: unknown): readonly unknown[] | undefined {
  if (rule === 'identityProviders') {
    const said = providers(value);
    return said === undefined ? undefined : [said];
  }
  const type = NAMES[rule];
  if (type === undefined) return value === true ? [] : undefined;
  return sayAll(value, type) as unknown[] | undefined;
}

/** Classes that let nobody in without a rule; others let everybody in, or those who signed up. */
const NEEDS_RULE = /OAuthenticator$|^LDAPAuthenticator$|^SharedPasswordAuthenticator$/;

function allowCall(rules: Call[], left: Sections, { factory, section }: AuthenticatorKind): Call {
  if (rules.length === 1) return rules[0];
  if (rules.length) return new Call('Allow.anyOf', rules);
  if (factory === 'noAuthenticator') return new Call('Allow.nobody', []);
  if (factory === 'custom' || !NEEDS_RULE.test(section)) return new Call('Allow.byTraits', []);
  const named = Object.values(left).some((traits) => Object.keys(traits).some((trait) => /^allow(ed)?_/.test(trait)));
  return new Call(named ? 'Allow.byTraits' : 'Allow.nobody', []);
}

const COMMON_OPTIONS = { admins: 'admin_users', enableAuthState: 'enable_auth_state', autoLogin: 'auto_login' };

/** What is said in words of the factory, and the traits that remain. */
interface Said {
  readonly options: Traits;
  readonly rules: readonly Call[];
  readonly left: Sections;
}

/** Takes out of the traits what rules and options of the factory can say, but for some of these. */
function take(kind: AuthenticatorKind, config: Sections, without: ReadonlySet<string>): Said {
  const left = Object.fromEntries(Object.entries(config).map(([section, traits]) => [section, { ...traits }]));
  const rules: Call[] = [];
  const options: Traits = {};
  const value = (traits: Traits, trait: string) =>
    kind.conversions?.[trait] ? kind.conversions[trait].toOption(traits[trait]) : traits[trait];
  const takeRules = (traits: Traits = {}, allow: AuthenticatorKind['allow']) => {
    for (const [rule, trait] of Object.entries(allow)) {
      if (without.has(`Allow.${rule}`) || !(trait in traits)) continue;
      const args = ruleArguments(rule as RuleKind, value(traits, trait));
      if (args === undefined) continue;
      rules.push(new Call(`Allow.${rule}`, args));
      delete traits[trait];
    }
  };
  const takeOptions = (traits: Traits = {}, struct: StructName, known: AuthenticatorKind['options']) => {
    for (const [option, trait] of Object.entries(known)) {
      if (without.has(option) || kind.without?.[option] !== undefined || !(trait in traits)) continue;
      const said = sayAll(value(traits, trait), memberOf(struct, option)?.type);
      if (said === undefined) continue;
      options[option] = said;
      delete traits[trait];
    }
  };
  takeRules(left.Authenticator, COMMON_ALLOW);
  takeRules(left[kind.section], kind.allow);
  takeOptions(left.Authenticator, kind.props, COMMON_OPTIONS);
  takeOptions(left[kind.section], kind.props, kind.options);
  if (kind.factory === 'dummy' && options.password === undefined) options.insecure = true;
  return { options, rules, left };
}

/** The call for what is said, with the traits that remain. */
function callOf(kind: AuthenticatorKind, { options, rules, left }: Said): Call {
  const { [kind.section]: traits, ...others } = left;
  const more = Object.entries(others).filter(([, section]) => Object.keys(section).length);
  const all = {
    ...options,
    allow: allowCall([...rules], left, kind),
    ...(traits && Object.keys(traits).length && { traits }),
    ...(more.length && { config: Object.fromEntries(more) }),
  };
  const args = kind.factory === 'custom' ? [kind.authenticatorClass, all] : [all];
  return new Call(`Authenticator.${kind.factory}`, args);
}

/** Without the traits that the factory sets by itself. */
function withoutImplied(kind: AuthenticatorKind, said: Said): Said {
  const implied = madeBy(callOf(kind, { ...said, left: {} }))?._config ?? {};
  const left = Object.entries(said.left).map(([section, traits]) => [
    section,
    Object.fromEntries(Object.entries(traits).filter(([trait, value]) => !same(implied[section]?.[trait], value))),
  ]);
  return { ...said, left: Object.fromEntries(left) as Sections };
}

/** Sets of words to do without, the fewest first: none, one, two. */
function* fewest(words: readonly string[]): Generator<readonly string[]> {
  yield [];
  for (const word of words) yield [word];
  for (const [index, word] of words.entries()) for (const other of words.slice(index + 1)) yield [word, other];
}

/** The call of a factory in as many of its words as it takes; undefined where it takes none. */
function callBy(kind: AuthenticatorKind, config: Sections, never: readonly string[]): Call | undefined {
  const all = take(kind, config, new Set(never));
  const rules = all.rules.map(({ call }) => call);
  for (const without of [...fewest([...rules, ...Object.keys(all.options)]), rules]) {
    const said = take(kind, config, new Set([...never, ...without]));
    // A scope that a rule brings need not be said.
    const { scope, ...others } = said.options;
    const tries = [withoutImplied(kind, { ...said, options: others }), withoutImplied(kind, said), said];
    const call = tries.map((one) => callOf(kind, one)).find((one) => makes(one, kind.authenticatorClass, config));
    if (call) return call;
  }
  return undefined;
}

/**
 * The call that makes an authenticator of a class with traits, in the most telling words there are: the inverse of the factories. What a
 * factory would refuse, or make something else of, is given as traits.
 * @param address where users find the hub; a callback URL that does not lead there is given as a trait, as it would be refused
 */
export function recognizeAuthenticator(authenticatorClass: string, config: Sections, address: Address): Call {
  const custom = customKind(authenticatorClass);
  const kinds = [...KINDS.filter((kind) => kind.authenticatorClass === authenticatorClass), custom];
  const calls = kinds.map((kind) => {
    const url = config[kind.section]?.oauth_callback_url;
    const isRefused = typeof url !== 'string' || callbackProblem(url, address) !== undefined;
    return callBy(kind, config, isRefused ? ['callbackUrl'] : []);
  });
  return calls.find((call) => call !== undefined) ?? callOf(custom, { options: {}, rules: [], left: config });
}
