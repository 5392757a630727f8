import { isMap, mapValues, Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';
import { alternatives, itemType, membersOf, valueType } from './option-types';
import { expandStruct } from './structs';
import { Wire } from '../../kubernetes/wire';

/** A struct of a program in the form of manifests. */
export function structToWire<T extends object>(props: T, struct: string): Wire<T> {
  return toWire(props, struct, '') as Wire<T>;
}

function hasMethod(value: object, method: string): value is Record<string, () => unknown> {
  return typeof (value as Tree)[method] === 'function';
}

/** An object of a class that stands for one value; undefined where it has to stay an object. Classes are told by what they have, not loaded. */
function single(value: object, type: string): unknown {
  if (value instanceof SecretValue) return value;
  if (hasMethod(value, 'toSeconds')) return value.toSeconds();
  // cdk8s' Size
  if (hasMethod(value, 'asString')) return value.asString();
  if (value instanceof Date) return value.toISOString();
  const { name, amount, value: own, valueFrom } = value as Tree;
  if (/(^|[|(])I[A-Z]/.test(type) && typeof name === 'string') return name;
  // cdk8s-plus' Cpu
  if (typeof amount === 'string') return amount;
  if (type.includes('EnvValue')) return valueFrom === undefined ? own : { valueFrom };
  // Quantity and IntOrString
  return /^k8s\./.test(type) ? own : undefined;
}

/** What a question answers for the first of the alternatives that it has an answer for. */
function first(all: readonly string[], question: (type: string) => string | undefined): string | undefined {
  return all.map(question).find((answer) => answer !== undefined);
}

function toWire(value: unknown, type: string, path: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const all = alternatives(type);
  if (Array.isArray(value)) {
    const ofItems = first(all, itemType) ?? 'any';
    return value.map((one, index) => toWire(one, ofItems, `${path}[${index}]`));
  }
  if (!isMap(value)) return single(value, type) ?? value;
  const ofValues = first(all, valueType);
  if (ofValues !== undefined) return mapValues(value, (one, key) => toWire(one, ofValues, `${path}.${key}`));
  const struct = all.find((one) => membersOf(one) !== undefined);
  if (struct === undefined) return value;
  const wire = structWire(value, struct, path);
  // An EnvVarSource stands where a variable's whole value does.
  return struct !== type && struct === 'k8s.EnvVarSource' ? { valueFrom: wire } : wire;
}

function structWire(value: Tree, struct: string, path: string): unknown {
  const members = new Map(membersOf(struct)?.map((member) => [member.name, member]));
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const wire = entries.map(([key, one]) => {
    const member = members.get(key);
    const here = path ? `${path}.${key}` : key;
    // A Kubernetes that is newer than its types has more fields.
    if (!member && !struct.startsWith('k8s.')) throw new Error(`${here}: there is no such option`);
    return [member?.wireName ?? key, member ? toWire(one, member.type, here) : one];
  });
  return expandStruct(struct, Object.fromEntries(wire) as Tree);
}
