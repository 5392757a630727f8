import { hasKey, isMap, Path, setKey, Tree } from '../data/maps';
import { SpawnError } from './spawn-error';

/**
 * A map with another merged into it, as KubeSpawner does: maps deeply, null takes a key away, all else replaces.
 * @throws SpawnError where a map meets what is none
 */
export function merge(target: Readonly<Tree>, changes: Readonly<Tree>, path: Path): Tree {
  const merged: Tree = {};
  for (const [key, value] of Object.entries(target)) setKey(merged, key, value);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete merged[key];
    else if (isMap(value))
      setKey(merged, key, mergeInto(hasKey(merged, key) ? merged[key] : {}, value, [...path, key]));
    else setKey(merged, key, value);
  }
  return merged;
}

function mergeInto(target: unknown, changes: Tree, path: Path): unknown {
  if (isMap(target)) return merge(target, changes, path);
  if (Object.keys(changes).length === 0) return target;
  throw new SpawnError(`is no map, so the keys ${Object.keys(changes).join(', ')} cannot be merged into it`, path);
}
