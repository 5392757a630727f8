import { snakeCase } from '../../options/wire/case';
import { isMap, mergeMaps, Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';
import { alternatives, membersByWireName } from '../../options/wire/lookup';
import { EnumName, ENUMS, StructName, STRUCTS, Type } from '../../options/wire/option-types';
import { ClassName } from '../../options/wire/classes';
import { BUDGET_DEFAULT, budgetDefault, LIMITS } from '../../options/wire/structs';
import { inOptionNames } from '../../options/wire/overrides';
import { toWire } from '../../options/wire/to-wire';
import { Call, Member } from './code';
import { evaluate } from './evaluate';
import { same } from './same';

/** A value as a program can say it, and what of it no type can say; undefined where there is nothing. */
export interface Said {
  readonly said?: unknown;
  readonly left?: unknown;
}

/** Texts and numbers in a class of their own. */
function wrapped(value: unknown, type: string): Call | undefined {
  if (typeof value === 'string') return new Call(`${type}.fromString`, [value]);
  return typeof value === 'number' ? new Call(`${type}.fromNumber`, [value]) : undefined;
}

/** Seconds, in the largest unit that says them in an integer. */
function duration(seconds: unknown): Call | undefined {
  if (typeof seconds !== 'number' || seconds < 0) return undefined;
  const [unit, size] = [['hours', 3600] as const, ['minutes', 60] as const].find(
    ([, one]) => seconds > 0 && seconds % one === 0,
  ) ?? ['seconds', 1];
  return new Call(`Duration.${unit}`, [seconds / size]);
}

/** An object of a class; undefined where the program cannot make one for the value. */
function instance(value: unknown, type: ClassName): unknown {
  if (value instanceof SecretValue) return type === 'SecretValue' ? value : undefined;
  if (type === 'k8s.Quantity' || type === 'k8s.IntOrString') return wrapped(value, type);
  return type === 'Duration' ? duration(value) : undefined;
}

function member(value: unknown, type: EnumName): Member | undefined {
  const found = Object.entries(ENUMS[type].members).find(([, word]) => word === value);
  return found && new Member(type, found[0]);
}

function list(value: readonly unknown[], type: Type): Said {
  const items = value.map((item) => say(item, type));
  // Lists are replaced as a whole, so one that cannot be said to its end is left.
  return items.some(({ left }) => left !== undefined) ? { left: value } : { said: items.map(({ said }) => said) };
}

/** The two halves of a map's entries. */
function halves(entries: readonly (readonly [string, Said])[]): Said {
  const half = (of: (one: Said) => unknown) => {
    const own = entries.map(([key, one]) => [key, of(one)]).filter(([, one]) => one !== undefined);
    return own.length ? (Object.fromEntries(own) as Tree) : undefined;
  };
  return { said: entries.length ? half(({ said }) => said) : {}, left: half(({ left }) => left) };
}

/** Services are in JupyterHub's words on the wire, and what has no option of its own stands in `extra`. */
function service(value: Tree): Said {
  const words = Object.entries(STRUCTS.ServiceProps).filter(([name]) => !['scopes', 'port', 'extra'].includes(name));
  const members = new Map(
    words.map(([name, { type }]) => [name === 'apiToken' ? name : snakeCase(name), { name, type }]),
  );
  const own: Tree = {};
  const extra: Tree = {};
  for (const [key, item] of Object.entries(value)) {
    const known = members.get(key);
    const { said, left } = known ? say(item, known.type) : { left: item };
    if (known && left === undefined) own[known.name] = said;
    else extra[key] = item;
  }
  return { said: { ...own, ...(Object.keys(extra).length && { extra }) } };
}

const BUDGET: Type = { struct: 'PodDisruptionBudgetProps' };

/** A budget of pods. In a program, the limit that has no default takes the other one's default away; both have to be given. */
function budget(value: unknown, parent: StructName): Said {
  const byDefault = budgetDefault(parent);
  if (!isMap(value) || LIMITS.every((key) => key === byDefault || !(key in value))) {
    return say(value, BUDGET);
  }
  const { [byDefault]: taken, ...own } = value;
  return taken === null ? say(own, BUDGET) : { left: { ...value, [byDefault]: taken ?? BUDGET_DEFAULT } };
}

/** Members of a struct, whether or not all that it requires are among them. */
export function sayMembers(value: Tree, type: StructName): Said {
  const members = membersByWireName(type);
  const entries = Object.entries(value).map(([key, item]): [string, Said] => {
    const known = members.get(key);
    // The image's own command.
    if (type === 'SpawnerProps' && key === 'cmd' && item === null) return [key, { said: [] }];
    if (!known) return [key, { left: item }];
    return [known.name, known.name === 'pdb' ? budget(item, type) : say(item, known.type)];
  });
  return halves(entries);
}

function struct(value: Tree, type: StructName): Said {
  if (type === 'ServiceProps') return service(value);
  const parts = sayMembers(value, type);
  const said = (parts.said ?? {}) as Tree;
  const missing = Object.entries(STRUCTS[type]).some(([name, { required }]) => required && !(name in said));
  return missing ? { left: value } : parts;
}

/** Where a variable's value may be a string too, its source stands for the `valueFrom` of the wire. */
function envVarSource(value: Tree): Said {
  const { valueFrom, ...others } = value;
  if (!isMap(valueFrom) || Object.keys(others).length) return { left: value };
  const { said, left } = struct(valueFrom, 'k8s.EnvVarSource');
  return { said, left: left === undefined ? undefined : { valueFrom: left } };
}

/** The words of a scalar, or what is left. */
function scalar(said: unknown, value: unknown): Said {
  return said === undefined ? { left: value } : { said };
}

function one(value: unknown, type: Type, isAlternative: boolean): Said {
  if (type === 'any') return { said: value };
  if (typeof type === 'string') return scalar(typeof value === type ? value : undefined, value);
  if ('enum' in type) return scalar(member(value, type.enum), value);
  if ('instance' in type) return scalar(instance(value, type.instance), value);
  if ('list' in type) return Array.isArray(value) ? list(value, type.list) : { left: value };
  if (!isMap(value) || 'anyOf' in type) return { left: value };
  if ('map' in type) return halves(Object.entries(value).map(([key, own]) => [key, say(own, type.map)]));
  return isAlternative && type.struct === 'k8s.EnvVarSource' ? envVarSource(value) : struct(value, type.struct);
}

/** Whether the library makes the very same value of what is said, with what is left laid over it. */
function isTrue({ said, left }: Said, value: unknown, type: Type): boolean {
  if (said === undefined) return true;
  try {
    const own = evaluate(said);
    const all = isMap(own) && isMap(left) ? mergeMaps(own, inOptionNames(left, type) as Tree) : own;
    return same(toWire(all, type), value);
  } catch {
    return false;
  }
}

/** A value of an option, in the words of its type: as far as these say the same. */
export function say(value: unknown, type: Type): Said {
  const all = alternatives(type);
  const tries = all.map((alternative) => one(value, alternative, all.length > 1));
  const best = tries.find(({ left }) => left === undefined) ?? tries.find(({ said }) => said !== undefined) ?? tries[0];
  return isTrue(best, value, type) ? best : { left: value };
}

/** A value of an option where a type can say all of it; else undefined, as where there is no type. */
export function sayAll(value: unknown, type: Type | undefined): unknown {
  const { said, left } = type === undefined ? { left: value } : say(value, type);
  return left === undefined ? said : undefined;
}
