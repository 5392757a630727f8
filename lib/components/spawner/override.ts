import { concat, isMap, mapValues, nonEmpty, Tree, withoutUndefined } from '../../data/maps';
import { complete } from '../../data/complete';
import { CompleteStorage, extraVolumes, fileVolumes, homeVolumes, serverTraits, Volumes, withSources } from './server';
import { ExtraFiles } from '../../kubernetes/extra-files';

/**
 * Overrides of KubeSpawner that add. It merges a map into a map that is there, and replaces everything else: so what is added to a list is written as the
 * whole list, and what replaces an entry of a map takes the rest of the old entry away.
 */

/** Traits that are a list, or a map of which KubeSpawner takes the values in the order of the keys. */
const COLLECTIONS = [
  'extra_containers',
  'init_containers',
  'node_affinity_preferred',
  'pod_affinity_preferred',
  'pod_affinity_required',
  'pod_anti_affinity_preferred',
  'pod_anti_affinity_required',
  'tolerations',
  'volume_mounts',
  'volumes',
];

/** The one that is never a map. */
const LIST = 'image_pull_secrets';

/** The one of which one item has to hold, so that what is added is added to each. */
const ALTERNATIVES = 'node_affinity_required';

/** Maps of which each entry is one thing, that another one of its name replaces. */
const ENTRIES = ['environment', 'lifecycle_hooks', 'volume_mounts', 'volumes'];

/** What a server has before a profile or a choice changes it. */
export interface Before {
  readonly traits: Tree;
  readonly storage: CompleteStorage;
  /** Names of variables that are a map somewhere, and so everywhere: KubeSpawner does not replace a string by a map. */
  readonly sources: ReadonlySet<string>;
}

/** A profile or a choice: what its servers get, and how what it adds is told from what others add. */
export interface Owner {
  readonly server: Tree;
  /** Prefix of the keys that it adds. */
  readonly prefix: string;
  readonly files: ExtraFiles;
  readonly filesVolume: string;
  readonly filesSecret: string;
}

/** The traits after an override, as KubeSpawner applies it. */
export function applyOverride(traits: Tree, override: Tree | undefined): Tree {
  const changed = mapValues(override ?? {}, (value, trait) => (isMap(value) ? merged(traits[trait], value) : value));
  return { ...traits, ...changed };
}

function merged(target: unknown, changes: Tree): Tree {
  if (!isMap(target)) return changes;
  const all: Tree = { ...target };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete all[key];
    else all[key] = isMap(value) ? merged(all[key] ?? {}, value) : value;
  }
  return all;
}

/** The entry with nulls for what an older one has beside it. */
function instead(old: unknown, entry: unknown): unknown {
  if (!isMap(old) || !isMap(entry)) return entry;
  const gone = Object.keys(old).filter((key) => !(key in entry));
  return { ...mapValues(entry, (value, key) => instead(old[key], value)), ...nulls(gone) };
}

const nulls = (keys: readonly string[]): Tree => Object.fromEntries(keys.map((key) => [key, null]));

/** Items under keys that keep their order, and come after all that servers have without them. */
function underKeys(items: readonly unknown[], key: string): Tree {
  const width = String(items.length).length;
  return Object.fromEntries(
    items.map((item, index) => {
      const name = isMap(item) && typeof item.name === 'string' ? `-${item.name}` : '';
      return [`${key}${String(index).padStart(width, '0')}${name}`, item];
    }),
  );
}

const itemsOf = (collection: unknown): unknown[] =>
  isMap(collection) ? Object.values(collection).filter(isMap) : ((collection ?? []) as unknown[]);

const entryOf = (map: unknown, name: string) => (isMap(map) ? map[name] : undefined);

/** The home, where it is another one: the old one goes. */
function home(before: CompleteStorage, after: CompleteStorage): Volumes {
  const [old, one] = [homeVolumes(before), homeVolumes(after)];
  if (JSON.stringify(old) === JSON.stringify(one)) return { volumes: {}, mounts: {} };
  return {
    volumes: { ...nulls(Object.keys(old.volumes)), ...one.volumes },
    mounts: { ...nulls(Object.keys(old.mounts)), ...one.mounts },
  };
}

/** The storage that a server has with its own options. */
export function storageAfter({ storage }: Before, { server }: Owner): CompleteStorage {
  return complete(storage, server.storage as object | undefined) as CompleteStorage;
}

/** What a server's options set, before it is asked what the server has already. */
export function ownTraits(owner: Owner, before: Before): Tree {
  const { server, prefix, files, filesVolume, filesSecret } = owner;
  const after = storageAfter(before, owner);
  const all = [
    home(before.storage, after),
    fileVolumes(files, filesSecret, filesVolume, prefix),
    extraVolumes((server.storage ?? {}) as Tree, prefix),
  ];
  const together = (part: keyof Volumes) => {
    const entries = Object.assign({}, ...all.map((volumes) => volumes[part])) as Tree;
    return Object.keys(entries).length ? entries : undefined;
  };
  const hasClaims = after.type === 'dynamic';
  const traits = serverTraits(server, hasClaims);
  return withoutUndefined({
    ...traits,
    environment: withSources(traits.environment, before.sources),
    storage_pvc_ensure: hasClaims === (before.storage.type === 'dynamic') ? undefined : hasClaims,
    volumes: together('volumes'),
    volume_mounts: together('mounts'),
  });
}

/** Node selector terms for nodes that fit one of each list. */
function both(some: readonly unknown[], others: readonly unknown[]): unknown[] {
  if (!some.length || !others.length) return concat(some, others);
  const together = (one: Tree, other: Tree) => {
    const rules = ['matchExpressions', 'matchFields'].map((kind) => [
      kind,
      nonEmpty(concat(one[kind] as unknown[], other[kind] as unknown[])),
    ]);
    return withoutUndefined({ ...one, ...other, ...Object.fromEntries(rules) });
  };
  return some.flatMap((one) => others.map((other) => together(one as Tree, other as Tree)));
}

/** Collections to which options of a server add. */
export function addedTo(traits: Tree): string[] {
  return COLLECTIONS.filter((trait) => itemsOf(traits[trait]).length);
}

/**
 * The override that gives a server what its options say, by KubeSpawner's names; undefined where they say nothing.
 * @param others traits that may have been set on the way from `before`
 * @param shared collections to which several choices may add, so that they have to be maps
 */
export function overrideOf(
  owner: Owner,
  before: Before,
  others: readonly Tree[] = [],
  shared: readonly string[] = [],
): Tree | undefined {
  const traits = ownTraits(owner, before);
  const collection = (trait: string): unknown => {
    const [there, items] = [before.traits[trait], traits[trait]];
    if (isMap(there)) return isMap(items) ? items : underKeys(itemsOf(items), owner.prefix);
    if (shared.includes(trait)) return { ...underKeys(itemsOf(there), ''), ...underKeys(itemsOf(items), owner.prefix) };
    return itemsOf(items).length ? concat(itemsOf(there), itemsOf(items)) : undefined;
  };
  const added = (trait: string, add: (there: unknown[], items: unknown[]) => unknown[]) =>
    itemsOf(traits[trait]).length ? add(itemsOf(before.traits[trait]), itemsOf(traits[trait])) : undefined;
  const collections = COLLECTIONS.filter((trait) => trait in traits || shared.includes(trait));
  const all: Tree = {
    ...traits,
    [ALTERNATIVES]: added(ALTERNATIVES, both),
    [LIST]: added(LIST, concat),
    ...Object.fromEntries(collections.map((trait) => [trait, collection(trait)])),
  };
  const stale = (trait: string, name: string) => [before.traits, ...others].map((set) => entryOf(set[trait], name));
  const replacing = mapValues(all, (value, trait) =>
    ENTRIES.includes(trait) && isMap(value)
      ? mapValues(value, (entry, name) => stale(trait, name).reduce((one, old) => instead(old, one), entry))
      : value,
  );
  const override: Tree = { ...replacing, ...(owner.server.traits as Tree | undefined) };
  return Object.keys(override).length ? override : undefined;
}
