import { Tree, withoutUndefined } from '../data/maps';
import { toModels } from './items';
import { ModelName } from './model';
import { isTrue } from './python/text';
import { Spawner } from './spawner';

function terms(spawner: Spawner, trait: string, model: ModelName): Tree[] | undefined {
  return isTrue(spawner.get(trait)) ? toModels(spawner, trait, model, false) : undefined;
}

function rules(required: unknown, preferred: unknown): Tree | undefined {
  if (!required && !preferred) return undefined;
  return withoutUndefined({
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred,
  });
}

function podRules(spawner: Spawner, kind: 'pod_affinity' | 'pod_anti_affinity'): Tree | undefined {
  return rules(
    terms(spawner, `${kind}_required`, 'PodAffinityTerm'),
    terms(spawner, `${kind}_preferred`, 'WeightedPodAffinityTerm'),
  );
}

/** Where a pod may run and where it had better. */
export function affinity(spawner: Spawner): Tree | undefined {
  const required = terms(spawner, 'node_affinity_required', 'NodeSelectorTerm');
  const preferred = terms(spawner, 'node_affinity_preferred', 'PreferredSchedulingTerm');
  const all = withoutUndefined({
    nodeAffinity: rules(required && { nodeSelectorTerms: required }, preferred),
    podAffinity: podRules(spawner, 'pod_affinity'),
    podAntiAffinity: podRules(spawner, 'pod_anti_affinity'),
  });
  return Object.keys(all).length ? all : undefined;
}
