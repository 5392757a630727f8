import { isMap, Tree } from '../../lib/data/maps';
import { Manifest } from '../../lib/kubernetes/manifest';
import { Data } from './objects';

/**
 * What `kubectl apply` and a server-side apply make of objects, as far as maps and scalars go: what the apply before has set and this one does
 * not is taken away, and what others have set stays. Lists are scalars here.
 */
export class FakeCluster {
  /** Objects by `Kind/name`. */
  readonly objects: Record<string, Data> = {};
  private readonly applied: Record<string, Tree> = {};

  /** Something in the cluster, or another tool, writes to an object. */
  write(kind: string, name: string, change: Tree): void {
    this.objects[`${kind}/${name}`] = merged(this.objects[`${kind}/${name}`] ?? {}, change);
  }

  /** `kubectl apply`: a three-way merge of what was applied before, what is asked for, and what is there. */
  apply(manifests: readonly Manifest[]): void {
    for (const [key, next] of entries(manifests)) {
      const live = without(this.objects[key] ?? {}, this.applied[key] ?? {}, next);
      this.objects[key] = merged(live, next);
      this.applied[key] = next;
    }
  }

  /** `kubectl apply --server-side`: of what this manager owned, the leaves that it does not ask for any more go. */
  applyServerSide(manifests: readonly Manifest[]): void {
    for (const [key, next] of entries(manifests)) {
      const owned = leaves(this.applied[key] ?? {});
      const asked = new Set(leaves(next).map((path) => path.join('\0')));
      const live = JSON.parse(JSON.stringify(this.objects[key] ?? {})) as Tree;
      for (const path of owned) if (!asked.has(path.join('\0'))) remove(live, path);
      this.objects[key] = merged(live, next);
      this.applied[key] = next;
    }
  }

  /** Deletes what was applied and is not among these, but for the kinds that are spared. */
  prune(manifests: readonly Manifest[], spared: readonly string[] = []): void {
    const wanted = new Set(entries(manifests).map(([key]) => key));
    for (const key of Object.keys(this.applied)) {
      if (wanted.has(key) || spared.includes(key.split('/')[0])) continue;
      delete this.objects[key];
      delete this.applied[key];
    }
  }
}

function entries(manifests: readonly Manifest[]): [string, Tree][] {
  return manifests.map((manifest) => [
    `${manifest.kind}/${manifest.metadata.name}`,
    JSON.parse(JSON.stringify(manifest)) as Tree,
  ]);
}

/** What is there, less what was asked for before and is not now: a map that is not asked for any more goes as a whole. */
function without(live: Tree, before: Tree, next: Tree): Tree {
  const kept = Object.entries(live).filter(([key]) => !(key in before) || key in next);
  return Object.fromEntries(
    kept.map(([key, value]) => {
      const [was, now] = [before[key], next[key]];
      return [key, isMap(value) && isMap(was) && isMap(now) ? without(value, was, now) : value];
    }),
  );
}

function merged(under: Tree, over: Tree): Tree {
  const result = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isMap(below) && isMap(value) ? merged(below, value) : value;
  }
  return result;
}

function leaves(tree: Tree, path: string[] = []): string[][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isMap(value) && Object.keys(value).length ? leaves(value, [...path, key]) : [[...path, key]],
  );
}

function remove(tree: Tree, [key, ...rest]: readonly string[]): void {
  const below = tree[key];
  if (rest.length && isMap(below)) remove(below, rest);
  else delete tree[key];
  if (isMap(below) && !Object.keys(below).length) delete tree[key];
}
