import { hasKey, isMap, Tree } from '../data/maps';
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
export function update(name: ModelName, target: Readonly<Tree>, changes: unknown, where: string): Tree {
  if (!isMap(changes)) throw new SpawnError(`${where} must be a map`);
  const updated: Tree = { ...target };
  for (const [key, value] of Object.entries(changes)) {
    const field = fieldsOf(name).get(key);
    if (field === undefined) throw new SpawnError(`${where}.${key} is no field of a ${name}`);
    if (value === null) delete updated[field];
    else updated[field] = value;
  }
  const missing = (MODELS[name] as Model).required.find((field) => !hasKey(updated, field));
  if (missing !== undefined) throw new SpawnError(`${where}.${missing} is missing`);
  return updated;
}

/** An object of Kubernetes made of a map, whose own fields may be named as in Python. */
export function toModel(name: ModelName, map: unknown, where: string): Tree {
  return update(name, {}, map, where);
}

/** A list of such objects. */
export function toModels(name: ModelName, items: unknown, where: string): Tree[] {
  if (!Array.isArray(items)) throw new SpawnError(`${where} must be a list`);
  return items.map((item, index) => toModel(name, item, `${where}[${index}]`));
}
