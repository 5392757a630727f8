import { keysAsGiven } from '../data/key-order';
import { isMap, mapValues, sortedKeys, Tree } from '../data/maps';
import { toYaml } from '../data/yaml';

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
  return mapValues(traits, (value) => value ?? undefined);
}

function mapsIn(value: unknown): Tree[] {
  if (Array.isArray(value)) return value.flatMap(mapsIn);
  return isMap(value) ? [value, ...Object.values(value).flatMap(mapsIn)] : [];
}

/** Traits as YAML, in order but for what users see in the order given: their profiles, with options and choices. */
export function traitsYaml(traits: Record<string, unknown>): string {
  const asGiven = new Set(isMap(traits.KubeSpawner) ? mapsIn(traits.KubeSpawner.profile_list) : []);
  return toYaml(traits, { keysOf: (map) => (asGiven.has(map) ? keysAsGiven(map) : sortedKeys(map)) });
}
