import { isMap } from '../data/maps';
import { Kind, Trait } from './kind';
import { isReference, reveal } from '../secrets/secrets';
import { SecretValue } from '../secrets/secret-value';
import { byteCount } from './byte-count';

/** A value as a trait holds it; undefined in place of it where the trait refuses what it was given. */
export type Accepted = { readonly value: unknown } | undefined;

const held = (value: unknown): Accepted => ({ value });
const within = ({ min = -Infinity, max = Infinity }: { min?: number; max?: number }, value: number) =>
  value >= min && value <= max;

/** True and False are 1 and 0 where Python compares them with others. */
const asNumber = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

/** What Python can put into a set. */
const isScalar = (value: unknown) => typeof value !== 'object' || value === null;

function unique(values: readonly unknown[]): unknown[] {
  const numbers = values.map(asNumber);
  return values.filter((_, index) => numbers.indexOf(numbers[index]) === index);
}

function items(of: Kind | undefined, value: readonly unknown[]): Accepted {
  const accepted = value.map((item) => (of ? accept(of, item) : held(item)));
  return accepted.every((item) => item !== undefined) ? held(accepted.map((item) => item.value)) : undefined;
}

function entries({ keys, values }: Extract<Kind, { is: 'dict' }>, map: Record<string, unknown>): Accepted {
  const accepted: [string, Accepted][] = Object.entries(map).map(([key, value]) => [
    key,
    values ? accept(values, value) : held(value),
  ]);
  if (keys && !accepted.every(([key]) => accept(keys, key))) return undefined;
  const all = accepted.flatMap(([key, value]) => (value ? [[key, value.value] as const] : []));
  return all.length === accepted.length ? held(Object.fromEntries(all)) : undefined;
}

function fromChoices({ values, caseless }: Extract<Kind, { is: 'enum' }>, value: unknown): Accepted {
  if (!caseless) return values.some((choice) => choice === asNumber(value)) ? held(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const choice = values.find((name) => String(name).toLowerCase() === value.toLowerCase());
  return choice === undefined ? undefined : held(choice);
}

/** What becomes of data under a kind. A secret stays one; of one that the cluster knows nothing else is known. */
export function accept(kind: Kind, value: unknown): Accepted {
  if (value instanceof SecretValue) {
    return isReference(value) || accept(kind, reveal(value)) ? held(value) : undefined;
  }
  switch (kind.is) {
    case 'any':
      return held(value);
    case 'bool':
      if (value === 0 || value === 1) return held(value === 1);
      return typeof value === 'boolean' ? held(value) : undefined;
    case 'int':
      if (typeof value === 'boolean') return held(value);
      return typeof value === 'number' && Number.isInteger(value) && within(kind, value) ? held(value) : undefined;
    case 'float':
      if (typeof value === 'boolean') return held(Number(value));
      return typeof value === 'number' && within(kind, value) ? held(value) : undefined;
    case 'byte specification':
      return byteCount(value);
    case 'unicode':
    case 'bytes':
    case 'type':
      return typeof value === 'string' ? held(value) : undefined;
    case 'cunicode':
      return held(String(value));
    case 'url prefix':
      return typeof value === 'string' ? held(value.replace(/^(?!\/)|(?<!\/)$/g, '/')) : undefined;
    case 'command': {
      const list = typeof value === 'string' ? [value] : value;
      return Array.isArray(list) && (list.length || kind.empty) ? items({ is: 'unicode' }, list) : undefined;
    }
    case 'set':
      return Array.isArray(value) && value.every(isScalar) ? items(kind.of, unique(value)) : undefined;
    case 'list':
      return Array.isArray(value) ? items(kind.of, value) : undefined;
    case 'tuple':
      return Array.isArray(value) && value.length === kind.of.length && kind.of.every((of, i) => accept(of, value[i]))
        ? held(value)
        : undefined;
    case 'dict':
      return isMap(value) ? entries(kind, value) : undefined;
    case 'enum':
      return fromChoices(kind, value);
    case 'union':
      return kind.of.map((of) => accept(of, value)).find((accepted) => accepted !== undefined);
    // Plain data is neither a function nor an object of a class.
    case 'callable':
    case 'instance':
      return undefined;
  }
}

/** What becomes of plain data that is assigned to a trait: None where it is allowed, one string where a list or a set is wanted. */
export function acceptTrait({ kind, allowNone }: Trait, value: unknown): Accepted {
  if (value === null && allowNone) return held(value);
  const only = (kind.is === 'list' || kind.is === 'set') && typeof value === 'string';
  return accept(kind, only ? [value] : value);
}
