import type { Duration } from 'cdk8s';

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
   * Time without activity after which a server is idle.
   * @default Duration.hours(1)
   */
  readonly timeout?: Duration;
  /**
   * Time between two looks.
   * @default Duration.minutes(10)
   */
  readonly every?: Duration;
  /**
   * Requests to the hub at the same time.
   * @default 10
   */
  readonly concurrency?: number;
  /**
   * Age at which a server is stopped even if it is in use; none for never.
   * @default - never
   */
  readonly maxAge?: Duration;
}
