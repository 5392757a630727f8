import { snakeCase } from '../../options/wire/case';
import { isMap, Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';
import { alternatives, enumOf, itemType, membersOf, valueType } from '../../options/wire/option-types';
import { budgetDefault } from '../../options/wire/structs';
import { Call, Member } from './code';

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

/** Seconds, in the largest unit that says them in a whole number. */
function duration(seconds: unknown): Call | undefined {
  if (typeof seconds !== 'number' || seconds < 0) return undefined;
  const [unit, size] = [['hours', 3600] as const, ['minutes', 60] as const].find(
    ([, one]) => seconds > 0 && seconds % one === 0,
  ) ?? ['seconds', 1];
  return new Call(`Duration.${unit}`, [seconds / size]);
}

/** A scalar in the words of its type; undefined where the type has none for it. */
function scalar(value: unknown, type: string): unknown {
  if (value instanceof SecretValue) return type === 'SecretValue' ? value : undefined;
  if (type === 'string' || type === 'boolean' || type === 'number') return typeof value === type ? value : undefined;
  if (type === 'k8s.Quantity' || type === 'k8s.IntOrString') return wrapped(value, type);
  if (type === 'Duration') return duration(value);
  const member = Object.entries(enumOf(type)?.members ?? {}).find(([, word]) => word === value);
  return member && new Member(type, member[0]);
}

function list(value: readonly unknown[], type: string): Said {
  const items = value.map((item) => say(item, type));
  // Lists are replaced as a whole, so one that cannot be said to its end is left.
  return items.some(({ left }) => left !== undefined) ? { left: value } : { said: items.map(({ said }) => said) };
}

/** The two halves of a map's entries. */
function halves(entries: readonly (readonly [string, Said])[]): Said {
  const half = (of: (one: Said) => unknown) => {
    const own = entries.map(([key, one]) => [key, of(one)]).filter(([, one]) => one !== undefined);
    return own.length ? Object.fromEntries(own) : undefined;
  };
  return { said: entries.length ? half(({ said }) => said) : {}, left: half(({ left }) => left) };
}

/** Services are in JupyterHub's words on the wire, and what has no option of its own stands in `extra`. */
function service(value: Tree): Said {
  const words = (membersOf('ServiceProps') ?? []).filter(({ name }) => !['scopes', 'port', 'extra'].includes(name));
  const members = new Map(words.map((word) => [word.name === 'apiToken' ? word.name : snakeCase(word.name), word]));
  const own: Tree = {};
  const extra: Tree = {};
  for (const [key, item] of Object.entries(value)) {
    const member = members.get(key);
    const { said, left } = member ? say(item, member.type) : { left: item };
    if (member && left === undefined) own[member.name] = said;
    else extra[key] = item;
  }
  return { said: { ...own, ...(Object.keys(extra).length && { extra }) } };
}

/** A budget of pods. Said in a program, the number that has no default takes the other one's default away. */
function budget(value: unknown, parent: string): Said {
  const byDefault = budgetDefault(parent);
  if (!isMap(value) || ['maxUnavailable', 'minAvailable'].every((key) => key === byDefault || !(key in value))) {
    return say(value, 'PodDisruptionBudgetProps');
  }
  const { [byDefault]: taken, ...own } = value;
  return taken === null ? say(own, 'PodDisruptionBudgetProps') : { left: value };
}

function struct(value: Tree, type: string): Said {
  if (type === 'ServiceProps') return service(value);
  const members = membersOf(type) ?? [];
  const byWireName = new Map(members.map((member) => [member.wireName, member]));
  const entries = Object.entries(value).map(([key, item]): [string, Said] => {
    const member = byWireName.get(key);
    // The image's own command.
    if (type === 'SpawnerProps' && key === 'cmd' && item === null) return [key, { said: [] }];
    if (member?.type === 'PodDisruptionBudgetProps') return [key, budget(item, type)];
    return member ? [member.name, say(item, member.type)] : [key, { left: item }];
  });
  const parts = halves(entries);
  const said = (parts.said ?? {}) as Tree;
  const complete = members.every(({ name, required }) => !required || name in said);
  return complete ? parts : { left: value };
}

function one(value: unknown, type: string, isAlternative: boolean): Said {
  const item = itemType(type);
  if (item !== undefined) return Array.isArray(value) ? list(value, item) : { left: value };
  const values = valueType(type);
  if (values !== undefined) {
    if (!isMap(value)) return { left: value };
    return halves(Object.entries(value).map(([key, own]) => [key, say(own, values)]));
  }
  if (membersOf(type) && isMap(value)) {
    if (type !== 'k8s.EnvVarSource' || !isAlternative) return struct(value, type);
    const { valueFrom, ...others } = value;
    return isMap(valueFrom) && !Object.keys(others).length ? struct(valueFrom, type) : { left: value };
  }
  const said = scalar(value, type);
  return said === undefined ? { left: value } : { said };
}

/** A value of an option, in the words of its type. */
export function say(value: unknown, type: string): Said {
  if (type === 'any' || value instanceof Call) return { said: value };
  const all = alternatives(type);
  const tries = all.map((alternative) => one(value, alternative, all.length > 1));
  return (
    tries.find(({ left }) => left === undefined) ?? tries.find(({ said }) => said !== undefined) ?? { left: value }
  );
}

/** A value of an option where a type can say all of it; else undefined. */
export function sayAll(value: unknown, type: string): unknown {
  const { said, left } = say(value, type);
  return left === undefined ? said : undefined;
}
