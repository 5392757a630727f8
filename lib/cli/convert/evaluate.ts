import { hasKey, isMap, mapValues, Tree } from '../../data/maps';
import { Allow } from '../../options/authenticator/allow';
import { Authenticator } from '../../options/authenticator/authenticator';
import { Database } from '../../options/hub/database';
import { Exposure } from '../../options/proxy/exposure';
import { Tls } from '../../options/proxy/tls';
import { Profile } from '../../options/spawner/profile';
import { Storage } from '../../options/spawner/storage';
import { EnumName, ENUMS } from '../../options/wire/option-types';
import { SecretValue } from '../../secrets/secret-value';
import { Call, Member } from './code';
import { same } from './same';

type Function = (...args: never[]) => unknown;

/** The classes whose factories a program calls. */
const CLASSES = { Allow, Authenticator, Database, Exposure, Profile, SecretValue, Storage, Tls } as unknown as Readonly<
  Record<string, Readonly<Record<string, Function>>>
>;

const seconds = (unit: number) => (count: number) => ({ toSeconds: () => count * unit });
const wrapped = (value: string | number) => ({ value });

/** What the factories of cdk8s give, as far as an option looks at it: loading cdk8s would take longer than all the rest. */
const STAND_INS: Readonly<Record<string, Function>> = {
  'Duration.hours': seconds(3600),
  'Duration.minutes': seconds(60),
  'Duration.seconds': seconds(1),
  'k8s.IntOrString.fromNumber': wrapped,
  'k8s.IntOrString.fromString': wrapped,
  'k8s.Quantity.fromNumber': wrapped,
  'k8s.Quantity.fromString': wrapped,
};

function call({ call: name, args }: Call): unknown {
  const [owner, factory] = name.split('.');
  const given = args.map(evaluate) as never[];
  return hasKey(STAND_INS, name) ? STAND_INS[name](...given) : CLASSES[owner][factory](...given);
}

/**
 * What an expression gives when the program runs.
 * @throws what a factory throws
 */
export function evaluate(value: unknown): unknown {
  if (value instanceof Call) return call(value);
  if (value instanceof Member) return ENUMS[value.type as EnumName].members[value.member];
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

/** Whether a call of a factory makes an authenticator of this class with these traits, and no others; empty sections do not count. */
export function makes(call: Call, authenticatorClass: string, config: Readonly<Record<string, Tree>>): boolean {
  const made = madeBy(call);
  const filled = Object.entries(config).filter(([, traits]) => Object.keys(traits).length);
  return made?.authenticatorClass === authenticatorClass && same(made._config, Object.fromEntries(filled));
}
