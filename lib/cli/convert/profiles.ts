import { camelCase } from '../../options/wire/case';
import { hasKey, isMap, mapValues, put, setKey, Tree, withoutUndefined } from '../../data/maps';
import { applyOverride, Before, overrideOf } from '../../components/spawner/override';
import { profileList, serverBase } from '../../components/spawner/profiles';
import { spawnerTraits } from '../../components/spawner/configuration';
import { Installation } from '../../release/installation';
import { Profile } from '../../options/spawner/profile';
import { SERVER_OPTION_OF_TRAIT } from '../../options/spawner/server-traits';
import { WireProps } from '../../options/program';
import { memberOf } from '../../options/wire/lookup';
import { Type } from '../../options/wire/option-types';
import { Call } from './code';
import { evaluate } from './evaluate';
import { same } from './same';
import { sayAll } from './typed';

type Props = WireProps & { readonly release: string };

/** The type of an option of a server; undefined where it has none. */
function typeOf(option: readonly string[]): Type | undefined {
  return option.reduce<Type | undefined>(
    (type, key) => (typeof type === 'object' && 'struct' in type ? memberOf(type.struct, key)?.type : undefined),
    { struct: 'ServerProps' },
  );
}

/** What an override adds to a list, or the value itself where it is none or replaces the list. */
function addition(value: unknown, before: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(before)) return value;
  return same(value.slice(0, before.length), before) ? value.slice(before.length) : value;
}

const NOBODY = { prefix: '', files: {}, filesVolume: '', filesSecret: '' };

/** The options that an override sets, as far as they have the same effect; other traits under their own names. */
function server(override: unknown, before: Before): Tree {
  if (!isMap(override)) return {};
  let props: Tree = {};
  const traits: Tree = {};
  for (const [trait, value] of Object.entries(override)) {
    // A profile cannot name claims: KubeSpawner does before it knows the profile.
    const option = trait === 'pvc_name_template' ? undefined : SERVER_OPTION_OF_TRAIT.get(trait)?.split('.');
    const added = addition(value, before.traits[trait]);
    const isSame = (path: readonly string[]) =>
      sayAll(added, typeOf(path)) !== undefined &&
      same(overrideOf({ ...NOBODY, server: put({}, path, added) }, before), { [trait]: value });
    if (option && isSame(option)) props = put(props, option, added);
    else setKey(traits, trait, value);
  }
  return Object.keys(traits).length ? { ...props, traits } : props;
}

/** Keys that a property takes when they are of its type; the others are given as they are. */
function words(wire: Tree, types: Readonly<Record<string, Type>>, taken: readonly string[]): Tree {
  const props: Tree = {};
  const extra: Tree = {};
  for (const [key, value] of Object.entries(wire)) {
    if (taken.includes(key)) continue;
    const isWord = hasKey(types, key) && sayAll(value, types[key]) !== undefined;
    if (isWord) props[camelCase(key)] = value;
    else setKey(extra, key, value);
  }
  return Object.keys(extra).length ? { ...props, extra } : props;
}

/** A map of maps; anything else is given as it is. */
const isMapOfMaps = (value: unknown) => isMap(value) && Object.values(value).every(isMap);

/** The keys of a map that hold what a property cannot say. */
function unsayable(wire: Tree, checks: Record<string, (value: unknown) => boolean>): string[] {
  return Object.keys(checks).filter((key) => hasKey(wire, key) && !checks[key](wire[key]));
}

function taken(wire: Tree, checks: Record<string, (value: unknown) => boolean>): string[] {
  const not = unsayable(wire, checks);
  return Object.keys(checks).filter((key) => !not.includes(key));
}

/** Options that the typed form takes: each has something to choose from, and one default at most. */
const areOptions = (value: unknown) =>
  isMapOfMaps(value) &&
  Object.values(value as Record<string, Tree>).every(({ choices, unlisted_choice: unlisted }) => {
    const all = isMapOfMaps(choices) ? Object.values(choices as Record<string, Tree>) : [];
    const open = isMap(unlisted) && unlisted.enabled === true;
    return (all.length > 0 || open) && all.filter((one) => one.default === true).length <= 1;
  });

const isOverride = (value: unknown) => isMap(value) && Object.keys(value).length > 0;

function choice(wire: Tree, before: Before): Tree {
  const own = taken(wire, { kubespawner_override: isOverride });
  const props = words(wire, { display_name: 'string', default: 'boolean' }, own);
  return { ...props, ...(own.length ? server(wire.kubespawner_override, before) : {}) };
}

function unlistedChoice(wire: Tree): Tree {
  const types: Record<string, Type> = {
    enabled: 'boolean',
    display_name: 'string',
    display_name_in_choices: 'string',
    validation_regex: 'string',
    validation_message: 'string',
  };
  const { kubespawner_override: traits, ...own } = wire;
  return isMap(traits) ? { ...words(own, types, []), traits } : words(wire, types, []);
}

function option(wire: Tree, before: Before): Tree {
  const own = taken(wire, { choices: isMapOfMaps, unlisted_choice: isMap });
  const props = words(wire, { display_name: 'string' }, own);
  return {
    ...props,
    ...(own.includes('choices') && wire.choices
      ? { choices: mapValues(wire.choices as Record<string, Tree>, (own) => choice(own, before)) }
      : {}),
    ...(own.includes('unlisted_choice') && wire.unlisted_choice
      ? { unlistedChoice: unlistedChoice(wire.unlisted_choice as Tree) }
      : {}),
  };
}

/** A profile in the words of its options. A second default is more than they take. */
function profileProps(wire: Tree, afterDefault: boolean, base: Before): Tree {
  const own = [...taken(wire, { kubespawner_override: isOverride, profile_options: areOptions }), 'display_name'];
  const secondDefault = afterDefault && wire.default === true;
  const types: Record<string, Type> = { slug: 'string', description: 'string' };
  const props = words(wire, secondDefault ? types : { ...types, default: 'boolean' }, own);
  const override = own.includes('kubespawner_override') ? wire.kubespawner_override : undefined;
  const before = { ...base, traits: applyOverride(base.traits, override as Tree | undefined) };
  return {
    ...props,
    ...server(override, base),
    ...(own.includes('profile_options') && wire.profile_options
      ? { options: mapValues(wire.profile_options as Record<string, Tree>, (one) => option(one, before)) }
      : {}),
  };
}

/** What a server has in no other way than by the traits of its profile. */
function untyped(props: Tree, wire: Tree): Tree {
  const { slug, description, default: isDefault, extra } = props;
  const { profile_options: options, kubespawner_override: traits } = wire;
  const others = { ...(extra as Tree | undefined), ...(options !== undefined && { profile_options: options }) };
  const own = { slug, description, default: isDefault, traits, extra: Object.keys(others).length ? others : undefined };
  return withoutUndefined(own);
}

/** The options of a program with a call in the place of their profiles; undefined where the call fails. */
function withProfile(props: Props, call: Call): Installation | undefined {
  try {
    const profiles = [evaluate(call) as Profile];
    return new Installation({ ...props, spawner: { ...props.spawner, profiles } });
  } catch {
    return undefined;
  }
}

/** The call that makes a profile of these options; undefined where they have no words for something. */
function profileCall(name: unknown, props: Tree): Call | undefined {
  if (typeof name !== 'string') return undefined;
  const said = sayAll(props, { struct: 'ProfileProps' }) as Tree | undefined;
  return said && new Call('Profile.of', [name, ...(Object.keys(said).length ? [said] : [])]);
}

/**
 * The entries of `profile_list` as the calls that make them: with options of a server where these make the same of all servers, else with traits, else as
 * KubeSpawner reads them; undefined where one has no call at all.
 */
export function profileCalls(props: Props): Call[] | undefined {
  const installation = new Installation(props);
  const entries = profileList(installation);
  const makes = (call: Call, entry: Tree) => {
    const trial = withProfile(props, call);
    return trial && same(profileList(trial), [entry]) && same(spawnerTraits(trial), spawnerTraits(installation));
  };
  const first = entries.findIndex((entry) => entry.default === true);
  const calls = entries.map((entry, index) => {
    const { display_name: name, ...extra } = entry;
    const typed = profileProps(entry, index > first, serverBase(installation));
    const candidates = [typed, untyped(typed, entry), { extra }].map((one) => profileCall(name, one));
    return candidates.find((call) => call && makes(call, entry));
  });
  return calls.every((call) => call !== undefined) ? calls : undefined;
}
