import type { DefaultsOf } from '../../data/complete';
import { NOBODY_SECURITY_CONTEXT } from '../../kubernetes/defaults';
import type { Wire } from '../../kubernetes/wire';
import { CHART_VERSION } from '../../version';
import type { ImagePullerProps } from './props';

/** Defaults of the image pullers. */
export const IMAGE_PULLER_DEFAULTS = {
  labels: {},
  annotations: {},
  resources: {},
  containerSecurityContext: NOBODY_SECURITY_CONTEXT,
  extraTolerations: [],
  hook: {
    enabled: true,
    pullOnlyOnChanges: true,
    image: { name: 'quay.io/jupyterhub/k8s-image-awaiter', tag: CHART_VERSION, pullSecrets: [] },
    containerSecurityContext: NOBODY_SECURITY_CONTEXT,
    podSchedulingWaitDuration: 10,
    nodeSelector: {},
    tolerations: [],
    resources: {},
    serviceAccount: { create: true, annotations: {} },
    serviceAccountImagePuller: { create: true, annotations: {} },
    daemonsetAnnotations: {},
  },
  continuous: {
    enabled: true,
    serviceAccount: { create: true, annotations: {} },
    daemonsetAnnotations: {},
  },
  pullProfileListImages: true,
  extraImages: {},
  pause: {
    containerSecurityContext: NOBODY_SECURITY_CONTEXT,
    image: { name: 'registry.k8s.io/pause', tag: '3.10.1', pullSecrets: [] },
  },
} satisfies DefaultsOf<Wire<ImagePullerProps>>;
