/** A volume of every server, and its mount. */
export interface UserVolumeProps {
  /** Where the volume comes from (Kubernetes `Volume` without its name). */
  readonly volume: { [key: string]: any };
  /** Path in the container. */
  readonly mountPath: string;
  /**
   * Folder in the volume; KubeSpawner fills in `{username}` and the like.
   * @default - the volume's root
   */
  readonly subPath?: string;
  /**
   * Whether it can only be read.
   * @default false
   */
  readonly readOnly?: boolean;
}
