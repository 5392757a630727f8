import { ApiObject } from 'cdk8s';
import type { k8s, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { USER_POD_COMPONENT } from '../release/labels';
import { NetworkedComponent } from './networked-component';
import { isMap } from '../data/maps';
import { checkCall } from '../options/wire/refuse';
import { Wire } from '../kubernetes/wire';
import { structToWire } from '../options/wire/to-wire';
import { Release } from './release';
import { Profile } from '../options/spawner/profile';
import { UserMountProps } from '../options/spawner/volume-props';

/** The users' servers: what they need beside the hub, which starts them. */
export class Spawner extends NetworkedComponent {
  /** The Secret with the users' files; undefined where there are none. */
  public readonly secret?: ApiObject;

  /**
   * The spawner of a release.
   * @param scope a chart, or a construct in one
   * @param id id of the construct
   * @param release the options
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly release: Release,
  ) {
    super(scope, id, release, 'spawner', ['spawner', 'networkPolicy'], USER_POD_COMPONENT);
    this.secret = this._find('secret');
  }

  /** One more kind of server to choose. */
  public addProfile(profile: Profile): void {
    checkCall('Spawner.addProfile', this.addProfile, [profile], `[${this.node.path}] addProfile: `);
    this.release._addProfile(profile);
  }

  /**
   * One more volume of every server, with its mount.
   * @param volume the volume, of Kubernetes' form or of cdk8s-plus
   * @param mount where it is mounted
   * @throws if there is a volume of that name; at synth, if another one is mounted at that path
   */
  public addVolume(volume: k8s.Volume | Volume, mount: UserMountProps): void {
    checkCall('Spawner.addVolume', this.addVolume, [volume, mount], `[${this.node.path}] addVolume: `);
    const wire = volumeToWire(volume);
    this.release._change(({ spawner }) => {
      const { extraVolumes, extraVolumeMounts } = spawner?.storage ?? {};
      if (Object.values(extraVolumes ?? []).some(({ name }) => name === volume.name))
        throw new Error(`spawner.storage.extraVolumes: there is a volume ${volume.name} already`);
      const storage = {
        ...spawner?.storage,
        extraVolumes: withItem(extraVolumes, volume.name, wire),
        extraVolumeMounts: withItem(extraVolumeMounts, volume.name, { name: volume.name, ...mount }),
      };
      return { spawner: { ...spawner, storage } };
    });
  }
}

function volumeToWire(volume: k8s.Volume | Volume): Wire<k8s.Volume> {
  const { extraVolumes } = structToWire({ extraVolumes: { volume } }, 'ExtraVolumesProps');
  return extraVolumes.volume as Wire<k8s.Volume>;
}

/** A list, or a map, with one more item. */
function withItem<T>(items: T[] | Record<string, T> | undefined, key: string, item: T): T[] | Record<string, T> {
  return isMap(items) ? { ...items, [key]: item } : [...(items ?? []), item];
}
