import { parse, parseAllDocuments } from 'yaml';
import { isMap, Tree } from '../../lib/data/maps';
import { Manifest } from '../../lib/kubernetes/manifest';
import { toSortedYaml } from '../../lib/data/yaml';

/** What tells the items of a list apart: mounts by their path; containers, variables, volumes and ports by their name. */
function keyOf(item: unknown): string | undefined {
  const key = isMap(item) ? (item.mountPath ?? item.name) : undefined;
  return typeof key === 'string' ? key : undefined;
}

/** A list as a map, if something tells its items apart. */
function byKey(list: unknown): Map<string, Tree> | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.map((item: unknown) => [keyOf(item), item] as const);
  const map = new Map(entries as [string, Tree][]);
  return map.size === list.length && !map.has(undefined as never) ? map : undefined;
}

function difference(before: unknown, after: unknown): unknown {
  if (isMap(before) && isMap(after)) return differenceOfMaps(before, after);
  const [old, latest] = [byKey(before), byKey(after)];
  if (old && latest && [...old.keys()].every((key) => latest.has(key))) return differenceOfLists(old, latest);
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
}

function differenceOfMaps(before: Tree, after: Tree): Tree | undefined {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changes = keys.map((key) => [key, key in after ? difference(before[key], after[key]) : null] as const);
  const made = changes.filter(([, change]) => change !== undefined);
  return made.length ? Object.fromEntries(made) : undefined;
}

function differenceOfLists(before: Map<string, Tree>, after: Map<string, Tree>): Tree[] | undefined {
  const changes = [...after].flatMap(([key, item]) => {
    const change = difference(before.get(key), item);
    return isMap(change) ? [{ [item.mountPath ? 'mountPath' : 'name']: key, ...change }] : [];
  });
  return changes.length ? changes : undefined;
}

/** An object for people: files in a ConfigMap as what they hold, and no checksums, which change with every word of the hub's Python. */
function readable(manifest: Manifest): Tree {
  const text = JSON.stringify(manifest, (key, value: unknown) => {
    if (key.startsWith('checksum/')) return undefined;
    return key.endsWith('.yaml') && typeof value === 'string' ? parse(value, { version: '1.1' }) : value;
  });
  return JSON.parse(text) as Tree;
}

function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as Manifest);
}

/** What an object is known by; names of Jobs end in a hash of what they do. */
function identity({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.name.replace(/-[0-9a-f]{8}$/, '')}`;
}

/**
 * What one set of manifests has other than another one: new objects as they are, of changed ones the fields that change. Null is what is
 * taken away.
 */
export function manifestDifference(before: string, after: string): string {
  const known = new Map(parseManifests(before).map((manifest) => [identity(manifest), manifest]));
  const ours = parseManifests(after);
  const changed = ours.flatMap((manifest) => {
    const other = known.get(identity(manifest));
    const change = other ? difference(readable(other), readable(manifest)) : readable(manifest);
    if (!isMap(change)) return [];
    const metadata = { ...(isMap(change.metadata) ? change.metadata : {}), name: manifest.metadata.name };
    return [{ ...change, kind: manifest.kind, metadata }];
  });
  const gone = [...known.keys()].filter((key) => !ours.some((manifest) => identity(manifest) === key));
  return [...gone.map((key) => `# no ${key}\n`), changed.map((change) => toSortedYaml(change)).join('---\n')].join('');
}
