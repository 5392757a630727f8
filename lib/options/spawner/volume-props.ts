/** Where a volume of every server is mounted. */
export interface UserMountProps {
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
