import { k8s } from 'cdk8s-plus-28';
import { TypeReference } from '@jsii/spec';
import { Profile } from '../../../lib';
import { alternatives, isEnum, isStruct, membersOf, OWN } from './assembly';
import { enumOf } from './recorder';

/** Structs in structs, until what is below is left out where it need not be. */
const DEPTH = 7;

type Props = Record<string, unknown>;
type Place = (props: Props) => Props;

/** Where the structs are that all others are found in. */
const ROOTS: Record<string, Place> = {
  [`${OWN}JupyterHubProps`]: (props) => props,
  [`${OWN}ProfileProps`]: (props) => ({ spawner: { profiles: [Profile.of('P', props)] } }),
};

/** A value of a type, with all that it can have. */
function valueOf(type: TypeReference, depth: number): unknown {
  const [first] = alternatives(type);
  if ('collection' in first) {
    const item = valueOf(first.collection.elementtype, depth);
    return item === undefined ? undefined : within(first, item);
  }
  if ('primitive' in first)
    return { string: 'some-text', number: 5, boolean: true, any: { some_key: 1 } }[first.primitive as string];
  if (!('fqn' in first)) return undefined;
  if (first.fqn.endsWith('.k8s.Quantity')) return k8s.Quantity.fromString('1Gi');
  if (first.fqn.endsWith('.k8s.IntOrString')) return k8s.IntOrString.fromNumber(5);
  if (isEnum(first.fqn)) return Object.values(enumOf(first.fqn))[0];
  return isStruct(first.fqn) && depth > 0 ? full(first.fqn, depth - 1) : undefined;
}

function full(struct: string, depth: number): Props {
  const entries = [...membersOf(struct).values()].map(({ name, type }) => [name, valueOf(type, depth)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** A value as what an option takes: itself, or in a list or a map. */
function within(type: TypeReference, value: unknown): unknown {
  if (!('collection' in type)) return value;
  const item = within(type.collection.elementtype, value);
  return type.collection.kind === 'array' ? [item] : { some_key: item };
}

/** The structs that an option takes, in lists and maps too, each with the type that has it there. */
function structsIn(type: TypeReference, whole = type): { struct: string; whole: TypeReference }[] {
  return alternatives(type).flatMap((one) => {
    const outer = whole === type ? one : whole;
    if ('collection' in one) return structsIn(one.collection.elementtype, outer);
    return 'fqn' in one && isStruct(one.fqn) ? [{ struct: one.fqn, whole: outer }] : [];
  });
}

/** Options of a hub, each a struct of Kubernetes with everything that it can have. */
export function kubernetesOptions(): Props[] {
  const visited = new Set<string>();
  const visit = (struct: string, place: Place): Props[] => {
    if (visited.has(struct)) return [];
    visited.add(struct);
    return [...membersOf(struct).values()].flatMap(({ name, type }) =>
      structsIn(type).flatMap(({ struct: inner, whole }) => {
        const inside: Place = (value) => place({ [name]: within(whole, value) });
        return inner.startsWith(OWN) ? visit(inner, inside) : [inside(full(inner, DEPTH))];
      }),
    );
  };
  return Object.entries(ROOTS).flatMap(([struct, place]) => visit(struct, place));
}
