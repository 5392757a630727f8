import { applyOverrides } from './overrides';
import { format } from './python/format';
import { Option, Profile, readProfiles, withValue } from './profiles';
import { SpawnError } from './spawn-error';
import { Spawner } from './spawner';

/** What a user chose: `profile` with a slug, the name of an option with that of a choice, `OPTION--unlisted-choice` with a value. */
export type UserOptions = Readonly<Record<string, string>>;

/** Python knows one notation of a regular expression that JavaScript does not. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern.replace(/\(\?P</g, '(?<').replace(/\\Z/g, '$')})`, 'u').test(value);
  } catch {
    return true;
  }
}

/** A field that is not the value stays as it is. */
function fillIn(template: string, value: string): string {
  return format(template, (name) => (name === 'value' ? value : `{${name}}`));
}

function overridesOf(option: Option, options: UserOptions): unknown {
  const value = options[`${option.name}--unlisted-choice`];
  const chosen = options[option.name];
  if (value) {
    if (!option.unlisted) throw new SpawnError(`the option ${option.name} takes no value beside its choices`);
    const { pattern, overrides } = option.unlisted;
    if (pattern !== undefined && !matches(pattern, value)) {
      throw new SpawnError(`${JSON.stringify(value)} does not match the validation_regex of the option ${option.name}`);
    }
    return withValue(overrides, value, fillIn);
  }
  const choice = option.choices.find(({ name, isDefault }) => (chosen ? name === chosen : isDefault));
  if (choice) return choice.overrides;
  throw new SpawnError(
    chosen
      ? `the option ${option.name} has no choice ${chosen}`
      : `the option ${option.name} has no default: it has no choices`,
  );
}

function profileOf(profiles: readonly Profile[], slug: string | undefined): Profile {
  const profile = profiles.find((one) => (slug ? one.slug === slug : one.isDefault));
  if (profile) return profile;
  throw new SpawnError(`no profile has the slug ${slug}; there are ${profiles.map((one) => one.slug).join(', ')}`);
}

/**
 * Applies the profile that a user chose, or the default one, with its options.
 * @throws SpawnError where KubeSpawner would start no server
 */
export function applyChoice(spawner: Spawner, options: UserOptions): void {
  const profiles = readProfiles(spawner.get('profile_list'));
  if (!profiles.length) return;
  const profile = profileOf(profiles, options.profile);
  if (profile.displayName === undefined) throw new SpawnError(`the profile ${profile.slug} has no display_name`);
  applyOverrides(spawner, profile.overrides);
  for (const option of profile.options) applyOverrides(spawner, overridesOf(option, options));
}
