import { isMap } from '../kubernetes/complete';
import { sortKeys } from '../kubernetes/manifest';
import { toYaml } from '../kubernetes/yaml';

/** Values of JupyterHub's traits, by class and trait. */
export type Traits = Record<string, Record<string, unknown>>;

/** All traits of several parts; where two set the same one, the later part's stands. */
export function mergeTraits(...parts: Traits[]): Traits {
  const merged: Traits = {};
  for (const part of parts) {
    for (const [section, traits] of Object.entries(part)) merged[section] = { ...merged[section], ...traits };
  }
  return merged;
}

/** The traits that have a value: an option without one leaves JupyterHub's own default. */
export function setTraits(traits: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined && value !== null));
}

/** Traits as YAML, in order but for what users see in the order given: their profiles, with options and choices. */
export function traitsYaml(traits: Record<string, unknown>): string {
  const sorted: Record<string, unknown> = sortKeys(traits);
  const spawner = traits.KubeSpawner;
  if (isMap(spawner) && 'profile_list' in spawner) {
    sorted.KubeSpawner = { ...(sorted.KubeSpawner as object), profile_list: spawner.profile_list };
  }
  return toYaml(sorted);
}
