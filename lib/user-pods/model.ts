import { hasKey, isMap, Path, Tree } from '../data/maps';
import { MODELS } from '../jupyterhub/tables/models';
import { SpawnError } from './spawn-error';

export type ModelName = keyof typeof MODELS;

interface Model {
  readonly fields: Readonly<Record<string, string>>;
  readonly required: readonly string[];
}

const attributes = new Map<ModelName, ReadonlyMap<string, string>>();

/** The fields of a model by the names that they may be given by. */
function fieldsOf(name: ModelName): ReadonlyMap<string, string> {
  let fields = attributes.get(name);
  if (!fields) {
    const model: Model = MODELS[name];
    const entries = Object.entries(model.fields);
    fields = new Map(
      entries.flatMap(
        ([field, attribute]) =>
          [
            [field, field],
            [attribute, field],
          ] as const,
      ),
    );
    attributes.set(name, fields);
  }
  return fields;
}

/** Fields of an object of Kubernetes with changes to them; one that is null is left out. */
export function update(name: ModelName, target: Readonly<Tree>, changes: unknown, path: Path): Tree {
  if (!isMap(changes)) throw new SpawnError('must be a map', path);
  const updated: Tree = { ...target };
  for (const [key, value] of Object.entries(changes)) {
    const field = fieldsOf(name).get(key);
    if (field === undefined) throw new SpawnError(`is no field of a ${name}`, [...path, key]);
    if (value === null) delete updated[field];
    else updated[field] = value;
  }
  const missing = (MODELS[name] as Model).required.find((field) => !hasKey(updated, field));
  if (missing !== undefined) throw new SpawnError('is missing', [...path, missing]);
  return updated;
}

/** An object of Kubernetes made of a map, whose own fields may be named as in Python. */
export function toModel(name: ModelName, map: unknown, path: Path): Tree {
  return update(name, {}, map, path);
}
