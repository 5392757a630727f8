/** What can be done with plain maps, whatever they are of. */

export type Tree = Record<string, unknown>;

/** Where a value sits: keys of maps and indices of lists, from the top. */
export type Path = readonly (string | number)[];

/** A plain map, as opposed to a list, a scalar or an instance of a class. */
export function isMap(value: unknown): value is Tree {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Sets a key; `__proto__` is one like any other in YAML, but not in an assignment. */
export function setKey(map: Tree, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

/** The map with each value changed, and without the keys that are undefined then. */
export function mapValues<T>(
  map: Readonly<Record<string, T>>,
  change: (value: T, key: string) => unknown,
  keys = Object.keys(map),
): Tree {
  const changed: Tree = {};
  for (const key of keys) {
    const value = change(map[key], key);
    if (value !== undefined) setKey(changed, key, value);
  }
  return changed;
}

/** The map without the keys that are undefined. */
export function withoutUndefined(map: Tree): Tree {
  return mapValues(map, (value) => value);
}

/** The keys of a map in order, whatever order they were given in. */
export function sortedKeys(map: Readonly<Tree>): string[] {
  const keys = Object.keys(map);
  // Most maps are small, and many in order.
  const isSorted = keys.every((key, index) => index === 0 || keys[index - 1] < key);
  return isSorted ? keys : keys.sort();
}
