import { isMap, Path, setKey, Tree } from '../../data/maps';
import { hidden, hiddenArguments, isCommand } from '../../release/hidden';
import { hasCredentialKeys } from '../../secrets/credentials';
import { SecretValue } from '../../secrets/secret-value';
import { isReference, reveal } from '../../secrets/secrets';

/** A value that stays in a Secret of the cluster, and its place in the data. */
export interface Reference {
  readonly path: Path;
  readonly value: SecretValue;
}

/** Data taken apart by who may read it. */
export interface SplitData {
  /** What everyone may read: a secret in a list leaves its place free, one within a string a marker. */
  readonly open: Tree;
  /** Secrets that are known at synth, at the same paths: items of a list by their index, parts of a string by their marker. */
  readonly secret: Tree;
  /** What the hub finds in the cluster when it starts. */
  readonly references: readonly Reference[];
}

/** The two halves of a value; undefined where there is nothing in one. */
interface Halves {
  readonly open?: unknown;
  readonly secret?: unknown;
}

/** What a value in a list is of: `DB_PASSWORD` of `{ name: DB_PASSWORD, value: ... }`. */
export function nameOf(map: Tree, key: string): string[] {
  return key === 'value' && typeof map.name === 'string' ? [map.name] : [];
}

/** What says of a path, from the top of the data, whether all that lies there is secret. */
export type IsSecret = (path: Path) => boolean;

/** Takes the secrets out of data on one way through it. */
class Splitter {
  readonly references: Reference[] = [];

  /**
   * @param isSecret whether what lies at a path is a secret, whatever it looks like
   * @param root what the data is in the chart's values, where it is a part of them
   */
  constructor(
    private readonly isSecret: IsSecret,
    private readonly root: Path,
  ) {}

  /** @param named the path with the names of variables in lists, which tell what their values are */
  split(value: unknown, path: Path, named: Path): Halves {
    if (value instanceof SecretValue) return this.splitSecret(value, path);
    if (typeof value !== 'object' || value === null) {
      const kept = this.isSecret(path) && value !== null ? SecretValue._of(value) : hidden(value, named);
      return kept instanceof SecretValue ? this.splitSecret(kept, path) : { open: kept };
    }
    if (this.isSecret(path)) return { secret: reveal(value) };
    if (Array.isArray(value)) return this.splitList(isCommand(named) ? hiddenArguments(value) : value, path, named);
    if (!isMap(value)) return { open: value };
    const isWhole = hasCredentialKeys(path) && Object.keys(value).length > 0;
    return isWhole ? { secret: reveal(value) } : this.splitMap(value, path, named);
  }

  private splitMap(map: Tree, path: Path, named: Path): Halves {
    const open: Tree = {};
    const secret: Tree = {};
    for (const key of Object.keys(map)) {
      const value = map[key];
      const below = this.split(value, [...path, key], [...named, ...nameOf(map, key), key]);
      const isEmptied = isMap(below.open) && !Object.keys(below.open).length && Object.keys(value as Tree).length > 0;
      if (below.open !== undefined && !isEmptied) setKey(open, key, below.open);
      if (below.secret !== undefined) setKey(secret, key, below.secret);
    }
    return { open, secret: Object.keys(secret).length ? secret : undefined };
  }

  private splitList(list: readonly unknown[], path: Path, named: Path): Halves {
    const items = list.map((item, index) => this.split(item, [...path, index], [...named, index]));
    const secrets = items.flatMap(({ secret }, index) =>
      secret === undefined ? [] : [[String(index), secret] as const],
    );
    return {
      open: items.map(({ open }) => (open === undefined ? null : open)),
      secret: secrets.length ? Object.fromEntries(secrets) : undefined,
    };
  }

  private splitSecret(value: SecretValue, path: Path): Halves {
    const partly = value._partly();
    if (partly) {
      const parts = this.splitMap({ ...partly.parts }, path, path);
      return { open: partly.shown, secret: parts.secret };
    }
    if (!isReference(value)) return { secret: reveal(value) };
    this.references.push({ path: path.slice(this.root.length), value });
    return {};
  }
}

/**
 * Takes secrets out of a tree of maps.
 * @param isSecret whether what lies at a path is a secret, whatever it looks like
 * @param root what the tree is in the chart's values, where it is a part of them
 */
export function splitSecrets(data: Tree, isSecret: IsSecret = () => false, root: Path = []): SplitData {
  const splitter = new Splitter(isSecret, root);
  const { open, secret } = splitter.split(data, root, root);
  return { open: (open ?? {}) as Tree, secret: (secret ?? {}) as Tree, references: splitter.references };
}
