import { isMap, mapValues, withoutUndefined, Tree, sortKeys } from '../../data/maps';
import { snakeCase } from '../wire/case';
import { structToWire } from '../wire/to-wire';
import type { Wire } from '../../kubernetes/wire';
import {
  ProfileChoiceProps,
  ProfileOptionProps,
  ProfileProps,
  ServerProps,
  UnlistedChoiceProps,
} from './profile-props';

/** A kind of server that users may choose: an entry of `KubeSpawner.profile_list`. */
export class Profile {
  /** @internal */
  public readonly _opaque = true as const;

  /**
   * A profile.
   * @param displayName text that users see
   * @param props what its servers get
   * @throws where an option has nothing to choose from, or where there are two defaults
   */
  public static of(displayName: string, props: ProfileProps = {}): Profile {
    for (const [name, option] of Object.entries(props.options ?? {}))
      checkOption(`${displayName}: option ${name}`, option);
    const wire = structToWire(props, 'ProfileProps');
    return new Profile(displayName, { display_name: displayName, ...profileToWire(wire) }, wire);
  }

  /**
   * A profile as KubeSpawner reads it, unchecked.
   * @internal
   */
  public static _fromWire(wire: Record<string, unknown>): Profile {
    return new Profile(String(wire.display_name), wire);
  }

  private constructor(
    /** Text that users see. */
    public readonly displayName: string,
    private readonly wire: Tree,
    /**
     * What the profile was made of; undefined where it came from values.
     * @internal
     */
    public readonly _props?: Wire<ProfileProps>,
  ) {}

  /**
   * The entry as KubeSpawner reads it.
   * @internal
   */
  public _toWire(): Tree {
    return this.wire;
  }
}

function checkOption(where: string, option: ProfileOptionProps): void {
  const choices = Object.values(option.choices ?? {});
  if (!choices.length && option.unlistedChoice?.enabled !== true) {
    throw new Error(`${where} has nothing to choose from: give it choices, or an unlistedChoice that is enabled`);
  }
  if (choices.filter((choice) => choice.default === true).length > 1) {
    throw new Error(`${where} has two default choices; one at most can be the default`);
  }
}

/** The traits of KubeSpawner, under their own names. */
function overrideToWire({ cpu, memory, traits, ...others }: Wire<ServerProps>): Tree | undefined {
  const own = Object.entries(others).map(([name, value]) => [snakeCase(name), value as unknown]);
  const override = withoutUndefined({
    cpu_guarantee: cpu?.guarantee,
    cpu_limit: cpu?.limit,
    mem_guarantee: memory?.guarantee,
    mem_limit: memory?.limit,
    ...Object.fromEntries(own),
    ...traits,
  });
  return Object.keys(override).length ? override : undefined;
}

function choiceToWire({ displayName, default: isDefault, extra, ...server }: Wire<ProfileChoiceProps>): Tree {
  const override = overrideToWire(server);
  return withoutUndefined({ display_name: displayName, default: isDefault, kubespawner_override: override, ...extra });
}

function unlistedChoiceToWire({ extra, ...own }: Wire<UnlistedChoiceProps>): Tree {
  const named = Object.entries(own).map(([name, value]) => [snakeCase(name), value as unknown]);
  return withoutUndefined({ ...Object.fromEntries(named), ...extra });
}

function optionToWire({ displayName, choices, unlistedChoice, extra }: Wire<ProfileOptionProps>): Tree {
  return withoutUndefined({
    display_name: displayName,
    choices: choices && mapValues(choices, choiceToWire),
    unlisted_choice: unlistedChoice && unlistedChoiceToWire(unlistedChoice),
    ...extra,
  });
}

function profileToWire({ slug, description, default: isDefault, options, extra, ...server }: Wire<ProfileProps>): Tree {
  return withoutUndefined({
    slug,
    description,
    default: isDefault,
    kubespawner_override: overrideToWire(server),
    profile_options: options && mapValues(options, optionToWire),
    ...extra,
  });
}

/** A map whose keys stay in the order given, each value in order by a function of its own. */
function keepOrder(map: unknown, order: (value: Tree) => Tree): unknown {
  if (!isMap(map)) return map;
  return mapValues(map, (value) => (isMap(value) ? order(value) : value));
}

function inOrder(profile: Tree): Tree {
  const option = (wire: Tree): Tree =>
    'choices' in wire ? { ...sortKeys(wire), choices: keepOrder(wire.choices, sortKeys) } : sortKeys(wire);
  if (!('profile_options' in profile)) return sortKeys(profile);
  return { ...sortKeys(profile), profile_options: keepOrder(profile.profile_options, option) };
}

/** The entries of `profile_list`. Keys are in order, but for those of options and choices, which users see in the order given. */
export function profileList(profiles: readonly Profile[] | undefined): Tree[] {
  return (profiles ?? []).map((profile) => inOrder(profile._toWire()));
}
