import { overlay } from '../data/complete';

/** What YAML values are made of once Helm has read them: JSON. */
export type Value = string | number | boolean | null | Value[] | ValueMap;
export type ValueMap = { [key: string]: Value };

/** A map among values, as opposed to a list or a scalar. */
export function isValueMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The user's values over the chart's defaults. A null takes away the default of its key; where there is none to take
 * away, Helm leaves the null standing. The keys of the defaults come first, in their order.
 */
export function applyOver(defaults: ValueMap, user: ValueMap): ValueMap {
  return overlay(defaults, user) as ValueMap;
}

/** A value in words, so that an error says what it found. */
export function describe(value: Value): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'a boolean' : 'a map';
}
