import { isMap, nonEmpty, Tree, withoutUndefined } from '../../data/maps';
import { Allow } from './allow';
import { RuleKind } from './allow-rule';
import { AuthenticatorKind, COMMON_ALLOW, Draft } from './kind';
import { outsidePattern, refuseUserNames } from './user-names';
import { AuthenticatorProps } from './props';

/** Traits by class. */
export type Sections = Record<string, Tree>;

/** The values of one kind of rule together: lists after one another, maps over one another. */
function together(before: unknown, value: unknown): unknown {
  if (Array.isArray(before)) return [...new Set([...(before as unknown[]), ...(value as unknown[])])];
  return isMap(before) && isMap(value) ? { ...before, ...value } : value;
}

/** The rules of a kind as one each. */
function mergedRules(kind: AuthenticatorKind, allow: Allow): Map<RuleKind, unknown> {
  const merged = new Map<RuleKind, unknown>();
  for (const { kind: rule, value } of allow._rules) {
    if (!(rule in COMMON_ALLOW) && kind.allow[rule] === undefined) {
      const known = [...Object.keys(COMMON_ALLOW), ...Object.keys(kind.allow), 'nobody'];
      throw new Error(
        `${kind.factory} knows no Allow.${rule}; it knows ${known.map((name) => `Allow.${name}`).join(', ')}`,
      );
    }
    if (rule === 'scopes' && merged.has(rule))
      throw new Error(`${kind.factory}: Allow.scopes is there twice, and JupyterHub would ask for all of both`);
    merged.set(rule, together(merged.get(rule), value));
  }
  return merged;
}

function toTrait({ conversions = {} }: AuthenticatorKind, trait: string, value: unknown): unknown {
  return trait in conversions && value !== undefined ? conversions[trait].toTrait(value as never) : value;
}

/** Who of `Authenticator`'s own rules enters. */
function commonTraits(kind: AuthenticatorKind, { rules, byTraits, admins }: Draft): Tree {
  const entries = Object.entries(COMMON_ALLOW) as [RuleKind, string][];
  const named = entries.filter(([rule]) => rules.has(rule)).map(([rule, trait]) => [trait, rules.get(rule)]);
  const opens = kind.impliesAll?.some((rule) => rules.has(rule));
  const common: Tree = { ...Object.fromEntries(named), ...(opens && { allow_all: true }) };
  if (byTraits) return common;
  // Most classes let an admin in only by a rule that lets all, named or existing users in.
  if (!kind.admitsAdmins && admins.length && !named.length) {
    return { ...common, allowed_users: admins, allow_existing_users: false };
  }
  const isClosed = 'allow_all' in common || 'allowed_users' in common;
  return kind.isOpenByDefault && !isClosed ? { ...common, allow_all: false } : common;
}

/** Sections with more traits over them. */
function over(sections: Sections, more: Sections): Sections {
  const merged = { ...sections };
  for (const [section, traits] of Object.entries(more)) merged[section] = { ...merged[section], ...traits };
  return merged;
}

function refuseAdmins(admins: readonly string[], { rules, traits }: Draft): void {
  refuseUserNames('admins', admins);
  const names = [...admins, ...((rules.get('users') ?? []) as string[])];
  const [outside] = outsidePattern(names, traits.username_pattern);
  if (outside !== undefined)
    throw new Error(
      `the user name ${outside} does not match username_pattern ${String(traits.username_pattern)}, so the hub would not start`,
    );
}

/**
 * The traits that a factory's options and rules stand for.
 * @throws where they contradict each other, or nobody could log in
 */
export function sectionsOf(kind: AuthenticatorKind, props: AuthenticatorProps & Tree): Sections {
  const { allow, admins = [], enableAuthState, autoLogin, traits = {}, config = {}, ...options } = props;
  const rules = mergedRules(kind, allow);
  const own: Tree = {};
  for (const [option, value] of Object.entries(options)) {
    const trait = kind.options[option] ?? option;
    own[trait] = toTrait(kind, trait, value);
  }
  for (const [rule, trait] of Object.entries(kind.allow)) {
    if (rules.has(rule as RuleKind)) own[trait] = toTrait(kind, trait, rules.get(rule as RuleKind));
  }
  const given = withoutUndefined(own);
  const beside = Object.assign({}, ...Object.values(config as Sections), traits) as Tree;
  const draft: Draft = { rules, byTraits: allow._byTraits, admins, own: given, traits: { ...given, ...beside } };
  refuseAdmins(admins, draft);
  const common = withoutUndefined({
    admin_users: props.admins,
    enable_auth_state: enableAuthState,
    auto_login: autoLogin,
    ...commonTraits(kind, draft),
  });
  const classTraits = withoutUndefined({ ...given, ...kind.complete?.(draft), ...traits });
  const made = over({ Authenticator: common, [kind.section]: classTraits }, config as Sections);
  return Object.fromEntries(Object.entries(made).filter(([section, all]) => nonEmpty(all) ?? config?.[section]));
}
