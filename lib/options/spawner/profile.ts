import { Tree } from '../../data/maps';
import type { Wire } from '../../kubernetes/wire';
import { checkCall } from '../wire/refuse';
import { structToWire } from '../wire/to-wire';
import { ProfileOptionProps, ProfileProps } from './profile-props';
import { ServerProps } from './server-props';

/** A kind of server that users may choose: an entry of `KubeSpawner.profile_list`. */
export class Profile {
  /** @internal */
  public readonly _opaque = true as const;

  /**
   * A profile.
   * @param displayName name that users see
   * @param props what its servers get
   * @throws where an option has nothing to choose from or two defaults, or where KubeSpawner cannot do what is asked for
   */
  public static of(displayName: string, props: ProfileProps = {}): Profile {
    checkCall('Profile.of', Profile.of, [displayName, props], `Profile.of (${displayName}): `);
    if (!displayName.trim()) throw new Error('Profile.of: displayName is blank: users choose a profile by its name');
    checkServer(displayName, props);
    for (const [name, option] of Object.entries(props.options ?? {})) {
      checkOption(`${displayName}: option ${name}`, option);
      for (const [key, choice] of Object.entries(option.choices ?? {}))
        checkServer(`${displayName}: option ${name}: choice ${key}`, choice);
    }
    checkAffinity(displayName, props);
    return new Profile(displayName, structToWire(props, 'ProfileProps'));
  }

  /**
   * A profile whose options are in the form of manifests.
   * @internal
   */
  public static _ofWire(displayName: string, props: Wire<ProfileProps>): Profile {
    return new Profile(displayName, props);
  }

  /**
   * A profile as KubeSpawner reads it, unchecked.
   * @internal
   */
  public static _fromWire(wire: Tree): Profile {
    return new Profile(String(wire.display_name), undefined, wire);
  }

  private constructor(
    /** Name that users see. */
    public readonly displayName: string,
    /**
     * What the profile was made of; undefined where it came from values.
     * @internal
     */
    public readonly _props?: Wire<ProfileProps>,
    /**
     * The profile as values have it.
     * @internal
     */
    public readonly _wire?: Tree,
  ) {}
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

function checkServer(where: string, { storage }: ServerProps): void {
  if (storage?.dynamic?.pvcNameTemplate === undefined) return;
  throw new Error(
    `${where}: storage.dynamic.pvcNameTemplate has no effect, as KubeSpawner names the claim before it knows the profile; set it for all servers`,
  );
}

/** The terms of one option's choices are added to the profile's; those of a second option would replace them. */
function checkAffinity(where: string, { options }: ProfileProps): void {
  const requiring = Object.entries(options ?? {}).filter(([, { choices }]) =>
    Object.values(choices ?? {}).some(({ extraNodeAffinity }) => extraNodeAffinity?.required?.length),
  );
  if (requiring.length < 2) return;
  const names = requiring.map(([name]) => name).join(' and ');
  throw new Error(
    `${where}: options ${names}: KubeSpawner takes extraNodeAffinity.required of one option only; use nodeSelector, which it adds up`,
  );
}
