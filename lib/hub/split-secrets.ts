import { isMap } from '../kubernetes/complete';
import { SecretValue } from '../kubernetes/secret-value';
import { isReference, reveal } from '../kubernetes/secrets';
import { isCredentialKey, isCredentialValue } from '../values/credentials';

/** Keys of maps and indices of lists, from the top. */
type Path = readonly (string | number)[];

/** A value that stays in a Secret of the cluster, and its place in the data. */
export interface Reference {
  readonly path: Path;
  readonly value: SecretValue;
}

/** Data taken apart by who may read it. */
export interface SplitData {
  /** What everyone may read. */
  readonly open: Record<string, unknown>;
  /** Secrets that are known at synth, at the same paths. */
  readonly secret: Record<string, unknown>;
  /** What the hub finds in the cluster when it starts. */
  readonly references: readonly Reference[];
}

/** A secret that is known at synth: one that says so, or what a program gave in plain text under a credential's key. */
function isLiteral(value: unknown, path: Path): boolean {
  if (value instanceof SecretValue) return !isReference(value);
  if (value === '' || (typeof value !== 'string' && typeof value !== 'number')) return false;
  return isCredentialKey(path.map(String)) || isCredentialValue(value);
}

function holdsLiteral(value: unknown, path: Path): boolean {
  if (Array.isArray(value)) return value.some((item, index) => holdsLiteral(item, [...path, index]));
  if (isMap(value))
    return Object.entries(value).some(([key, item]) => holdsLiteral(item, [...path, ...nameOf(value, key), key]));
  return isLiteral(value, path);
}

/** What a value in a list is of: `DB_PASSWORD` of `{ name: DB_PASSWORD, value: ... }`. */
function nameOf(map: Record<string, unknown>, key: string): string[] {
  return key === 'value' && typeof map.name === 'string' ? [map.name] : [];
}

function referencesIn(value: unknown, path: Path): Reference[] {
  if (isReference(value)) return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => referencesIn(item, [...path, index]));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => referencesIn(item, [...path, key]));
}

/** The same with the places of references left free: in a list, an item of its own keeps the others where they are. */
function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (isReference(item) ? null : withoutReferences(item)));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => !isReference(item));
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutReferences(item)]));
}

/** Takes secrets out of a tree of maps. A list with a literal in it is taken as a whole. */
export function splitSecrets(data: Record<string, unknown>, path: Path = []): SplitData {
  const open: Record<string, unknown> = {};
  const secret: Record<string, unknown> = {};
  const references: Reference[] = [];
  for (const [key, value] of Object.entries(data)) {
    const here = [...path, key];
    if (isMap(value) && Object.keys(value).length) {
      const below = splitSecrets(value, here);
      if (Object.keys(below.open).length) open[key] = below.open;
      if (Object.keys(below.secret).length) secret[key] = below.secret;
      references.push(...below.references);
    } else {
      references.push(...referencesIn(value, here));
      const kept = withoutReferences(value);
      if (holdsLiteral(kept, here)) secret[key] = reveal(kept);
      else if (!isReference(value)) open[key] = kept;
    }
  }
  return { open, secret, references };
}
