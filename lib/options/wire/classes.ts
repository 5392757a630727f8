import { Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';

/** Objects of a class that stand for one value. Classes are told by what their objects have, so that none has to be loaded. */
interface ObjectsOf {
  readonly is: (value: Tree) => boolean;
  /** The value on the wire; an object without it stays until manifests are made. */
  readonly toWire?: (value: Tree) => unknown;
}

const has = (key: string) => (value: Tree) => value[key] !== undefined;

/** Objects of cdk8s-plus stand for their names. */
const named = (ofKind: string): ObjectsOf => ({
  is: ({ name, kind }) => typeof name === 'string' && (kind === undefined || kind === ofKind),
  toWire: ({ name }) => name,
});

const valued: ObjectsOf = { is: has('value'), toWire: ({ value }) => value };

const called = (method: string): ObjectsOf => ({
  is: (value) => typeof value[method] === 'function',
  toWire: (value) => (value as Record<string, () => unknown>)[method](),
});

const CLASSES = {
  Allow: { is: has('_rules') },
  Authenticator: { is: has('_config') },
  Cpu: { is: ({ amount }) => typeof amount === 'string', toWire: ({ amount }) => amount },
  Date: called('toISOString'),
  Duration: called('toSeconds'),
  EnvValue: {
    is: (value) => 'value' in value && 'valueFrom' in value,
    toWire: ({ value, valueFrom }) => (valueFrom === undefined ? value : { valueFrom }),
  },
  IPersistentVolumeClaim: named('PersistentVolumeClaim'),
  ISecret: named('Secret'),
  IServiceAccount: named('ServiceAccount'),
  Profile: { is: has('_toWire') },
  SecretValue: { is: (value: object) => value instanceof SecretValue },
  Size: called('asString'),
  'k8s.IntOrString': valued,
  'k8s.Quantity': valued,
} satisfies Record<string, ObjectsOf>;

export type ClassName = keyof typeof CLASSES;

/** What is known of the objects of a class. */
export function classOf(name: ClassName): ObjectsOf {
  return CLASSES[name];
}
