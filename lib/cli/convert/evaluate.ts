import { isDeepStrictEqual } from 'node:util';
import { Allow } from '../../options/authenticator/allow';
import { Authenticator } from '../../options/authenticator/authenticator';
import { isMap, mapValues, Tree } from '../../data/maps';
import { ENUMS, EnumName } from '../../options/wire/option-types';
import { SecretValue } from '../../secrets/secret-value';
import { Call, Member } from './code';

type Factories = Readonly<Record<string, (...args: unknown[]) => unknown>>;

const CLASSES: Readonly<Record<string, Factories>> = {
  Allow: Allow as unknown as Factories,
  Authenticator: Authenticator as unknown as Factories,
};

/** What the program's call returns. */
function evaluate(value: unknown): unknown {
  if (value instanceof Member) return ENUMS[value.type as EnumName].members[value.member];
  if (value instanceof Call) {
    const [type, factory] = value.call.split('.');
    return CLASSES[type][factory](...value.args.map(evaluate));
  }
  if (Array.isArray(value)) return value.map(evaluate);
  return isMap(value) ? mapValues(value, evaluate) : value;
}

/** What a call of a factory makes; undefined where it refuses. */
export function madeBy(call: Call): Authenticator | undefined {
  try {
    return evaluate(call) as Authenticator;
  } catch {
    return undefined;
  }
}

/** Values for a comparison: a secret is the same only as itself. */
function comparable(value: unknown, secrets: SecretValue[]): unknown {
  if (value instanceof SecretValue) {
    const index = secrets.indexOf(value);
    return { secret: index < 0 ? secrets.push(value) - 1 : index };
  }
  if (Array.isArray(value)) return value.map((item) => comparable(item, secrets));
  return isMap(value) ? { ...mapValues(value, (item) => comparable(item, secrets)) } : value;
}

/** Whether two values of traits are the same. */
export function same(one: unknown, other: unknown): boolean {
  const secrets: SecretValue[] = [];
  return isDeepStrictEqual(comparable(one, secrets), comparable(other, secrets));
}

/** Whether a call of a factory makes an authenticator of this class with these traits, and no others. */
export function makes(call: Call, authenticatorClass: string, config: Readonly<Record<string, Tree>>): boolean {
  const made = madeBy(call);
  const filled = Object.entries(config).filter(([, traits]) => Object.keys(traits).length);
  return made?.authenticatorClass === authenticatorClass && same(made._config, Object.fromEntries(filled));
}
