import type { Size } from 'cdk8s';
import type { IPersistentVolumeClaim, k8s, PersistentVolumeAccessMode, Volume } from 'cdk8s-plus-28';

/** Where homes are kept. */
export enum StorageType {
  /** On a claim for each user. */
  DYNAMIC = 'dynamic',
  /** On one claim that exists, in a folder for each user. */
  STATIC = 'static',
  /** Nowhere. */
  NONE = 'none',
}

/** Homes on one claim that exists (chart key `singleuser.storage.static`). */
export interface StaticStorageProps {
  /**
   * The claim.
   * @default - none
   */
  readonly pvcName?: string | IPersistentVolumeClaim;
  /**
   * Folder of a user in it; KubeSpawner fills in `{username}` and the like.
   * @default {username}
   */
  readonly subPath?: string;
}

/** Homes on a claim for each user (chart key `singleuser.storage.dynamic`). */
export interface DynamicStorageProps {
  /**
   * Storage class; blank for none.
   * @default - the cluster's default class
   */
  readonly storageClass?: string;
  /**
   * Name of the claim; KubeSpawner fills in `{username}` and the like.
   * @default - KubeSpawner's own
   */
  readonly pvcNameTemplate?: string;
  /**
   * Name of the volume in the pod.
   * @default volume-{user_server}
   */
  readonly volumeNameTemplate?: string;
  /**
   * Access modes of the claim.
   * @default ['ReadWriteOnce']
   */
  readonly storageAccessModes?: PersistentVolumeAccessMode[];
  /**
   * Folder in the volume that is mounted.
   * @default - the volume's root
   */
  readonly subPath?: string;
  /**
   * Label selector for the claim's volume.
   *
   * Source: `KubeSpawner.storage_selector`
   * @default - none
   */
  readonly storageSelector?: k8s.LabelSelector;
  /**
   * Whether the claim is deleted with the user. That of a named server is deleted with it only where `pvcNameTemplate` has `{servername}` in it.
   *
   * Source: `KubeSpawner.delete_pvc`
   * @default true
   */
  readonly deletePvc?: boolean;
}

/** Volumes of users' servers beside the home. */
export interface ExtraVolumesProps {
  /**
   * More volumes, of Kubernetes' form or of cdk8s-plus: a list, or a map by any key.
   *
   * Source: `KubeSpawner.volumes`
   * @default []
   */
  readonly extraVolumes?: (k8s.Volume | Volume)[] | { [key: string]: k8s.Volume | Volume };
  /**
   * Where they are mounted in the container: a list, or a map by any key.
   *
   * Source: `KubeSpawner.volume_mounts`
   * @default []
   */
  readonly extraVolumeMounts?: k8s.VolumeMount[] | { [key: string]: k8s.VolumeMount };
}

/** Where homes are kept (chart key `singleuser.storage`). */
export interface StorageProps extends ExtraVolumesProps {
  /**
   * Where homes are kept.
   * @default StorageType.DYNAMIC
   */
  readonly type?: StorageType;
  /**
   * More labels of the claim.
   *
   * Source: `KubeSpawner.storage_extra_labels`
   * @default {}
   */
  readonly extraLabels?: { [key: string]: string };
  /**
   * Annotations of the claim.
   *
   * Source: `KubeSpawner.storage_extra_annotations`
   * @default {}
   */
  readonly extraAnnotations?: { [key: string]: string };
  /**
   * For `STATIC`.
   * @default - none
   */
  readonly static?: StaticStorageProps;
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
   * For `DYNAMIC`.
   * @default - the cluster's default class
   */
  readonly dynamic?: DynamicStorageProps;
}
