import { hasKey, isMap, mapValues, Tree } from '../data/maps';
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
function mapAt(map: Tree, key: string, where: string): Tree {
  const value = hasKey(map, key) ? map[key] : {};
  if (!isMap(value)) throw new SpawnError(`${where}.${key} must be a map`);
  return value;
}

function overridesIn(map: Tree): unknown {
  return hasKey(map, 'kubespawner_override') ? map.kubespawner_override : {};
}

function toChoice(name: string, choice: unknown, where: string): Choice {
  if (!isMap(choice)) throw new SpawnError(`${where} must be a map`);
  return { name, isDefault: isTrue(choice.default), overrides: overridesIn(choice) };
}

function toOption(name: string, option: unknown, where: string): Option {
  if (!isMap(option)) throw new SpawnError(`${where} must be a map`);
  const named = isTrue(option.choices) ? mapAt(option, 'choices', where) : {};
  const choices = Object.entries(named).map(([choice, value]) => toChoice(choice, value, `${where}.choices.${choice}`));
  const unlisted = mapAt(option, 'unlisted_choice', where);
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

function slugOf(profile: Tree, where: string): string {
  if (hasKey(profile, 'slug')) return String(profile.slug);
  if (typeof profile.display_name !== 'string') throw new SpawnError(`${where}.display_name must be a string`);
  const slug = slugify(profile.display_name);
  if (slug === undefined) throw new SpawnError(`${where}: the slug of this display_name is not known; give it a slug`);
  return slug;
}

function toProfile(profile: unknown, where: string): Profile {
  if (!isMap(profile)) throw new SpawnError(`${where} must be a map`);
  const options = mapAt(profile, 'profile_options', where);
  return {
    slug: slugOf(profile, where),
    displayName: profile.display_name,
    isDefault: isTrue(profile.default),
    overrides: overridesIn(profile),
    options: Object.entries(options).map(([name, option]) =>
      toOption(name, option, `${where}.profile_options.${name}`),
    ),
  };
}

/**
 * The profiles of `KubeSpawner.profile_list`. The first one is the default where none says that it is, and so is an option's first choice.
 * @throws SpawnError where KubeSpawner cannot read one of them, and starts no server at all
 */
export function readProfiles(list: unknown): readonly Profile[] {
  if (!Array.isArray(list)) return [];
  const profiles = list.map((profile, index) => toProfile(profile, `profile_list[${index}]`));
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
