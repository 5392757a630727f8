import { camelCase } from '../../options/wire/case';
import { isMap, mapValues, Tree } from '../../data/maps';
import { memberOf } from '../../options/wire/lookup';
import { Type } from '../../options/wire/option-types';
import { Call } from './code';
import { sayAll } from './typed';

/** The type of a typed trait. The typed form refuses mounts that lose the home; the chart does not. */
function traitType(name: string): Type | undefined {
  return name === 'volumeMounts' ? undefined : memberOf('SpawnerTraits', name)?.type;
}

const CPU_AND_MEMORY: Record<string, readonly ['cpu' | 'memory', string]> = {
  cpu_guarantee: ['cpu', 'guarantee'],
  cpu_limit: ['cpu', 'limit'],
  mem_guarantee: ['memory', 'guarantee'],
  mem_limit: ['memory', 'limit'],
};

function typeOf([part, member]: readonly ['cpu' | 'memory', string]): Type | undefined {
  return memberOf(part === 'cpu' ? 'CpuProps' : 'MemoryProps', member)?.type;
}

/** The traits of an override as properties. */
function server(override: unknown): Tree {
  if (!isMap(override)) return {};
  const props: Tree = {};
  const traits: Tree = {};
  for (const [trait, value] of Object.entries(override)) {
    const part = CPU_AND_MEMORY[trait];
    const name = camelCase(trait);
    const said = sayAll(value, part ? typeOf(part) : traitType(name));
    if (said === undefined) traits[trait] = value;
    else if (part) props[part[0]] = { ...(props[part[0]] as Tree | undefined), [part[1]]: said };
    else props[name] = said;
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

function choice(wire: Tree): Tree {
  const own = taken(wire, { kubespawner_override: isOverride });
  const props = words(wire, { display_name: 'string', default: 'boolean' }, own);
  return { ...props, ...(own.length ? server(wire.kubespawner_override) : {}) };
}

function unlistedChoice(wire: Tree): Tree {
  const types: Record<string, Type> = {
    enabled: 'boolean',
    display_name: 'string',
    display_name_in_choices: 'string',
    validation_regex: 'string',
    validation_message: 'string',
    kubespawner_override: { map: 'any' },
  };
  return words(wire, types, []);
}

function option(wire: Tree): Tree {
  const own = taken(wire, { choices: isMapOfMaps, unlisted_choice: isMap });
  const props = words(wire, { display_name: 'string' }, own);
  return {
    ...props,
    ...(own.includes('choices') && wire.choices
      ? { choices: mapValues(wire.choices as Record<string, Tree>, choice) }
      : {}),
    ...(own.includes('unlisted_choice') && wire.unlisted_choice
      ? { unlistedChoice: unlistedChoice(wire.unlisted_choice as Tree) }
      : {}),
  };
}

/** The entries of `profile_list` as the calls that make them. A second default is more than the typed form takes. */
export function profileCalls(list: readonly Tree[]): Call[] {
  const first = list.findIndex((profile) => profile.default === true);
  return list.map((profile, index) => profileCall(profile, index > first));
}

function profileCall(wire: Tree, afterDefault: boolean): Call {
  const own = [...taken(wire, { kubespawner_override: isOverride, profile_options: areOptions }), 'display_name'];
  const secondDefault = afterDefault && wire.default === true;
  const types: Record<string, Type> = { slug: 'string', description: 'string' };
  const props = words(wire, secondDefault ? types : { ...types, default: 'boolean' }, own);
  const all = {
    ...props,
    ...(own.includes('kubespawner_override') ? server(wire.kubespawner_override) : {}),
    ...(own.includes('profile_options') && wire.profile_options
      ? { options: mapValues(wire.profile_options as Record<string, Tree>, option) }
      : {}),
  };
  return new Call('Profile.of', [String(wire.display_name), ...(Object.keys(all).length ? [all] : [])]);
}
