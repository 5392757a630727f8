import { entriesOf, Path } from '../data/maps';
import { DNS_NAME } from '../data/names';
import { eitherOf } from '../data/words';

/** A field that an API server refuses. */
export interface FieldProblem {
  readonly path: Path;
  readonly value: unknown;
  /** What it must be. */
  readonly what: string;
}

const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

export function told(path: Path, value: unknown, what: string): FieldProblem[] {
  return [{ path, value, what }];
}

export function isPort(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65535;
}

export function oneOf(value: unknown, path: Path, allowed: readonly string[]): FieldProblem[] {
  if (value === undefined || value === null || value === '' || allowed.includes(value as string)) return [];
  return told(path, value, `must be ${eitherOf(allowed)}`);
}

/** A key of a label or an annotation: a name, after a domain and a slash if any. */
function isQualified(key: string): boolean {
  const [prefix, name, ...more] = key.includes('/') ? key.split('/') : [undefined, key];
  return !more.length && NAME.test(name ?? '') && (prefix === undefined || DNS_NAME.test(prefix));
}

/** A map whose values are strings under qualified keys. */
export function strings(value: unknown, path: Path): FieldProblem[] {
  return entriesOf(value, path).flatMap(([here, item]) => {
    const key = String(here[here.length - 1]);
    if (!isQualified(key.toLowerCase() === key ? key : key.replace(/^[^/]*\//, (domain) => domain.toLowerCase())))
      return told(here, key, 'must have a key of letters, digits, -, _ and . after a domain and a slash, if any');
    return item === null || typeof item === 'string' ? [] : told(here, item, 'must be a string');
  });
}

/** Labels: strings of at most 63 characters. */
export function labels(value: unknown, path: Path): FieldProblem[] {
  const ofValues = entriesOf(value, path).flatMap(([here, item]) =>
    typeof item !== 'string' || item === '' || NAME.test(item)
      ? []
      : told(here, item, 'must be at most 63 letters, digits, -, _ and ., a letter or digit at both ends'),
  );
  return [...strings(value, path), ...ofValues];
}
