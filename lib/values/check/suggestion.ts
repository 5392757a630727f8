import { isValueMap, Value } from '../../chart/value';
import { nearest, plain } from '../../data/nearest';
import { formatPath, Path } from '../read/problem';
import { CHART_SCHEMA } from '../../chart/schema/schema';
import { Schema } from '../../chart/schema/types';
import { asEnd, didYouMean, eitherOf } from '../../data/words';

/** Names that people know from KubeSpawner or from other charts, and what the chart calls them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'singleuser.mem_limit': 'singleuser.memory.limit',
  'singleuser.mem_guarantee': 'singleuser.memory.guarantee',
  'singleuser.cpu_limit': 'singleuser.cpu.limit',
  'singleuser.cpu_guarantee': 'singleuser.cpu.guarantee',
  'singleuser.resources': 'singleuser.cpu and singleuser.memory',
  'singleuser.affinity': 'singleuser.extraNodeAffinity',
  'singleuser.environment': 'singleuser.extraEnv',
  'singleuser.env': 'singleuser.extraEnv',
  'singleuser.imageTag': 'singleuser.image.tag',
  'singleuser.command': 'singleuser.cmd',
  'singleuser.securityContext': 'singleuser.extraPodConfig',
  'singleuser.storage.size': 'singleuser.storage.capacity',
  'singleuser.storage.storageClassName': 'singleuser.storage.dynamic.storageClass',
  'singleuser.podPriority': 'scheduling.podPriority',
  'hub.affinity': 'scheduling.corePods.nodeAffinity',
  'hub.securityContext': 'hub.podSecurityContext or hub.containerSecurityContext',
  'hub.env': 'hub.extraEnv',
  'hub.db.pvc.storageClass': 'hub.db.pvc.storageClassName',
  'hub.db.pvc.size': 'hub.db.pvc.storage',
  'hub.authenticator': 'hub.config.JupyterHub.authenticator_class',
  'hub.adminUsers': 'hub.config.Authenticator.admin_users',
  'hub.ingress': 'ingress',
  'proxy.ingress': 'ingress',
  'proxy.https.tls': 'proxy.https.secret',
  'ingress.annotation': 'ingress.annotations',
  'ingress.className': 'ingress.ingressClassName',
  'ingress.host': 'ingress.hosts',
  'ingress.path': 'ingress.pathSuffix',
  'httpRoute.hosts': 'httpRoute.hostnames',
  'httpRoute.parentRefs': 'httpRoute.gateway',
  'rbac.enable': 'rbac.create',
};

let known: string[][] | undefined;

/** The paths of all keys that maps of the schema know by name. */
function knownPaths(): string[][] {
  const walk = (schema: Schema, path: string[]): string[][] =>
    Object.entries(schema.keys ?? {}).flatMap(([key, below]) => [[...path, key], ...walk(below, [...path, key])]);
  known ??= walk(CHART_SCHEMA, []);
  return known;
}

function commonLength(a: Path, b: Path): number {
  const end = a.findIndex((key, index) => key !== b[index]);
  return end < 0 ? a.length : end;
}

/** Keys of the same name in other places: the nearest ones, and only if they are few. */
function elsewhere(key: string, path: Path): string[][] {
  const same = knownPaths().filter((other) => plain(other[other.length - 1]) === plain(key));
  const near = Math.max(0, ...same.map((other) => commonLength(path, other)));
  const best = same.filter((other) => commonLength(path, other) === near);
  return best.length <= 3 ? best : [];
}

/** `cull.enabled` for a map `cull` in the wrong place that has `enabled`: what the user will look for. */
function withChild(path: readonly string[], value: Value): string {
  const child = isValueMap(value) ? Object.keys(value)[0] : undefined;
  const isKnown = child !== undefined && knownPaths().some((other) => other.join('.') === [...path, child].join('.'));
  return [...path, ...(isKnown ? [child] : [])].join('.');
}

/** Whether these are values of the chart one level too deep, as a chart that depends on it has them. */
function isWholeChart(value: Value): boolean {
  return isValueMap(value) && ['hub', 'proxy', 'singleuser'].some((component) => isValueMap(value[component]));
}

/**
 * What the user of an unknown key may have meant, as the end of a sentence.
 * @param path of the map that does not know the key
 */
export function suggestion(key: string, value: Value, path: Path, siblings: readonly string[]): string {
  if (!path.length && isWholeChart(value)) {
    return `; values for this chart as a dependency of another stand one level deeper: give what is below ${key}`;
  }
  const here = (sibling: string) => asEnd(didYouMean(formatPath([...path, sibling])));
  const other = OTHER_NAMES[formatPath([...path, key])];
  if (other) return asEnd(didYouMean(other));
  const near = nearest(key, siblings);
  if (near !== undefined && nearest(key, [near], 1) !== undefined) return here(near);
  const extra = siblings.find((sibling) => plain(sibling) === `extra${plain(key)}`);
  if (extra !== undefined) return here(extra);
  const places = elsewhere(key, path);
  if (places.some((place) => commonLength(path, place) > 0) || (places.length && near === undefined)) {
    return asEnd(didYouMean(eitherOf(places.map((place) => withChild(place, value)))));
  }
  if (near !== undefined) return here(near);
  return siblings.length ? `; known are ${[...siblings].sort().join(', ')}` : '';
}
