import { CompleteProps } from '../../release/installation';
import { concat, nonEmpty, Tree } from '../../data/maps';
import { NodeSelectorTerm, Toleration } from '../../kubernetes/shapes';

const NODE_PURPOSE = 'hub.jupyter.org/node-purpose';

/** A node selector term for nodes with a purpose. */
export function nodePurposeTerm(purpose: string): Tree {
  return { matchExpressions: [{ key: NODE_PURPOSE, operator: 'In', values: [purpose] }] };
}

/** The preference of nodes with a purpose. */
export function nodePurposePreference(purpose: string): Tree {
  return { weight: 100, preference: nodePurposeTerm(purpose) };
}

function rules(required: unknown[] | undefined, preferred: unknown[] | undefined): Tree | undefined {
  return nonEmpty({
    ...(required?.length && { requiredDuringSchedulingIgnoredDuringExecution: required }),
    ...(preferred?.length && { preferredDuringSchedulingIgnoredDuringExecution: preferred }),
  });
}

function nodeRules(requiredTerms: unknown[], preferred: unknown[]): Tree | undefined {
  const required = requiredTerms.length ? { nodeSelectorTerms: requiredTerms } : undefined;
  return nonEmpty({
    ...(required && { requiredDuringSchedulingIgnoredDuringExecution: required }),
    ...(preferred.length && { preferredDuringSchedulingIgnoredDuringExecution: preferred }),
  });
}

/** Affinity of the system's own pods. */
export function coreAffinity({ scheduling }: CompleteProps): Tree | undefined {
  const match = scheduling.corePods.nodeAffinity.matchNodePurpose;
  const nodeAffinity = nodeRules(
    match === 'require' ? [nodePurposeTerm('core')] : [],
    match === 'prefer' ? [nodePurposePreference('core')] : [],
  );
  return nodeAffinity && { nodeAffinity };
}

/** Node selector terms that a user's pod requires. */
export function requiredUserNodeTerms({ scheduling, spawner }: CompleteProps): NodeSelectorTerm[] {
  const match = scheduling.userPods.nodeAffinity.matchNodePurpose;
  return concat(match === 'require' ? [nodePurposeTerm('user')] : [], spawner.extraNodeAffinity.required);
}

/** Affinity of pods that are placed like users' pods. */
export function userAffinity(props: CompleteProps): Tree | undefined {
  const { scheduling, spawner } = props;
  const match = scheduling.userPods.nodeAffinity.matchNodePurpose;
  const preferred = concat(
    match === 'prefer' ? [nodePurposePreference('user')] : [],
    spawner.extraNodeAffinity.preferred,
  );
  const nodeAffinity = nodeRules(requiredUserNodeTerms(props), preferred);
  const podAffinity = rules(spawner.extraPodAffinity.required, spawner.extraPodAffinity.preferred);
  const podAntiAffinity = rules(spawner.extraPodAntiAffinity.required, spawner.extraPodAntiAffinity.preferred);
  return nonEmpty({
    ...(nodeAffinity && { nodeAffinity }),
    ...(podAffinity && { podAffinity }),
    ...(podAntiAffinity && { podAntiAffinity }),
  });
}

/** Tolerations of users' pods. */
export function userTolerations({ scheduling, spawner }: CompleteProps): Toleration[] {
  return concat(scheduling.userPods.tolerations, spawner.extraTolerations);
}

/** Tolerations of one of the system's own pods. */
export function coreTolerations(
  { scheduling }: CompleteProps,
  own: Toleration[] | undefined,
): Toleration[] | undefined {
  return nonEmpty(concat(scheduling.corePods.tolerations, own));
}
