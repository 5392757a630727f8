import { mergeMaps, Tree } from '../../../lib/data/maps';
import { Manifest } from '../../../lib/kubernetes/manifest';

/** A change, and nothing about what it does: that is what the cluster is asked for. */
export interface Case {
  readonly name: string;
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
}

/** Merges fields into a manifest. */
export function withFields(manifest: Manifest, fields: Tree): Manifest {
  return mergeMaps(manifest as unknown as Tree, fields) as unknown as Manifest;
}

export function object(kind: string, apiVersion: string, fields: Tree = {}, name = 'x'): Manifest {
  return withFields({ apiVersion, kind, metadata: { name } }, fields);
}

const CONTAINER = { name: 'c', image: 'registry.example.org/img:1' };

/** A pod template; `container` goes into its one container. */
export function template(container: Tree = {}, pod: Tree = {}, metadata: Tree = {}): Tree {
  return {
    metadata: { labels: { app: 'x' }, ...metadata },
    spec: { terminationGracePeriodSeconds: 1, ...pod, containers: [{ ...CONTAINER, ...container }] },
  };
}

/** What the kinds of workloads have in common, with the fields of one's own. */
export function workload(kind: string, podTemplate: Tree, spec: Tree = {}): Manifest {
  const own = kind === 'StatefulSet' ? { serviceName: 'x' } : {};
  return object(kind, 'apps/v1', {
    spec: mergeMaps({ selector: { matchLabels: { app: 'x' } }, ...own, template: podTemplate }, spec),
  });
}

/** A change from one spec to another of an object of one kind. */
export function change(name: string, kind: string, apiVersion: string, before: Tree, after: Tree): Case {
  return {
    name: `${kind}: ${name}`,
    before: [object(kind, apiVersion, before)],
    after: [object(kind, apiVersion, after)],
  };
}
