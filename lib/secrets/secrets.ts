import { isMap, mapValues } from '../data/maps';
import { SecretValue } from './secret-value';

/** The plain value: of a secret literal, or of data that may hold secret literals. For content of Secrets only. */
export function reveal(value: unknown): unknown {
  if (value instanceof SecretValue) return reveal(value._reveal());
  if (Array.isArray(value)) return value.map(reveal);
  if (isMap(value)) return mapValues(value, reveal);
  return value;
}

/** The plain text of a secret literal; undefined where there is none, or where it lives in an existing Secret. */
export function revealText(value: unknown): string | undefined {
  const plain = reveal(value);
  if (plain === undefined || plain === null || plain === '') return undefined;
  return typeof plain === 'string' ? plain : JSON.stringify(plain);
}

/** Whether a value stays in a Secret of the cluster, where only pods find it. */
export function isReference(value: unknown): value is SecretValue & { secretName: string; secretKey: string } {
  return value instanceof SecretValue && value.secretName !== undefined;
}

/** Paths of the secrets in data, e.g. `spec.rules[0].host`. */
export function secretPaths(value: unknown, path = '', isSecret = isSecretValue): string[] {
  if (isSecret(value)) return [path];
  // Hardly any data has one, and paths are dear.
  if (!holdsSecret(value, isSecret)) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => secretPaths(item, `${path}[${index}]`, isSecret));
  return Object.entries(value as object).flatMap(([key, item]) =>
    secretPaths(item, path ? `${path}.${key}` : key, isSecret),
  );
}

function holdsSecret(value: unknown, isSecret: (value: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isSecret(value)) return true;
  const within = Array.isArray(value) ? value : isMap(value) ? Object.values(value) : [];
  return within.some((item) => holdsSecret(item, isSecret));
}

function isSecretValue(value: unknown): boolean {
  return value instanceof SecretValue;
}

export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
