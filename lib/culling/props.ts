/** Stopping servers that nobody uses (chart key `cull`). */
export interface CullingProps {
  /**
   * Whether idle servers are stopped.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Whether users without activity are deleted as well.
   * @default false
   */
  readonly users?: boolean;
  /**
   * Whether admins count among those users.
   * @default true
   */
  readonly adminUsers?: boolean;
  /**
   * Whether named servers that are stopped are deleted.
   * @default false
   */
  readonly removeNamedServers?: boolean;
  /**
   * Seconds without activity after which a server is idle.
   * @default 3600
   */
  readonly timeout?: number;
  /**
   * Seconds between two looks.
   * @default 600
   */
  readonly every?: number;
  /**
   * Requests to the hub at the same time.
   * @default 10
   */
  readonly concurrency?: number;
  /**
   * Seconds after which a server is stopped even if it is in use; 0 for never.
   * @default 0
   */
  readonly maxAge?: number;
}
