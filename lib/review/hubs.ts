import { Manifest } from '../kubernetes/manifest';
import { isClusterScoped } from '../kubernetes/cluster-scoped';
import { componentOf, releaseOf } from '../release/labels';
import { Change, objectOf } from './change';
import { namespaceOf } from './read/manifests';

/** The objects of one hub, and what else is in its namespace; or what belongs to no hub. */
export interface Group {
  /** What a review calls it. */
  readonly name: string;
  readonly namespace: string;
  /** The release of a hub; undefined where there is no hub. */
  readonly release?: string;
  /** All objects on both sides, those that stay the same too. */
  readonly objects: readonly Change[];
}

interface HubKey {
  readonly namespace: string;
  readonly release: string;
}

/** The hubs that there are: each has a Deployment of its own. */
function hubsIn(objects: readonly Change[]): HubKey[] {
  const found = new Map<string, HubKey>();
  for (const change of objects) {
    const object = objectOf(change);
    const release = releaseOf(object);
    if (object.kind !== 'Deployment' || componentOf(object) !== 'hub' || release === undefined) continue;
    const key = { namespace: namespaceOf(object), release };
    found.set(JSON.stringify([key.namespace, release]), key);
  }
  return [...found.values()];
}

/** The hub that an object is part of: by its labels, or as the only one of its namespace. */
function hubOf(object: Manifest, hubs: readonly HubKey[]): HubKey | undefined {
  const release = releaseOf(object);
  // cdk8s gives objects of the whole cluster a namespace too, which tells whose they are.
  const namespace = isClusterScoped(object.kind)
    ? object.kind === 'Namespace'
      ? object.metadata.name
      : object.metadata.namespace
    : namespaceOf(object);
  const near = namespace === undefined ? hubs : hubs.filter((hub) => hub.namespace === namespace);
  const named = near.filter((hub) => hub.release === release);
  if (named.length === 1) return named[0];
  return namespace !== undefined && near.length === 1 ? near[0] : undefined;
}

/** The shortest names that tell hubs apart. */
function displayNames(hubs: readonly HubKey[]): ReadonlyMap<HubKey, string> {
  const isUnique = (nameOf: (hub: HubKey) => string) => new Set(hubs.map(nameOf)).size === hubs.length;
  const nameOf = [(hub: HubKey) => hub.release, (hub: HubKey) => hub.namespace].find(isUnique);
  return new Map(hubs.map((hub) => [hub, nameOf ? nameOf(hub) : `${hub.namespace}/${hub.release}`]));
}

/** Objects by the hub that they belong to, hubs in the order of their names; last what belongs to none. */
export function groupByHub(objects: readonly Change[]): readonly Group[] {
  const hubs = hubsIn(objects);
  const names = displayNames(hubs);
  const members = new Map<HubKey | undefined, Change[]>();
  for (const change of objects) {
    const hub = hubOf(objectOf(change), hubs);
    const list = members.get(hub);
    if (list) list.push(change);
    else members.set(hub, [change]);
  }
  const groups = hubs.map((hub) => ({ name: names.get(hub) ?? '', ...hub, objects: members.get(hub) ?? [] }));
  const sorted = groups.sort((a, b) => (a.name < b.name ? -1 : 1));
  const others = members.get(undefined);
  return others ? [...sorted, { name: 'other objects', namespace: '', objects: others }] : sorted;
}
