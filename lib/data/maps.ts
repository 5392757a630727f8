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

/** Whether the map itself has a key: every object inherits `constructor` and others. */
export function hasKey(map: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(map, key);
}

/** The value that the map itself has at a key. */
export function ownValue(map: Readonly<Tree>, key: string): unknown {
  return hasKey(map, key) ? map[key] : undefined;
}

/** The map; an empty one for what is none. */
export function mapOf(value: unknown): Tree {
  return isMap(value) ? value : {};
}

/** The list; an empty one for what is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The maps among the items of a list; none of anything else. */
export function mapsIn(value: unknown): Tree[] {
  return listOf(value).filter(isMap);
}

/** The entries of a map or the items of a list, each with its path; none of anything else. */
export function entriesOf(value: unknown, path: Path): (readonly [path: Path, item: unknown, key: string])[] {
  if (Array.isArray(value)) return value.map((item, index) => [[...path, index], item, String(index)] as const);
  return isMap(value) ? Object.entries(value).map(([key, item]) => [[...path, key], item, key] as const) : [];
}

/** What lies at a path of a tree; undefined where nothing does. */
export function valueAt(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isMap(value) ? ownValue(value, key) : undefined), tree);
}

/** The tree with a value at a path. What is in a map there stays. */
export function put(tree: Tree, [key, ...rest]: readonly string[], value: unknown): Tree {
  const before = ownValue(tree, key);
  if (rest.length) return { ...tree, [key]: put(isMap(before) ? before : {}, rest, value) };
  return { ...tree, [key]: isMap(before) && isMap(value) ? { ...before, ...value } : value };
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

/**
 * One map over another, as `helm -f base -f over` does it: maps merge deeply, everything else replaces. A null stays in the result, since only
 * defaults tell what it removes.
 */
export function mergeMaps<T extends Tree>(base: T, over: T): T {
  const merged: Tree = { ...base };
  for (const key of Object.keys(over)) {
    const [before, after] = [hasKey(base, key) ? base[key] : undefined, over[key]];
    setKey(merged, key, isMap(before) && isMap(after) ? mergeMaps(before, after) : after);
  }
  return merged as T;
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

/** The value, or undefined where it says nothing: null, an empty map, list or string, false. */
export function nonEmpty<T>(value: T | null | undefined): T | undefined {
  if (value === null || value === undefined || (value as unknown) === '' || (value as unknown) === false)
    return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (isMap(value) && Object.keys(value).length === 0) return undefined;
  return value;
}

/** The lists after one another; one that is absent counts as empty. */
export function concat<T>(...lists: (readonly T[] | null | undefined)[]): T[] {
  return lists.flatMap((list) => list ?? []);
}

/** A deep copy without the keys whose value is null or undefined: the API server would drop them and report a change. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutNulls(item)) as T;
  if (!isMap(value)) return value;
  return mapValues(value, (item) => (item === null ? undefined : withoutNulls(item))) as T;
}

/** A copy with the keys of every map in order, so that the order in which options were given leaves no trace. */
export function sortKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => sortKeys(item)) as T;
  if (!isMap(value)) return value;
  return mapValues(value, (item) => sortKeys(item), sortedKeys(value)) as T;
}
