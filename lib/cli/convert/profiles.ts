import { camelCase } from '../../options/wire/case';
import { isMap, mapValues, put, sortKeys, Tree, withoutUndefined } from '../../data/maps';
import { applyOverride, Before, overrideOf } from '../../components/spawner/override';
import { profileList, serverBase } from '../../components/spawner/profiles';
import { spawnerTraits } from '../../components/spawner/configuration';
import { Installation } from '../../release/installation';
import { Profile } from '../../options/spawner/profile';
import { ProfileProps } from '../../options/spawner/profile-props';
import { SERVER_OPTION_OF_TRAIT } from '../../options/spawner/server-traits';
import { WireProps } from '../../options/program';
import { memberOf } from '../../options/wire/lookup';
import { Type } from '../../options/wire/option-types';
import { Wire } from '../../kubernetes/wire';
import { Call } from './code';
import { say, sayAll } from './typed';

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
    else traits[trait] = value;
  }
  return Object.keys(traits).length ? { ...props, traits } : props;
}

/** Keys that a property takes when they are of its type; the others are given as they are. */
function words(wire: Tree, types: Record<string, Type>, taken: readonly string[]): Tree {
  const props: Tree = {};
  const extra: Tree = {};
  for (const [key, value] of Object.entries(wire)) {
    if (taken.includes(key)) continue;
    if (key in types && sayAll(value, types[key]) !== undefined) props[camelCase(key)] = value;
    else extra[key] = value;
  }
  return Object.keys(extra).length ? { ...props, extra } : props;
}

/** A map of maps; anything else is given as it is. */
const isMapOfMaps = (value: unknown) => isMap(value) && Object.values(value).every(isMap);

/** The keys of a map that hold what a property cannot say. */
function unsayable(wire: Tree, checks: Record<string, (value: unknown) => boolean>): string[] {
  return Object.keys(checks).filter((key) => key in wire && !checks[key](wire[key]));
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

/** The entries of `profile_list` as the calls that make them: with options of a server where these make the same of all servers. */
export function profileCalls(props: WireProps & { readonly release: string }): Call[] {
  const installation = new Installation(props);
  const profiles = installation.props.spawner.profiles ?? [];
  const entries = profileList(installation);
  const first = entries.findIndex((entry) => entry.default === true);
  return entries.map((entry, index) => {
    const { displayName } = profiles[index];
    const all = profileProps(entry, index > first, serverBase(installation));
    const trial = new Installation({
      ...props,
      spawner: { ...props.spawner, profiles: [Profile._ofWire(displayName, all as Wire<ProfileProps>)] },
    });
    const isSame = same(profileList(trial), [entry]) && same(spawnerTraits(trial), spawnerTraits(installation));
    const { said } = say(isSame ? all : untyped(all, entry), { struct: 'ProfileProps' });
    const options = said as Tree;
    return new Call('Profile.of', [displayName, ...(Object.keys(options).length ? [options] : [])]);
  });
}

const same = (a: unknown, b: unknown) => JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));
