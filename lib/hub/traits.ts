import { isMap } from '../kubernetes/complete';
import { SecretValue } from '../kubernetes/secret-value';
import { sortKeys } from '../kubernetes/manifest';
import { holdsSecret, reveal } from '../kubernetes/secrets';
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

/** Data taken apart by who may read it. */
export interface SplitData {
  /** What everyone may read. */
  readonly open: Record<string, unknown>;
  /** Secret literals, at the same paths. */
  readonly secret: Record<string, unknown>;
  /** Values that stay in Secrets of their own, by dotted path. */
  readonly references: Record<string, SecretValue>;
}

/** Takes secrets out of a tree of maps. A list with a secret in it is taken as a whole. */
export function splitSecrets(data: Record<string, unknown>, path = ''): SplitData {
  const open: Record<string, unknown> = {};
  const secret: Record<string, unknown> = {};
  let references: Record<string, SecretValue> = {};
  for (const [key, value] of Object.entries(data)) {
    const here = path ? `${path}.${key}` : key;
    if (value instanceof SecretValue && value.secretName !== undefined) {
      references[here] = value;
    } else if (!holdsSecret(value)) {
      open[key] = value;
    } else if (isMap(value)) {
      const below = splitSecrets(value, here);
      if (Object.keys(below.open).length) open[key] = below.open;
      if (Object.keys(below.secret).length) secret[key] = below.secret;
      references = { ...references, ...below.references };
    } else {
      secret[key] = reveal(value);
    }
  }
  return { open, secret, references };
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
