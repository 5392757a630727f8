import { isMap } from '../data/maps';
import { SecretValue } from '../secrets/secret-value';
import { revealText } from '../secrets/secrets';
import { isSecretVariable, unescaped } from '../secrets/variables';
import { EnvVar } from './shapes';

/**
 * Environment variables of a container as users give them: a list of Kubernetes `EnvVar`, or a map from name to
 * a string, a secret, or an `EnvVar` without its name.
 */
export type ExtraEnv = readonly unknown[] | Record<string, unknown> | undefined;

function entries(extraEnv: ExtraEnv): unknown[] {
  if (Array.isArray(extraEnv)) return extraEnv;
  const map = (extraEnv ?? {}) as Record<string, unknown>;
  return Object.keys(map)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const value = map[name];
      return isMap(value) ? { name, ...value } : { name, value };
    });
}

/** The entries, with a secret in plain text made the SecretValue that it is. */
function marked(extraEnv: ExtraEnv): unknown[] {
  return entries(extraEnv).map((entry) => {
    if (!isMap(entry)) return entry;
    const { name, value } = entry;
    if (typeof value !== 'string' || value === '') return entry;
    return isSecretVariable(String(name), value) ? { ...entry, value: SecretValue.literal(unescaped(value)) } : entry;
  });
}

function secretKey(owner: string, name: unknown): string {
  return `${owner}.extraEnv.${String(name)}`;
}

/**
 * The `env` entries of a container. A secret becomes a reference: to the Secret it lives in, or to the release's own.
 * @param owner whose variables these are, the first part of the key in the release's Secret
 * @param secretName name of the release's own Secret
 */
export function containerEnv(owner: string, extraEnv: ExtraEnv, secretName: string): EnvVar[] {
  return marked(extraEnv).map((entry) => {
    const value = isMap(entry) ? entry.value : undefined;
    if (!isMap(entry) || !(value instanceof SecretValue)) return entry as EnvVar;
    const name = value.secretName ?? secretName;
    const key = value.secretKey ?? secretKey(owner, entry.name);
    return { name: String(entry.name), valueFrom: { secretKeyRef: { name, key } } };
  });
}

/** What the release's own Secret holds for the secret literals among the variables. */
export function envSecrets(owner: string, extraEnv: ExtraEnv): Record<string, string> {
  const literals = marked(extraEnv)
    .filter(isMap)
    .filter(({ value }) => value instanceof SecretValue && value.secretName === undefined);
  return Object.fromEntries(literals.map(({ name, value }) => [secretKey(owner, name), revealText(value) ?? '']));
}

/** Containers as users give them. */
export type ExtraContainers = readonly unknown[] | undefined;

function ownerOf(owner: string, container: Record<string, unknown>): string {
  return `${owner}.${String(container.name)}`;
}

/** Containers whose variables that are secrets come from the release's own Secret. */
export function containersWithEnv<T extends ExtraContainers>(owner: string, containers: T, secretName: string): T {
  return containers?.map((container) =>
    isMap(container) && Array.isArray(container.env)
      ? { ...container, env: containerEnv(ownerOf(owner, container), container.env, secretName) }
      : container,
  ) as unknown as T;
}

/** What the release's own Secret holds for them. */
export function containerSecrets(owner: string, containers: ExtraContainers): Record<string, string> {
  const all = (containers ?? []).filter(isMap).filter(({ env }) => Array.isArray(env));
  return Object.assign({}, ...all.map((one) => envSecrets(ownerOf(owner, one), one.env as ExtraEnv))) as Record<
    string,
    string
  >;
}
