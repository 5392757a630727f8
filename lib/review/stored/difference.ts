import { hasKey, isMap, Path, sortedKeys } from '../../data/maps';

/** A place where two trees differ: a value of each, undefined where it has none. */
export interface Difference {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whether two trees are the same; the order of keys is nothing, that of lists is something. */
export function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((item, index) => isSame(item, after[index]));
  if (!isMap(before) || !isMap(after)) return false;
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => hasKey(after, key) && isSame(before[key], after[key]))
  );
}

/** Items of lists are known by their names, where each has one. */
function byName(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const names = list.map((item) => (isMap(item) && typeof item.name === 'string' ? item.name : undefined));
  if (names.some((name) => name === undefined) || new Set(names).size !== names.length) return undefined;
  return new Map(names.map((name, index) => [String(name), list[index]]));
}

/** The smallest places where two trees differ, in the order of their keys. */
export function differences(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (isSame(before, after)) return [];
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...sortedKeys(before), ...sortedKeys(after)]);
    return [...keys]
      .sort()
      .flatMap((key) =>
        differences(hasKey(before, key) ? before[key] : undefined, hasKey(after, key) ? after[key] : undefined, [
          ...path,
          key,
        ]),
      );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [byName(before), byName(after)];
    if (!old || !now) return [{ path, before, after }];
    const names = [...new Set([...old.keys(), ...now.keys()])];
    const below = names.flatMap((name) => differences(old.get(name), now.get(name), [...path, name]));
    return below.length ? below : [{ path, before, after }];
  }
  return [{ path, before, after }];
}
