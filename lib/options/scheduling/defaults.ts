import type { DefaultsOf } from '../../data/complete';
import { NOBODY_SECURITY_CONTEXT } from '../../kubernetes/defaults';
import type { Wire } from '../../kubernetes/wire';
import type { SchedulingProps } from './props';

function dedicatedTo(value: string) {
  // The second key is for clouds that do not take a slash in a taint.
  const keys = ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated'];
  return keys.map((key) => ({ key, operator: 'Equal', value, effect: 'NoSchedule' }));
}

/** Defaults of scheduling. */
export const SCHEDULING_DEFAULTS = {
  userScheduler: {
    enabled: true,
    replicas: 2,
    logLevel: 4,
    plugins: {
      score: {
        disabled: [
          { name: 'NodeResourcesBalancedAllocation' },
          { name: 'NodeAffinity' },
          { name: 'InterPodAffinity' },
          { name: 'NodeResourcesFit' },
          { name: 'ImageLocality' },
        ],
        enabled: [
          { name: 'NodeAffinity', weight: 14631 },
          { name: 'InterPodAffinity', weight: 1331 },
          { name: 'NodeResourcesFit', weight: 121 },
          { name: 'ImageLocality', weight: 11 },
        ],
      },
    },
    pluginConfig: [
      {
        name: 'NodeResourcesFit',
        args: {
          scoringStrategy: {
            type: 'MostAllocated',
            resources: [
              { name: 'cpu', weight: 1 },
              { name: 'memory', weight: 1 },
            ],
          },
        },
      },
    ],
    containerSecurityContext: NOBODY_SECURITY_CONTEXT,
    image: { name: 'registry.k8s.io/kube-scheduler', tag: 'v1.30.14', pullSecrets: [] },
    nodeSelector: {},
    tolerations: [],
    labels: {},
    annotations: {},
    pdb: { enabled: true, maxUnavailable: 1 },
    resources: {},
    serviceAccount: { create: true, annotations: {} },
    extraPodSpec: {},
  },
  podPriority: {
    enabled: false,
    globalDefault: false,
    defaultPriority: 0,
    imagePullerPriority: -5,
    userPlaceholderPriority: -10,
  },
  userPlaceholder: {
    enabled: true,
    image: { name: 'registry.k8s.io/pause', tag: '3.10.1', pullSecrets: [] },
    replicas: 0,
    labels: {},
    annotations: {},
    containerSecurityContext: NOBODY_SECURITY_CONTEXT,
    resources: {},
    extraPodSpec: {},
  },
  corePods: { tolerations: dedicatedTo('core'), nodeAffinity: { matchNodePurpose: 'prefer' } },
  userPods: { tolerations: dedicatedTo('user'), nodeAffinity: { matchNodePurpose: 'prefer' } },
} satisfies DefaultsOf<Wire<SchedulingProps>>;
