import { entriesOf, isMap, Path, Tree } from '../data/maps';
import { SecretValue } from '../secrets/secret-value';

/** The value below a path; undefined where there is none. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return found[Number(key)];
    return isMap(found) && Object.prototype.hasOwnProperty.call(found, key) ? found[key] : undefined;
  }, value);
}

/** The entries that are maps. */
export function mapsOf(value: unknown, path: Path): (readonly [path: Path, item: Tree, key: string])[] {
  return entriesOf(value, path).filter((entry): entry is readonly [Path, Tree, string] => isMap(entry[1]));
}

/** A value for a message: short, and never a secret. */
export function show(value: unknown): string {
  if (value instanceof SecretValue) return 'a secret';
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length ? 'a map' : 'an empty map';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}..."`;
}
