import { hasKey, isMap, Tree } from '../../data/maps';
import { classOf } from './classes';
import { ENUMS, Member, StructName, STRUCTS, Type } from './option-types';

/** Alternatives of a union; any other type is its only one. */
export function alternatives(type: Type): readonly Type[] {
  return typeof type === 'object' && 'anyOf' in type ? type.anyOf : [type];
}

/** Keys of a variable in the form of manifests, which has its source under `valueFrom`. */
const ENV_VAR = ['name', 'value', 'valueFrom'];

function isStruct(value: unknown, struct: StructName): boolean {
  return isMap(value) && !(struct === 'k8s.EnvVarSource' && ENV_VAR.some((key) => key in value));
}

/** An object of a class. */
export function isObject(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isMap(value);
}

/** Whether a value is of the kind of a type: what is in a list or a map does not count. */
function isOfKind(value: unknown, type: Type): boolean {
  if (type === 'number') return Number.isFinite(value);
  if (typeof type === 'string') return type === 'any' || typeof value === type;
  if ('list' in type) return Array.isArray(value);
  if ('map' in type) return isMap(value);
  if ('struct' in type) return isStruct(value, type.struct);
  if ('enum' in type) return Object.values(ENUMS[type.enum].members).includes(value as string);
  if (!('instance' in type)) return false;
  const { is, isWire, takesWire } = classOf(type.instance);
  return isObject(value) ? is(value) : takesWire === true && isWire?.(value) === true;
}

/** The alternative of a type that a value is of; undefined where it is of none. */
export function alternativeOf(value: unknown, type: Type): Type | undefined {
  return alternatives(type).find((alternative) => isOfKind(value, alternative));
}

/** The member of a struct by its name in programs; undefined where there is none. */
export function memberOf(struct: StructName, name: string): Member | undefined {
  const members = STRUCTS[struct];
  return hasKey(members, name) ? members[name] : undefined;
}

type Members = ReadonlyMap<string, { readonly name: string; readonly type: Type }>;

const byWireName = new Map<StructName, Members>();

/** The members of a struct by their names in manifests. */
export function membersByWireName(struct: StructName): Members {
  let members = byWireName.get(struct);
  if (!members) {
    const all = Object.entries(STRUCTS[struct]);
    members = new Map(all.map(([name, { type, wireName = name }]) => [wireName, { name, type }]));
    byWireName.set(struct, members);
  }
  return members;
}
