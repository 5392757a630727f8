import { Path } from '../data/maps';
import { camelCase } from '../options/wire/case';
import { SERVER_OPTION_OF_TRAIT } from '../options/spawner/server-traits';
import { CompleteProps } from '../release/installation';

function dotted(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${key}`)).join('');
}

/** The option of a server that sets a trait; the trait among `traits` where there is none. */
function optionOfTrait(trait: string): Path {
  return SERVER_OPTION_OF_TRAIT.get(trait)?.split('.') ?? ['traits', trait];
}

/** The rest of a profile's path: overrides are options of the server itself, and keys are in the words of programs. */
function inProfile([key, ...rest]: Path): Path {
  if (key === undefined) return [];
  if (key === 'kubespawner_override') {
    const [trait, ...below] = rest;
    return trait === undefined ? [] : [...optionOfTrait(String(trait)), ...below];
  }
  // The keys of options and choices are the program's own.
  if (key === 'profile_options') return ['options', ...rest.slice(0, 1), ...inProfile(rest.slice(1))];
  if (key === 'choices') return ['choices', ...rest.slice(0, 1), ...inProfile(rest.slice(1))];
  if (key === 'unlisted_choice' && rest[0] === 'kubespawner_override')
    return ['unlistedChoice', 'traits', ...rest.slice(1)];
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
  if (component === 'hub' && list === 'services' && rest.length)
    return dotted(['hub', 'services', index, camelCase(String(rest[0])), ...rest.slice(1)]);
  if (component === 'authenticator' && path.length > 2)
    return dotted(['authenticator', camelCase(String(index)), ...rest]);
  return dotted(path);
}
