import { Authenticator } from './authenticator/authenticator';
import { CULLING_DEFAULTS } from './culling/defaults';
import { HUB_DEFAULTS } from './hub/defaults';
import { IMAGE_PULLER_DEFAULTS } from './image-puller/defaults';
import { PROXY_DEFAULTS } from './proxy/defaults';
import { SCHEDULING_DEFAULTS } from './scheduling/defaults';
import { SPAWNER_DEFAULTS } from './spawner/defaults';

/** The defaults of all components, each written down by its own. */
export const DEFAULTS = {
  fullnameOverride: '',
  // Values of the chart need not name one; properties do.
  authenticator: Authenticator._of('dummy', {}, false),
  hub: HUB_DEFAULTS,
  proxy: PROXY_DEFAULTS,
  spawner: SPAWNER_DEFAULTS,
  scheduling: SCHEDULING_DEFAULTS,
  imagePuller: IMAGE_PULLER_DEFAULTS,
  culling: CULLING_DEFAULTS,
  rbac: { create: true },
  imagePullSecret: { create: false, automaticReferenceInjection: true },
  imagePullSecrets: [],
  debug: false,
  argoCd: false,
  review: false,
  custom: {},
};
