import { complete } from '../../data/complete';
import { isMap, ownValue } from '../../data/maps';
import { Authenticator } from '../../options/authenticator/authenticator';
import { Profile } from '../../options/spawner/profile';
import { SecretValue } from '../../secrets/secret-value';
import { reveal } from '../../secrets/secrets';

/** What an object of the library stands for. */
function contentOf(value: unknown): unknown {
  if (value instanceof Profile) return [value._props, value._wire];
  if (value instanceof Authenticator) return [value.authenticatorClass, value._config];
  if (value instanceof SecretValue)
    return value.secretName === undefined ? reveal(value) : [value.secretName, value.secretKey];
  return value;
}

/** Whether two values of options are the same, secrets and empty maps included; the order of keys, and one that is undefined, do not count. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isMap(a) || !isMap(b)) {
    return a.constructor === b.constructor && contentOf(a) !== a && same(contentOf(a), contentOf(b));
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(ownValue(a, key), ownValue(b, key)));
}

/** Whether two values of an option have the same effect, its default filled in. */
export function sameEffect(a: unknown, b: unknown, defaults: unknown): boolean {
  const filled = (option: unknown) => complete({ option: defaults }, { option });
  return same(filled(a), filled(b));
}
