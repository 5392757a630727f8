import { hasKey, isMap, Path, sortedKeys } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';
import { isReference, reveal } from '../../secrets/secrets';

/** A place where two trees differ: a value of each, undefined where it has none. */
export interface Difference {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Whether two trees are the same; the order of keys is nothing, that of lists is something. */
export function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (before instanceof SecretValue && after instanceof SecretValue)
    return isReference(before) || isReference(after)
      ? String(before) === String(after)
      : reveal(before) === reveal(after);
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((item, index) => isSame(item, after[index]));
  if (!isMap(before) || !isMap(after)) return false;
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => hasKey(after, key) && isSame(before[key], after[key]))
  );
}

/** The name of an item of a list: of a container, a variable, a profile. */
function nameOf(item: unknown): string | undefined {
  if (!isMap(item)) return undefined;
  const name = item.name ?? item.display_name;
  return typeof name === 'string' ? name : undefined;
}

/** Items of lists are known by their names, where each has one. */
function byName(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const names = list.map(nameOf);
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
