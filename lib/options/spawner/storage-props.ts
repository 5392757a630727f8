import type { Size } from 'cdk8s';
import type { IPersistentVolumeClaim, k8s, PersistentVolumeAccessMode } from 'cdk8s-plus-28';

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
}

/** Where homes are kept (chart key `singleuser.storage`). */
export interface StorageProps {
  /**
   * Where homes are kept.
   * @default StorageType.DYNAMIC
   */
  readonly type?: StorageType;
  /**
   * More labels of the claim.
   * @default {}
   */
  readonly extraLabels?: { [key: string]: string };
  /**
   * More volumes (Kubernetes `Volume`): a list, or a map by any key.
   * @default []
   */
  readonly extraVolumes?: k8s.Volume[] | { [key: string]: k8s.Volume };
  /**
   * More mounts of the container (Kubernetes `VolumeMount`): a list, or a map by any key.
   * @default []
   */
  readonly extraVolumeMounts?: k8s.VolumeMount[] | { [key: string]: k8s.VolumeMount };
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
