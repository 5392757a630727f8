import { toChartPath } from '../../chart/table';
import { isValueMap, Value } from '../../chart/value';
import { nearest, plain } from '../../data/nearest';
import { formatPath, Path } from '../read/problem';
import { CHART_SCHEMA } from '../../chart/schema/schema';
import { Schema } from '../../chart/schema/types';
import { asEnd, didYouMean, eitherOf } from '../../data/words';
import { traitsOf } from '../../jupyterhub/classes';
import { SERVER_OPTION_OF_TRAIT, SPAWNER_TRAITS } from '../../options/spawner/server-traits';
import { snakeCase } from '../../options/wire/case';

/** Names that people know from Kubernetes, from other charts or from other parts of this one, and what the chart calls them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'singleuser.resources': 'singleuser.cpu and singleuser.memory',
  'singleuser.cpu.request': 'singleuser.cpu.guarantee',
  'singleuser.cpu.requests': 'singleuser.cpu.guarantee',
  'singleuser.memory.request': 'singleuser.memory.guarantee',
  'singleuser.memory.requests': 'singleuser.memory.guarantee',
  'singleuser.extraResource.requests': 'singleuser.extraResource.guarantees',
  'singleuser.gpu': 'singleuser.extraResource.limits',
  'singleuser.affinity': 'singleuser.extraNodeAffinity',
  'singleuser.env': 'singleuser.extraEnv',
  'singleuser.extraConfig': 'hub.extraConfig',
  'singleuser.imageTag': 'singleuser.image.tag',
  'singleuser.image.repository': 'singleuser.image.name',
  'singleuser.command': 'singleuser.cmd',
  'singleuser.lifecycle': 'singleuser.lifecycleHooks',
  'singleuser.profiles': 'singleuser.profileList',
  'singleuser.securityContext': 'singleuser.extraPodConfig',
  'singleuser.runAsUser': 'singleuser.uid',
  'singleuser.runAsGroup': 'hub.config.KubeSpawner.gid',
  'singleuser.fsGroup': 'singleuser.fsGid',
  'singleuser.storage.accessModes': 'singleuser.storage.dynamic.storageAccessModes',
  'singleuser.storage.existingClaim': 'singleuser.storage.static.pvcName',
  'singleuser.storage.mountPath': 'singleuser.storage.homeMountPath',
  'singleuser.storage.size': 'singleuser.storage.capacity',
  'singleuser.storage.storageClassName': 'singleuser.storage.dynamic.storageClass',
  'singleuser.podPriority': 'scheduling.podPriority',
  'singleuser.priorityClassName': 'scheduling.podPriority',
  'hub.affinity': 'scheduling.corePods.nodeAffinity',
  'hub.securityContext': 'hub.podSecurityContext or hub.containerSecurityContext',
  'hub.env': 'hub.extraEnv',
  'hub.image.repository': 'hub.image.name',
  'hub.db.host': 'hub.db.url',
  'hub.db.port': 'hub.db.url',
  'hub.db.user': 'hub.db.url',
  'hub.db.name': 'hub.db.url',
  'hub.db.database': 'hub.db.url',
  'hub.db.pvc.storageClass': 'hub.db.pvc.storageClassName',
  'hub.db.pvc.size': 'hub.db.pvc.storage',
  'hub.authenticator': 'hub.config.JupyterHub.authenticator_class',
  'hub.users': 'hub.config.Authenticator.allowed_users',
  'hub.adminUsers': 'hub.config.Authenticator.admin_users',
  'hub.allowedUsers': 'hub.config.Authenticator.allowed_users',
  'hub.priorityClassName': 'scheduling.podPriority',
  'hub.serviceAccountName': 'hub.serviceAccount.name',
  'hub.ingress': 'ingress',
  'proxy.ingress': 'ingress',
  'proxy.tls': 'proxy.https',
  'proxy.publicService': 'proxy.service',
  'proxy.chp.args': 'proxy.chp.extraCommandLineFlags',
  'proxy.chp.command': 'proxy.chp.extraCommandLineFlags',
  'proxy.chp.logLevel': 'proxy.chp.extraCommandLineFlags',
  'proxy.traefik.args': 'proxy.traefik.extraStaticConfig',
  'proxy.traefik.command': 'proxy.traefik.extraStaticConfig',
  'proxy.https.tls': 'proxy.https.secret',
  'proxy.https.secretName': 'proxy.https.secret.name',
  'proxy.https.email': 'proxy.https.letsencrypt.contactEmail',
  'ingress.annotation': 'ingress.annotations',
  'ingress.className': 'ingress.ingressClassName',
  'ingress.host': 'ingress.hosts',
  'ingress.path': 'ingress.pathSuffix',
  'ingress.secretName': 'ingress.tls',
  'httpRoute.hosts': 'httpRoute.hostnames',
  'httpRoute.parentRefs': 'httpRoute.gateway',
  'rbac.enable': 'rbac.create',
  'cull.cull_every': 'cull.every',
  'cull.cull_timeout': 'cull.timeout',
  'cull.idle': 'cull.timeout',
  cull_timeout: 'cull.timeout',
  culling: 'cull',
  image: 'singleuser.image',
};

/** The options that set traits of users' servers, by the trait. */
const SERVER_OPTIONS: ReadonlyMap<string, string> = new Map([
  ...SERVER_OPTION_OF_TRAIT,
  ...SPAWNER_TRAITS.map(([option, trait]) => [trait, option] as const),
]);

/** Where the chart has what is a trait of JupyterHub under the name of a key: under a key of its own, or in `hub.config`. */
function traitPlace(key: string, [component, ...others]: Path): string | undefined {
  if (others.length) return undefined;
  const trait = snakeCase(key);
  if (component === 'singleuser' && traitsOf('KubeSpawner').has(trait)) {
    const option = SERVER_OPTIONS.get(trait);
    const place = option && toChartPath(['spawner', ...option.split('.')]).join('.');
    const isKey = knownPaths().some((known) => known.join('.') === place);
    return isKey ? place : `hub.config.KubeSpawner.${trait}`;
  }
  const section = ['Authenticator', 'JupyterHub'].find((name) => component === 'hub' && traitsOf(name).has(trait));
  return section && `hub.config.${section}.${trait}`;
}

let known: string[][] | undefined;

/** The paths of all keys that maps of the schema know by name. */
function knownPaths(): string[][] {
  const walk = (schema: Schema, path: string[]): string[][] =>
    Object.entries(schema.keys ?? {})
      .filter(([, { refused }]) => refused === undefined)
      .flatMap(([key, below]) => [[...path, key], ...walk(below, [...path, key])]);
  known ??= walk(CHART_SCHEMA, []);
  return known;
}

function commonLength(a: Path, b: Path): number {
  const end = a.findIndex((key, index) => key !== b[index]);
  return end < 0 ? a.length : end;
}

/** Whether a name is so much its own that it means the same wherever it stands: `cookieSecret`, not `command`. */
function isTelling(place: readonly string[]): boolean {
  const schema = place.reduce<Schema | undefined>((above, key) => above?.keys?.[key], CHART_SCHEMA);
  return /[a-z][A-Z]/.test(place[place.length - 1]) || schema?.keys !== undefined;
}

/** Keys of the same name in other places: those below this one if they are few, or the only one there is. */
function elsewhere(key: string, path: Path): string[][] {
  const same = knownPaths().filter((other) => plain(other[other.length - 1]) === plain(key));
  const below = same.filter((other) => commonLength(path, other) === path.length);
  if (path.length && below.length) return below.length <= 3 ? below : [];
  return same.length === 1 && isTelling(same[0]) ? same : [];
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

/** Whether a word can be a slip of another: of a word of three letters, one that differs makes another word, as of `gpu` and `cpu`. */
function canBeSlipOf(word: string, key: string): boolean {
  const letters = (of: string) => [...of].sort().join('');
  return key.length > 3 || letters(key) === letters(word);
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
  const alike = siblings.find((sibling) => plain(sibling) === plain(key));
  if (alike !== undefined) return here(alike);
  const trait = traitPlace(key, path);
  if (trait !== undefined) return asEnd(didYouMean(trait));
  const nearby = nearest(key, siblings);
  const near = nearby !== undefined && canBeSlipOf(nearby, key) ? nearby : undefined;
  if (near !== undefined && nearest(key, [near], 1) !== undefined) return here(near);
  const extra = siblings.find((sibling) => plain(sibling) === `extra${plain(key)}`);
  if (extra !== undefined) return here(extra);
  const places = elsewhere(key, path);
  if (places.length) return asEnd(didYouMean(eitherOf(places.map((place) => withChild(place, value)))));
  if (near !== undefined) return here(near);
  return siblings.length ? `; known are ${[...siblings].sort().join(', ')}` : '';
}
