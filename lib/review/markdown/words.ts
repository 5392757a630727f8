import { formatPath } from '../../data/words';
import { Words } from '../decisions';
import { Difference } from '../stored/difference';
import { shown } from '../shown';
import { code, codeWithin } from './quote';

/** How long a quoted text gets where a decision rests on it. */
const LONGEST = 400;

/** A text with what manifests say in it quoted. */
export function marked(words: Words): string {
  return words.map((word) => (typeof word === 'string' ? word : codeWithin(word.quoted, LONGEST))).join('');
}

const isScalar = (item: unknown) => typeof item !== 'object' || item === null;

/** What goes from a list and what comes; undefined where that is not all that differs, or these are no lists of words. */
function listWords({ path, before, after }: Difference): string | undefined {
  if (!Array.isArray(before) || !Array.isArray(after) || ![...before, ...after].every(isScalar)) return undefined;
  const quoted = (items: unknown[]) => items.map((item) => code(shown(item, path))).join(', ');
  const gone = before.filter((item) => !after.includes(item));
  const come = after.filter((item) => !before.includes(item));
  const parts = [...(gone.length ? [`without ${quoted(gone)}`] : []), ...(come.length ? [`with ${quoted(come)}`] : [])];
  return parts.join(', ') || undefined;
}

/** `path: before → after`, without secrets. */
export function differenceLine(difference: Difference): string {
  const { path, before, after } = difference;
  const words = listWords(difference);
  if (words !== undefined) return `${code(formatPath(path))}: ${words}`;
  const [old, now] = [before, after].map((value) => shown(value, path));
  const place = code(formatPath(path));
  // What is hidden on both sides says nothing but that it is another one.
  if (old === now) return `${place}: changed`;
  return `${place}: ${valueWords(before, old)} → ${valueWords(after, now)}`;
}

function valueWords(value: unknown, text: string): string {
  return value === undefined || value === null ? text : code(text);
}

/** `1 hub`, `2 hubs`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/** A list of points. */
export function points(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
