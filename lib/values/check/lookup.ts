import { isValueMap, Value } from '../../chart/value';
import { Path } from '../read/problem';

/** Takes down what is wrong at a path. */
export type Report = (path: Path, message: string) => void;

/** The value at a dotted key, or undefined where there is none. */
export function at(values: Value | undefined, key: string): Value | undefined {
  return atPath(values, key.split('.'));
}

/** The value at the keys, each below the one before; undefined where there is none. */
export function atPath(values: Value | undefined, keys: readonly string[]): Value | undefined {
  return keys.reduce<Value | undefined>((value, key) => own(value, key), values);
}

function own(value: Value | undefined, key: string): Value | undefined {
  return isValueMap(value) && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
}

/** What the chart's templates take for true: anything but the empty value of its kind. */
export function isTruthy(value: Value | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isValueMap(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** The entries of the map at a dotted key, each with its path; none where there is no map. */
export function entriesAt(values: Value | undefined, key: string): [path: Path, value: Value, name: string][] {
  const map = at(values, key);
  if (!isValueMap(map)) return [];
  return Object.entries(map).map(([name, value]) => [[...key.split('.'), name], value, name]);
}

/** The items of the list at a dotted key, each with its path; none where there is no list. */
export function itemsAt(values: Value | undefined, key: string): [path: Path, item: Value][] {
  const list = at(values, key);
  return Array.isArray(list) ? list.map((item, index) => [[...key.split('.'), index], item]) : [];
}
