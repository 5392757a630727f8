import type { Size } from 'cdk8s';
import type { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { DynamicStorageProps, ExtraVolumesProps, StorageProps, StorageType } from './storage-props';
import { checkCall } from '../wire/refuse';

/** Homes on a claim for each user. */
export interface DynamicHomeProps extends DynamicStorageProps, ExtraVolumesProps {
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
  /**
   * More labels of the claim.
   * @default {}
   */
  readonly extraLabels?: { [key: string]: string };
  /**
   * Annotations of the claim.
   * @default {}
   */
  readonly extraAnnotations?: { [key: string]: string };
}

/** Homes on one claim that exists. */
export interface StaticHomeProps extends ExtraVolumesProps {
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
    const { capacity, homeMountPath, extraLabels, extraAnnotations, extraVolumes, extraVolumeMounts, ...dynamic } =
      props;
    const claim = { capacity, extraLabels, extraAnnotations };
    return { type: StorageType.DYNAMIC, homeMountPath, ...claim, extraVolumes, extraVolumeMounts, dynamic };
  }

  /** One claim for all users, a folder for each. */
  public static static(props: StaticHomeProps): StorageProps {
    checkCall('Storage.static', Storage.static, [props]);
    const { homeMountPath, extraVolumes, extraVolumeMounts, ...claim } = props;
    return { type: StorageType.STATIC, homeMountPath, extraVolumes, extraVolumeMounts, static: claim };
  }

  /** Nowhere: what is in the home is lost with the pod. */
  public static none(props: ExtraVolumesProps = {}): StorageProps {
    checkCall('Storage.none', Storage.none, [props]);
    return { type: StorageType.NONE, ...props };
  }

  private constructor() {}
}
