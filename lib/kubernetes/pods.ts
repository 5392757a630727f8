import { isMap, mapOf, mapsIn, Tree, valueAt } from '../data/maps';
import { Manifest } from './manifest';

/** Where the pod template of a kind is. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: [],
};

/** Where a kind has its pod, metadata and spec; undefined for a kind that leads to none. */
export function podPath(kind: string): readonly string[] | undefined {
  return TEMPLATES[kind];
}

/** The pod that an object leads to, as its metadata and spec; undefined for an object that leads to none. */
export function podOf(object: Manifest | undefined): Tree | undefined {
  const path = object && podPath(object.kind);
  if (!path) return undefined;
  const pod = path.length ? valueAt(object, path) : (object as unknown as Tree);
  return isMap(pod) ? pod : undefined;
}

/** All containers of a pod, by their names. */
export function containersOf(pod: { readonly spec?: unknown } | undefined): readonly Tree[] {
  const spec = mapOf(pod?.spec);
  return [...mapsIn(spec.initContainers), ...mapsIn(spec.containers)];
}
