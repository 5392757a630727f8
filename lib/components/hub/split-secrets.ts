import { isMap, mapValues, Path, setKey, Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';
import { isReference, reveal } from '../../secrets/secrets';
import { hasCredentialKeys, isCredential } from '../../secrets/credentials';

/** A value that stays in a Secret of the cluster, and its place in the data. */
export interface Reference {
  readonly path: Path;
  readonly value: SecretValue;
}

/** Data taken apart by who may read it. */
export interface SplitData {
  /** What everyone may read. */
  readonly open: Tree;
  /** Secrets that are known at synth, at the same paths. */
  readonly secret: Tree;
  /** What the hub finds in the cluster when it starts. */
  readonly references: readonly Reference[];
}

/** A secret that is known at synth: one that says so, or what a program gave in plain text under a credential's key. */
export function isLiteral(value: unknown, path: Path): boolean {
  if (value instanceof SecretValue) return !isReference(value);
  if (value === '' || (typeof value !== 'string' && typeof value !== 'number')) return false;
  return isCredential(path, value);
}

function holdsLiteral(value: unknown, path: Path): boolean {
  if (Array.isArray(value)) return value.some((item, index) => holdsLiteral(item, [...path, index]));
  if (isMap(value))
    return Object.entries(value).some(([key, item]) => holdsLiteral(item, [...path, ...nameOf(value, key), key]));
  return isLiteral(value, path);
}

/** What a value in a list is of: `DB_PASSWORD` of `{ name: DB_PASSWORD, value: ... }`. */
export function nameOf(map: Tree, key: string): string[] {
  return key === 'value' && typeof map.name === 'string' ? [map.name] : [];
}

/** Takes the secrets out of data on one way through it. */
class Splitter {
  readonly references: Reference[] = [];

  constructor(private readonly isSecret: (path: Path) => boolean) {}

  /** Where it is. */
  private readonly path: (string | number)[] = [];

  /** The two halves of a map. A list with a literal in it is taken as a whole. */
  split(data: Tree): { open: Tree; secret: Tree } {
    const open: Tree = {};
    const secret: Tree = {};
    for (const key of Object.keys(data)) {
      const value = data[key];
      this.path.push(key);
      const isSecret = this.isSecret(this.path) || hasCredentialKeys(this.path);
      if (!isSecret && isMap(value) && Object.keys(value).length) {
        const below = this.split(value);
        if (Object.keys(below.open).length) setKey(open, key, below.open);
        if (Object.keys(below.secret).length) setKey(secret, key, below.secret);
      } else {
        const kept = this.withoutReferences(value);
        if (isSecret ? kept !== undefined && kept !== null : holdsLiteral(kept, this.path))
          setKey(secret, key, reveal(kept));
        else if (kept !== undefined) setKey(open, key, kept);
      }
      this.path.pop();
    }
    return { open, secret };
  }

  /** The value with the places of references left free: in a list, an item of its own keeps the others where they are. */
  private withoutReferences(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isReference(value)) {
      this.references.push({ path: [...this.path], value });
      return undefined;
    }
    const below = (item: unknown, key: string | number) => {
      this.path.push(key);
      const kept = this.withoutReferences(item);
      this.path.pop();
      return kept;
    };
    if (Array.isArray(value)) return value.map((item, index) => below(item, index) ?? null);
    return isMap(value) ? mapValues(value, below) : value;
  }
}

/**
 * Takes secrets out of a tree of maps.
 * @param isSecret whether what lies at a path is a secret, whatever it looks like
 */
export function splitSecrets(data: Tree, isSecret: (path: Path) => boolean = () => false): SplitData {
  const splitter = new Splitter(isSecret);
  const { open, secret } = splitter.split(data);
  return { open, secret, references: splitter.references };
}
