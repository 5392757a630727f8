import { isMap, mapValues, Tree } from './maps';

const isDigit = (char: string) => /\p{Nd}/u.test(char);
const isLetter = (char: string) => /\p{L}/u.test(char);
const isPlainLetter = (char = '') => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');

/** The number that the digits from a place on make, and how many they are. */
function numberAt(chars: string[], start: number): { value: number; length: number } {
  let end = start;
  while (end < chars.length && isDigit(chars[end])) end += 1;
  return { value: Number(chars.slice(start, end).join('') || 0), length: end - start };
}

/** Whether the digits before a place belong to a number that has begun: then a zero counts. */
function withinNumber(chars: string[], place: number): boolean {
  for (let i = place - 1; i >= 0 && isDigit(chars[i]); i -= 1) if (chars[i] !== '0') return true;
  return false;
}

/**
 * The order in which Helm writes the keys of a map: numbers within them by their value, so `v9` comes before `v10`. KubeSpawner offers the
 * options and choices of a profile in this order, and takes the first choice where none is the default.
 */
export function compareKeys(left: string, right: string): number {
  // Of most keys the first letters that differ tell.
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  if (isPlainLetter(left[same]) && isPlainLetter(right[same])) return left[same] < right[same] ? -1 : 1;
  const [a, b] = [[...left], [...right]];
  const place = a.findIndex((char, index) => char !== b[index]);
  if (place < 0 || place >= b.length) return a.length - b.length;
  const [aLetter, bLetter] = [isLetter(a[place]), isLetter(b[place])];
  const byCode = a[place] < b[place] ? -1 : 1;
  if (aLetter && bLetter) return byCode;
  if (aLetter || bLetter) {
    const afterDigit = place > 0 && isDigit(a[place - 1]);
    return afterDigit === aLetter ? -1 : 1;
  }
  const zero = a[place] === '0' || b[place] === '0';
  const prefix = zero && withinNumber(a, place) ? 1 : 0;
  const [x, y] = [numberAt(a, place), numberAt(b, place)];
  const [aValue, bValue] = [prefix * 10 ** x.length + x.value, prefix * 10 ** y.length + y.value];
  return aValue - bValue || x.length - y.length || byCode;
}

/** The same data with the keys of every map in Helm's order. */
export function inHelmOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => inHelmOrder(item)) as T;
  if (!isMap(value)) return value;
  return mapValues(value, (item) => inHelmOrder(item), Object.keys(value).sort(compareKeys)) as T;
}

/** What JavaScript takes for an index, and puts before all other keys of an object. */
const INDEX = /^(?:0|[1-9]\d*)$/;

/** The keys of a map in the order given; where JavaScript has lost it, in Helm's, which is what values come in. */
export function keysAsGiven(map: Readonly<Tree>): string[] {
  const keys = Object.keys(map);
  return keys.some((key) => INDEX.test(key)) ? keys.sort(compareKeys) : keys;
}
