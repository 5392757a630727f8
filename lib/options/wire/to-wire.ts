import { hasKey, isMap, mapValues, setKey, Tree } from '../../data/maps';
import { Wire } from '../../kubernetes/wire';
import { ClassName, classOf, classOfData } from './classes';
import { alternativeOf, isObject, memberOf } from './lookup';
import { StructName, Type } from './option-types';
import { expandStruct } from './structs';

/** A struct of a program in the form of manifests. It has been checked, and what is in that form already stays. */
export function structToWire<T extends object>(props: T, struct: StructName): Wire<T> {
  return structWire(props as Tree, struct) as Wire<T>;
}

/** What the library passes on as it is, with the objects in it that stand for one value. */
function dataToWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dataToWire);
  if (isMap(value)) return mapValues(value, dataToWire);
  return isObject(value) ? (classOfData(value)?.toWire?.(value) ?? value) : value;
}

function objectToWire(object: Tree, className: ClassName): unknown {
  const { toWire: write, struct } = classOf(className);
  const wire = write?.(object) ?? object;
  return struct && isMap(wire) ? structWire(wire, struct) : wire;
}

/** A value of a program in the form of manifests. */
export function toWire(value: unknown, type: Type): unknown {
  const own = alternativeOf(value, type);
  if (own === undefined || own === 'any') return dataToWire(value);
  if (typeof own === 'string' || 'enum' in own || 'anyOf' in own) return value;
  if ('instance' in own) return isObject(value) ? objectToWire(value, own.instance) : value;
  if ('list' in own) return (value as unknown[]).map((item) => toWire(item, own.list));
  if ('map' in own) return mapValues(value as Tree, (item) => toWire(item, own.map));
  if (own !== type && own.struct === 'k8s.EnvVarSource' && isVariable(value as Tree)) return dataToWire(value);
  const wire = structWire(value as Tree, own.struct);
  // An EnvVarSource stands where a variable's whole value does.
  return own !== type && own.struct === 'k8s.EnvVarSource' ? { valueFrom: wire } : wire;
}

/** Whether a map is a variable as manifests have it, rather than the source of its value. */
function isVariable(value: Tree): boolean {
  return ['name', 'value', 'valueFrom'].some((key) => hasKey(value, key)) || !Object.keys(value).length;
}

function structWire(value: Tree, struct: StructName): unknown {
  const wire: Tree = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const member = memberOf(struct, key);
    setKey(wire, member?.wireName ?? key, member ? toWire(item, member.type) : dataToWire(item));
  }
  return expandStruct(struct, wire);
}
