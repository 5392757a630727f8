import { isMap, Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';

/** Objects of a class that stand for one value. Classes are told by what their objects have, so that none has to be loaded. */
interface ObjectsOf {
  /** With article. */
  readonly words: string;
  readonly is: (object: Tree) => boolean;
  /** The value on the wire; an object without it stays until manifests are made. */
  readonly toWire?: (object: Tree) => unknown;
  /** The struct that this value is, in the words of programs. */
  readonly struct?: 'k8s.Volume';
  /** Whether a value is what the objects stand for, in the form of manifests. */
  readonly isWire?: (value: unknown) => boolean;
  /** Whether programs may give that value too. */
  readonly takesWire?: true;
}

const isNumber = (value: unknown) => typeof value === 'number';
const isString = (value: unknown) => typeof value === 'string';
const isQuantity = (value: unknown) => isString(value) || isNumber(value);

/** Objects with a method that gives the value. */
function calledBy(words: string, method: string, isWire: (value: unknown) => boolean): ObjectsOf {
  return {
    words,
    is: (object) => typeof object[method] === 'function',
    toWire: (object) => (object as Record<string, () => unknown>)[method](),
    isWire,
  };
}

/** Objects of cdk8s-plus stand for their names. */
function named(kind: string): ObjectsOf {
  return {
    words: `a ${kind}`,
    is: (object) => isString(object.name) && (object.kind ?? kind) === kind,
    toWire: ({ name }) => name,
    isWire: (value) => isMap(value) && isString(value.name),
  };
}

/** Classes of Kubernetes' types around a value. */
function valued(words: string): ObjectsOf {
  const is = ({ value }: Tree) => isQuantity(value);
  return { words, is, toWire: ({ value }) => value, isWire: isQuantity, takesWire: true };
}

const CLASSES = {
  Allow: { words: 'a rule of Allow', is: ({ _rules }) => _rules !== undefined },
  Authenticator: { words: 'an Authenticator', is: ({ _config }) => _config !== undefined },
  Cpu: { words: 'a Cpu', is: ({ amount }) => isString(amount), toWire: ({ amount }) => amount, isWire: isString },
  Construct: { words: 'a construct', is: ({ node }) => node !== undefined },
  Date: calledBy('a Date', 'toISOString', isString),
  Duration: calledBy('a Duration', 'toSeconds', isNumber),
  EnvValue: {
    words: 'an EnvValue',
    is: (object) => 'value' in object && 'valueFrom' in object,
    toWire: ({ value, valueFrom }) => (valueFrom === undefined ? value : { valueFrom }),
    isWire: isMap,
  },
  INetworkPolicyPeer: { words: 'a peer', is: (object) => typeof object.toNetworkPolicyPeerConfig === 'function' },
  IPersistentVolumeClaim: named('PersistentVolumeClaim'),
  ISecret: named('Secret'),
  IServiceAccount: named('ServiceAccount'),
  Profile: { words: 'a Profile', is: ({ displayName }) => displayName !== undefined, isWire: isMap },
  SecretValue: { words: 'a SecretValue', is: (object: object) => object instanceof SecretValue },
  Size: calledBy('a Size', 'asString', isQuantity),
  // cdk8s-plus' objects write themselves by a method of theirs.
  Volume: { ...calledBy('a Volume', '_toKube', isMap), struct: 'k8s.Volume' as const },
  'k8s.IntOrString': valued('an IntOrString'),
  'k8s.Quantity': valued('a Quantity'),
} satisfies Record<string, ObjectsOf>;

export type ClassName = keyof typeof CLASSES;

/** What is known of the objects of a class. */
export function classOf(name: ClassName): ObjectsOf {
  return CLASSES[name];
}

/** Classes whose objects stand for a value wherever anything is taken. */
const ANYWHERE: readonly ClassName[] = ['SecretValue', 'Duration', 'Size', 'Date', 'Cpu'];

/** The class of an object that stands for a value wherever anything is taken; undefined where it is of none. */
export function classOfData(object: Tree): ObjectsOf | undefined {
  return ANYWHERE.map(classOf).find(({ is }) => is(object));
}
