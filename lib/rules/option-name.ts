import { Path } from '../data/maps';
import { camelCase } from '../options/wire/case';
import { CompleteProps } from '../release/installation';

/** Traits of an override that have their place among the options of a server. */
const SERVER_OPTIONS: Readonly<Record<string, string>> = {
  cpu_guarantee: 'cpu.guarantee',
  cpu_limit: 'cpu.limit',
  mem_guarantee: 'memory.guarantee',
  mem_limit: 'memory.limit',
};

function dotted(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${key}`)).join('');
}

/** The rest of a profile's path: overrides are options of the server itself, and keys are in the words of programs. */
function inProfile([key, ...rest]: Path): Path {
  if (key === undefined) return [];
  if (key === 'kubespawner_override') {
    const [trait, ...below] = rest;
    return trait === undefined ? [] : [SERVER_OPTIONS[trait] ?? camelCase(String(trait)), ...below];
  }
  // The keys of options and choices are the program's own.
  if (key === 'profile_options') return ['options', ...rest.slice(0, 1), ...inProfile(rest.slice(1))];
  if (key === 'choices') return ['choices', ...rest.slice(0, 1), ...inProfile(rest.slice(1))];
  if (key === 'unlisted_choice') return ['unlistedChoice', ...rest.map((one) => camelCase(String(one)))];
  return [typeof key === 'string' ? camelCase(key) : key, ...rest];
}

/** The name of an option as a program writes it: `spawner.profiles[1] (Large).memory.limit`. */
export function optionName(path: Path, props: Pick<CompleteProps, 'spawner'>): string {
  const [component, list, index, ...rest] = path;
  if (component === 'spawner' && list === 'profiles' && typeof index === 'number') {
    const profile = props.spawner.profiles?.[index];
    const own = inProfile(rest);
    return `spawner.profiles[${index}]${profile ? ` (${profile.displayName})` : ''}${own.length ? `.${dotted(own)}` : ''}`;
  }
  if (component === 'authenticator' && path.length > 2)
    return dotted(['authenticator', camelCase(String(index)), ...rest]);
  return dotted(path);
}
