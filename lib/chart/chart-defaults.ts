import { DEFAULTS } from '../options/defaults';
import { Value, ValueMap } from './value';
import { toChartValues } from './table';

/** The chart's default values, with the keys that mean something to Helm alone. */
export const CHART_DEFAULTS: ValueMap = { global: { safeToShowValues: false }, ...toChartValues(DEFAULTS) };

function partsOf(value: Value): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}

const PARTS = new Set(partsOf(CHART_DEFAULTS));

/** Whether a map or a list among effective values is the defaults' own: then the user left it as it is. */
export function isUntouched(value: Value): boolean {
  return PARTS.has(value);
}
