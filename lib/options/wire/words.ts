import { isMap, nonEmpty, Path } from '../../data/maps';
import { nearest } from '../../data/nearest';
import { didYouMean, eitherOf } from '../../data/words';
import { isCredentialKey, isCredentialValue } from '../../secrets/credentials';
import { SecretValue } from '../../secrets/secret-value';
import { ClassName, classOf } from './classes';
import { alternatives } from './lookup';
import { ENUMS, Type } from './option-types';

const SCALARS = { any: 'anything', boolean: 'true or false', number: 'a number', string: 'a string' } as const;

function alternativeWords(type: Type): string {
  if (typeof type === 'string') return SCALARS[type];
  if ('list' in type) return type.list === 'string' || type.list === 'number' ? `a list of ${type.list}s` : 'a list';
  if ('map' in type) return 'a map';
  if ('struct' in type) return `a map (${type.struct})`;
  if ('enum' in type) return `one of ${Object.values(ENUMS[type.enum].members).join(', ')} (${type.enum})`;
  return 'instance' in type ? classOf(type.instance).words : '';
}

/** What a value has to be. */
export function allowed(type: Type): string {
  return eitherOf([...new Set(alternatives(type).map(alternativeWords))]);
}

/** What stands there; the value itself where it is short and cannot be a secret. */
export function found(value: unknown, path: Path): string {
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (value instanceof SecretValue) return 'a SecretValue';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return `an object of the class ${value.constructor.name}`;
  if (isCredentialKey(path) || isCredentialValue(value)) return `a ${typeof value}`;
  if (typeof value !== 'string') return String(value);
  return value.length <= 40 && !value.includes('\n') ? `the string ${JSON.stringify(value)}` : 'a string';
}

/** Classes whose objects come from factories. */
const FACTORIES: Partial<Record<ClassName, string>> = {
  Allow: 'make it by a factory, such as Allow.users',
  Authenticator: 'make it by a factory, such as Authenticator.gitHub',
  Profile: 'make it by Profile.of',
  SecretValue: 'make it by SecretValue.fromSecret, SecretValue.fromFile or SecretValue.literal',
};

function mendAlternative(value: unknown, type: Type): string | undefined {
  if (value === null) return 'leave it out';
  if (value instanceof SecretValue) return 'a secret would be readable here';
  if (type === 'string' && (typeof value === 'boolean' || Number.isFinite(value))) return 'put it in quotes';
  if (type === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return 'remove the quotes';
  if (type === 'boolean' && typeof value === 'string' && /^(true|false)$/i.test(value)) return 'remove the quotes';
  if (typeof type === 'string') return undefined;
  if ('list' in type && typeof value === type.list) return 'put it in a list';
  if ('enum' in type && typeof value === 'string') {
    const near = nearest(value, Object.values(ENUMS[type.enum].members));
    return nonEmpty(didYouMean(near));
  }
  if (!('instance' in type)) return undefined;
  if (type.instance === 'Duration' && typeof value === 'number') return `write Duration.seconds(${value})`;
  return FACTORIES[type.instance];
}

/** How to make it what it has to be, as far as that is plain. */
export function mend(value: unknown, type: Type): string {
  const mends = alternatives(type).map((alternative) => mendAlternative(value, alternative));
  const first = mends.find((one) => one !== undefined);
  return first === undefined ? '' : `; ${first}`;
}
