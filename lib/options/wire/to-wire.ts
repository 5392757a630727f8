import { isMap, mapValues, Tree } from '../../data/maps';
import { Wire } from '../../kubernetes/wire';
import { ClassName, classOf } from './classes';
import { alternativeOf, memberOf } from './lookup';
import { StructName, Type } from './option-types';
import { expandStruct } from './structs';

/** A struct of a program in the form of manifests. */
export function structToWire<T extends object>(props: T, struct: StructName): Wire<T> {
  return structWire(props as Tree, struct, '') as Wire<T>;
}

/** Classes whose objects stand for one value wherever anything is taken. */
const ANYWHERE: readonly ClassName[] = ['SecretValue', 'Duration', 'Size', 'Date', 'Cpu'];

/** An object of a class on the wire; one that stands for no value stays. */
function objectToWire(value: Tree, classes: readonly ClassName[]): unknown {
  const own = classes.map(classOf).find(({ is }) => is(value));
  return own?.toWire ? own.toWire(value) : value;
}

/** What the library passes on as it is, with the objects in it that stand for one value. */
function dataToWire(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(dataToWire);
  return isMap(value) ? mapValues(value, dataToWire) : objectToWire(value as Tree, ANYWHERE);
}

function toWire(value: unknown, type: Type, path: string): unknown {
  const own = alternativeOf(value, type);
  if (own === 'any') return dataToWire(value);
  if (own === undefined || typeof own === 'string' || 'enum' in own || 'anyOf' in own) return value;
  if ('instance' in own) return objectToWire(value as Tree, [own.instance]);
  if ('list' in own) return (value as unknown[]).map((item, index) => toWire(item, own.list, `${path}[${index}]`));
  if ('map' in own) return mapValues(value as Tree, (item, key) => toWire(item, own.map, `${path}.${key}`));
  const wire = structWire(value as Tree, own.struct, path);
  // An EnvVarSource stands where a variable's whole value does.
  return own !== type && own.struct === 'k8s.EnvVarSource' ? { valueFrom: wire } : wire;
}

function structWire(value: Tree, struct: StructName, path: string): unknown {
  const wire: Tree = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const member = memberOf(struct, key);
    const here = path ? `${path}.${key}` : key;
    // A Kubernetes that is newer than its types has more fields.
    if (!member && !struct.startsWith('k8s.')) throw new Error(`${here}: there is no such option`);
    wire[member?.wireName ?? key] = member ? toWire(item, member.type, here) : item;
  }
  return expandStruct(struct, wire);
}
