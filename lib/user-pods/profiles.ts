import { keysAsGiven } from '../data/key-order';
import { hasKey, isMap, mapValues, Path, Tree } from '../data/maps';
import { isTrue } from './python/text';
import { slugify } from './slugify';
import { SpawnError } from './spawn-error';

/** A choice of an option, as KubeSpawner reads it. */
export interface Choice {
  readonly name: string;
  readonly isDefault: boolean;
  /** Unread: what is wrong there matters to whom takes it. */
  readonly overrides: unknown;
}

export interface Option {
  readonly name: string;
  readonly choices: readonly Choice[];
  /** What a value of the user's own overrides; undefined where there can be none. */
  readonly unlisted?: { readonly overrides: unknown; readonly pattern?: string };
}

export interface Profile {
  readonly slug: string;
  readonly displayName: unknown;
  readonly isDefault: boolean;
  readonly overrides: unknown;
  readonly options: readonly Option[];
}

/** A map of a profile; an absent one counts as empty. */
function mapAt(map: Tree, key: string, path: Path): Tree {
  const value = hasKey(map, key) ? map[key] : {};
  if (!isMap(value)) throw new SpawnError('must be a map', [...path, key]);
  return value;
}

function overridesIn(map: Tree): unknown {
  return hasKey(map, 'kubespawner_override') ? map.kubespawner_override : {};
}

function toChoice(name: string, choice: unknown, path: Path): Choice {
  if (!isMap(choice)) throw new SpawnError('must be a map', path);
  return { name, isDefault: isTrue(choice.default), overrides: overridesIn(choice) };
}

function toOption(name: string, option: unknown, path: Path): Option {
  if (!isMap(option)) throw new SpawnError('must be a map', path);
  const named = isTrue(option.choices) ? mapAt(option, 'choices', path) : {};
  const choices = keysAsGiven(named).map((choice) => toChoice(choice, named[choice], [...path, 'choices', choice]));
  const unlisted = mapAt(option, 'unlisted_choice', path);
  return {
    name,
    choices: choices.some(({ isDefault }) => isDefault)
      ? choices
      : choices.map((choice, index) => ({ ...choice, isDefault: index === 0 })),
    ...(isTrue(unlisted.enabled) && {
      unlisted: {
        overrides: overridesIn(unlisted),
        pattern: isTrue(unlisted.validation_regex) ? String(unlisted.validation_regex) : undefined,
      },
    }),
  };
}

function slugOf(profile: Tree, path: Path): string {
  if (hasKey(profile, 'slug')) return String(profile.slug);
  if (typeof profile.display_name !== 'string') throw new SpawnError('must be a string', [...path, 'display_name']);
  const slug = slugify(profile.display_name);
  if (slug === undefined) throw new SpawnError('the slug of its display_name is not known; give it a slug', path);
  return slug;
}

function toProfile(profile: unknown, path: Path): Profile {
  if (!isMap(profile)) throw new SpawnError('must be a map', path);
  const options = mapAt(profile, 'profile_options', path);
  return {
    slug: slugOf(profile, path),
    displayName: profile.display_name,
    isDefault: isTrue(profile.default),
    overrides: overridesIn(profile),
    options: keysAsGiven(options).map((name) => toOption(name, options[name], [...path, 'profile_options', name])),
  };
}

/**
 * The profiles of `KubeSpawner.profile_list`. The first one is the default where none says that it is, and so is an option's first choice.
 * @throws SpawnError where KubeSpawner cannot read one of them, and starts no server at all
 */
export function readProfiles(list: unknown): readonly Profile[] {
  if (!Array.isArray(list)) return [];
  const profiles = list.map((profile, index) => toProfile(profile, ['profile_list', index]));
  return profiles.some(({ isDefault }) => isDefault)
    ? profiles
    : profiles.map((profile, index) => ({ ...profile, isDefault: index === 0 }));
}

/** The fields of an unlisted choice's overrides filled in; only the value is known, and all others stay. */
export function withValue(
  overrides: unknown,
  value: string,
  fill: (template: string, value: string) => string,
): unknown {
  const fillAll = (item: unknown): unknown => {
    if (typeof item === 'string') return fill(item, value);
    if (Array.isArray(item)) return item.map(fillAll);
    if (!isMap(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([key, below]) => [fill(key, value), fillAll(below)]));
  };
  return isMap(overrides) ? mapValues(overrides, fillAll) : overrides;
}
