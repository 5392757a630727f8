import type { DefaultsOf } from '../../data/complete';
import type { Wire } from '../../kubernetes/wire';
import type { CullingProps } from './props';

/** Defaults of culling. */
export const CULLING_DEFAULTS = {
  enabled: true,
  users: false,
  adminUsers: true,
  removeNamedServers: false,
  timeout: 3600,
  every: 600,
  concurrency: 10,
  maxAge: 0,
} satisfies DefaultsOf<Wire<CullingProps>>;
