import { isMap } from '../data/maps';
import { compareText } from './python/text';

/** The values of a map in the order of its keys; a list as it is. */
export function sortedValues(value: unknown): unknown {
  if (!isMap(value)) return value;
  return Object.keys(value)
    .sort(compareText)
    .map((key) => value[key]);
}
