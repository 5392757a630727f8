import type { Size } from 'cdk8s';
import type { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { DynamicStorageProps, StorageProps, StorageType } from './storage-props';
import { checkCall } from '../wire/refuse';

/** Homes on a claim for each user. */
export interface DynamicHomeProps extends DynamicStorageProps {
  /**
   * Size of each user's claim: a `Size`, or a Kubernetes quantity.
   * @default 10Gi
   */
  readonly capacity?: string | Size;
  /**
   * Where the home is mounted.
   * @default /home/jovyan
   */
  readonly homeMountPath?: string;
}

/** Homes on one claim that exists. */
export interface StaticHomeProps {
  /** The claim, or its name. */
  readonly pvcName: string | IPersistentVolumeClaim;
  /**
   * Folder of a user in it; KubeSpawner fills in `{username}` and the like.
   * @default {username}
   */
  readonly subPath?: string;
  /**
   * Where the home is mounted.
   * @default /home/jovyan
   */
  readonly homeMountPath?: string;
}

/** Where homes are kept. */
export class Storage {
  /** A claim for each user, made when it is first needed. */
  public static dynamic(props: DynamicHomeProps = {}): StorageProps {
    checkCall('Storage.dynamic', Storage.dynamic, [props]);
    checkCall('Storage.dynamic', Storage.dynamic, [props]);
    const { capacity, homeMountPath, ...dynamic } = props;
    return { type: StorageType.DYNAMIC, capacity, homeMountPath, dynamic };
  }

  /** One claim for all users, a folder for each. */
  public static static(props: StaticHomeProps): StorageProps {
    checkCall('Storage.static', Storage.static, [props]);
    checkCall('Storage.static', Storage.static, [props]);
    const { homeMountPath, ...claim } = props;
    return { type: StorageType.STATIC, homeMountPath, static: claim };
  }

  /** Nowhere: what is in the home is lost with the pod. */
  public static none(): StorageProps {
    return { type: StorageType.NONE };
  }

  private constructor() {}
}
