import { isMap, Tree } from '../data/maps';
import { ModelName, toModel } from './model';
import { compareText } from './python/text';
import { SpawnError } from './spawn-error';
import { Spawner } from './spawner';

/** Items of a list, or values of a map in the order of its keys, each with its place. */
function entriesOf(value: unknown, trait: string): (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown, index) => [index, item]);
  if (!isMap(value)) throw new SpawnError('must be a list or a map', [trait]);
  const keys = Object.keys(value).sort(compareText);
  return keys.map((key) => [key, value[key]]);
}

/** The objects of Kubernetes that a trait holds in a list or a map. */
export function toModels(spawner: Spawner, trait: string, model: ModelName, isTemplate: boolean): Tree[] {
  return entriesOf(spawner.get(trait), trait).map(([key, item]) => {
    const path = [trait, key];
    return toModel(model, isTemplate ? spawner.expandAll(item, path) : item, path);
  });
}
