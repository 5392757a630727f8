import { mapOf, mapValues, setKey, Tree } from '../../data/maps';
import { camelCase } from './case';
import { alternativeOf, memberOf, membersByWireName } from './lookup';
import { StructName, Type } from './option-types';
import { LIMITS } from './structs';

/** The name that programs in TypeScript have for a key: Python writes it in snake case, and manifests in their own way. */
function optionName(key: string, struct: StructName): string {
  if (memberOf(struct, key)) return key;
  if (memberOf(struct, camelCase(key))) return camelCase(key);
  return membersByWireName(struct).get(key)?.name ?? key;
}

/** A value of an override with the names of options that programs in TypeScript have. */
export function inOptionNames(value: unknown, type: Type | undefined): unknown {
  const own = type === undefined ? undefined : alternativeOf(value, type);
  if (typeof own !== 'object') return value;
  if ('list' in own) return (value as unknown[]).map((item) => inOptionNames(item, own.list));
  if ('map' in own) return mapValues(value as Tree, (item) => inOptionNames(item, own.map));
  return 'struct' in own ? structInOptionNames(value as Tree, own.struct) : value;
}

/** The limit that an override gives stands instead of the other one. */
function withOneLimit(budget: Tree): Tree {
  const given = LIMITS.filter((limit) => (budget[limit] ?? null) !== null);
  const others = LIMITS.filter((limit) => !(limit in budget));
  return given.length ? { ...budget, ...Object.fromEntries(others.map((limit) => [limit, null])) } : budget;
}

/** What JupyterHub knows of a service, and the options do not. */
function withExtra(service: Tree): Tree {
  const { extra, ...named } = service;
  const unknown = Object.entries(named).filter(([key]) => !memberOf('ServiceProps', key));
  if (!unknown.length) return service;
  const known = Object.entries(named).filter(([key]) => memberOf('ServiceProps', key));
  return { ...Object.fromEntries(known), extra: { ...mapOf(extra), ...Object.fromEntries(unknown) } };
}

/** Overrides with the names of options that programs in TypeScript have for them. */
export function structInOptionNames(value: Tree, struct: StructName): Tree {
  const named: Tree = {};
  for (const [key, item] of Object.entries(value)) {
    const name = optionName(key, struct);
    setKey(named, name, inOptionNames(item, memberOf(struct, name)?.type));
  }
  if (struct === 'ServiceProps') return withExtra(named);
  return struct === 'PodDisruptionBudgetProps' ? withOneLimit(named) : named;
}
