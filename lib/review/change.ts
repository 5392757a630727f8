import { Manifest } from '../kubernetes/manifest';
import { namespaceOf } from './read/manifests';

/** An object on both sides of a review; undefined on the side that does not have it. */
export interface Change {
  readonly before?: Manifest;
  readonly after?: Manifest;
}

/** An object that both sides have, not the same. */
export interface Update {
  readonly before: Manifest;
  readonly after: Manifest;
}

/** How a review names an object. */
export function nameOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** The object on the side that has it, the later one where both do. */
export function objectOf({ before, after }: Change): Manifest {
  const object = after ?? before;
  if (!object) throw new Error('a change has an object on one side at least');
  return object;
}

export function isUpdate(change: Change): change is Update {
  return change.before !== undefined && change.after !== undefined;
}

/** The objects of both sides, in the order of namespaces, kinds and names. */
export function changesBetween(
  before: ReadonlyMap<string, Manifest>,
  after: ReadonlyMap<string, Manifest>,
): readonly Change[] {
  const identities = new Set([...before.keys(), ...after.keys()]);
  const changes = [...identities].map((identity) => ({ before: before.get(identity), after: after.get(identity) }));
  const keyOf = (change: Change) => {
    const object = objectOf(change);
    return `${namespaceOf(object)}\0${nameOf(object)}\0${object.apiVersion}`;
  };
  return changes
    .map((change) => [keyOf(change), change] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}
