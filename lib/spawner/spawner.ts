import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../kubernetes/component';
import { Release } from '../release';
import { Profile } from './profile';
import { UserVolumeProps } from './volume-props';

/** The users' servers: what they need beside the hub, which starts them. */
export class Spawner extends Component {
  /** The NetworkPolicy of the users' pods; undefined where there is none. */
  public readonly networkPolicy?: ApiObject;
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
    super(scope, id, release, 'spawner');
    this.networkPolicy = this._find('NetworkPolicy');
    this.secret = this._find('Secret');
  }

  /** One more kind of server to choose. */
  public addProfile(profile: Profile): void {
    this.release._addProfile(profile);
  }

  /**
   * One more volume of every server, with its mount.
   * @param name name of the volume
   * @param props the volume and where it is mounted
   * @throws if there is a volume of that name, or one mounted at that path
   */
  public addVolume(name: string, props: UserVolumeProps): void {
    const { volume, ...mount } = props;
    this.release._change(({ spawner }) => {
      const volumes = byName(spawner?.storage?.extraVolumes, 'extraVolumes');
      const mounts = byName(spawner?.storage?.extraVolumeMounts, 'extraVolumeMounts');
      if (volumes[name])
        throw new Error(`spawner.storage.extraVolumes.${name}: there is a volume of this name already`);
      const taken = Object.values(mounts).find(({ mountPath }) => mountPath === props.mountPath);
      const home = this.release._installation.props.spawner.storage.homeMountPath;
      if (taken || props.mountPath === home) {
        throw new Error(`the volume ${name} would be mounted at ${props.mountPath}, where another one is`);
      }
      const storage = {
        ...spawner?.storage,
        extraVolumes: { ...volumes, [name]: { name, ...volume } },
        extraVolumeMounts: { ...mounts, [name]: { name, ...mount } },
      };
      return { spawner: { ...spawner, storage } };
    });
  }
}

type ByName = Record<string, Record<string, unknown>>;

function byName(items: unknown, option: string): ByName {
  if (!Array.isArray(items)) return (items ?? {}) as ByName;
  return Object.fromEntries(
    (items as Record<string, unknown>[]).map((item, index) => [
      option === 'extraVolumes' ? String(item.name) : `${index}-${String(item.name)}`,
      item,
    ]),
  );
}
