import { mapValues } from '../data/maps';
import { mask, Range } from './ranges';
import { SecretValue } from './secret-value';

/** A string with its secret parts hidden; the string itself where there are none, and a secret where there is nothing else. */
export function withHidden(text: string, ranges: readonly Range[]): string | SecretValue {
  const masked = mask(text, ranges);
  if (!masked) return text;
  if (/^\(secret \d+\)$/.test(masked.shown)) return SecretValue._of(text);
  return SecretValue.within(masked.shown, mapValues(masked.parts, SecretValue._of) as Record<string, SecretValue>);
}
