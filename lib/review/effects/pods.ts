import { isMap, mapOf, Tree, valueAt } from '../../data/maps';
import { Manifest } from '../../kubernetes/manifest';

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

/** The pod that an object leads to, as its metadata and spec; undefined for an object that leads to none. */
export function podOf(object: Manifest | undefined): Tree | undefined {
  const path = object && TEMPLATES[object.kind];
  if (!path) return undefined;
  const pod = path.length ? valueAt(object, path) : (object as unknown as Tree);
  return isMap(pod) ? pod : undefined;
}

/** All containers of a pod, by their names. */
export function containersOf(pod: Tree | undefined): readonly Tree[] {
  const spec = mapOf(pod?.spec);
  return [spec.initContainers, spec.containers].flatMap((list) => (Array.isArray(list) ? list.filter(isMap) : []));
}
