import { matchesHosts } from '../../authenticator/callback';
import { AuthenticatorKind, COMMON_ALLOW, KINDS, TraitKind } from '../../authenticator/kinds';
import { isMap } from '../../kubernetes/complete';
import { SecretValue } from '../../kubernetes/secret-value';
import { Call } from './code';

type Traits = Record<string, unknown>;
type Sections = Record<string, Traits>;

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function fits(value: unknown, kind: TraitKind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'texts':
      return isTexts(value);
    case 'map':
      return isMap(value);
    case 'secret':
      return value instanceof SecretValue;
    case 'any':
      return value !== null;
    default:
      return typeof value === kind;
  }
}

/** Rules by their trait, with the test that their values pass. */
const RULES: Record<string, (value: unknown) => boolean> = {
  all: (value) => value === true,
  users: isTexts,
  existingUsers: (value) => value === true,
  groups: isTexts,
  organizations: isTexts,
  teams: isTexts,
  domains: isTexts,
  projects: (value) => Array.isArray(value) && value.every((item) => typeof item === 'number'),
  identityProviders: isMap,
};

/** Takes out of the traits what rules can say, and says it. */
function takeRules(traits: Traits, rules: Readonly<Record<string, string>>): Call[] {
  return Object.entries(rules).flatMap(([rule, trait]) => {
    const value = traits[trait];
    if (value === undefined || !RULES[rule](value)) return [];
    delete traits[trait];
    const args = value === true ? [] : isMap(value) ? [value] : (value as unknown[]);
    return [new Call(`Allow.${rule}`, args)];
  });
}

function allowCall(rules: Call[], left: Sections): Call {
  if (rules.length === 1) return rules[0];
  if (rules.length) return new Call('Allow.anyOf', rules);
  const named = Object.values(left).some((traits) => Object.keys(traits).some((trait) => /^allow(ed)?_/.test(trait)));
  return new Call(named ? 'Allow.byTraits' : 'Allow.nobody', []);
}

/** Takes out of the traits what options can say, and says it. */
function takeOptions(traits: Traits, options: AuthenticatorKind['options']): Traits {
  const props: Traits = {};
  for (const [option, { trait, kind }] of Object.entries(options)) {
    if (!(trait in traits) || !fits(traits[trait], kind)) continue;
    props[option] = traits[trait];
    delete traits[trait];
  }
  return props;
}

const COMMON_OPTIONS: AuthenticatorKind['options'] = {
  admins: { trait: 'admin_users', kind: 'texts' },
  enableAuthState: { trait: 'enable_auth_state', kind: 'boolean' },
  autoLogin: { trait: 'auto_login', kind: 'boolean' },
};

function kindOf(authenticatorClass: string): AuthenticatorKind {
  const known = KINDS.find((kind) => kind.authenticatorClass === authenticatorClass);
  const section = authenticatorClass.split('.').pop() ?? authenticatorClass;
  return known ?? { factory: 'custom', authenticatorClass, section, options: {}, allow: { groups: 'allowed_groups' } };
}

/**
 * The call that makes an authenticator of a class with traits, in the most telling words there are: the inverse of the factories.
 * @param hosts host names that users type; a callback URL of another host is given as a trait, as the factories refuse it
 */
export function recognizeAuthenticator(authenticatorClass: string, config: Sections, hosts: readonly string[]): Call {
  const kind = kindOf(authenticatorClass);
  const left: Sections = Object.fromEntries(
    Object.entries(config).map(([section, traits]) => [section, { ...traits }]),
  );
  const common = left.Authenticator ?? {};
  const own = left[kind.section] ?? {};
  const rules = [...takeRules(common, COMMON_ALLOW), ...takeRules(own, kind.allow)];
  const props = { ...takeOptions(common, COMMON_OPTIONS), ...takeOptions(own, kind.options) };
  const allow = allowCall(rules, left);
  if (kind.factory === 'dummy' && props.password === undefined) props.insecure = true;
  if (typeof props.callbackUrl === 'string' && !matchesHosts(props.callbackUrl, hosts)) {
    own.oauth_callback_url = props.callbackUrl;
    delete props.callbackUrl;
  }
  const { [kind.section]: traits, ...others } = left;
  const more = Object.entries(others).filter(([, section]) => Object.keys(section).length);
  const all = {
    ...props,
    allow,
    ...(traits && Object.keys(traits).length && { traits }),
    ...(more.length && { config: Object.fromEntries(more) }),
  };
  const args = kind.factory === 'custom' ? [authenticatorClass, all] : [all];
  return new Call(`Authenticator.${kind.factory}`, args);
}
