import { Authenticator } from '../options/authenticator/authenticator';
import { DEFAULTS } from '../options/defaults';
import { isMap, mapValues, nonEmpty, Path, put, Tree, valueAt } from '../data/maps';
import { SecretValue } from '../secrets/secret-value';
import { isReference, revealText } from '../secrets/secrets';
import { Profile } from '../options/spawner/profile';
import { applyOver, ValueMap } from './value';

/** What a row does with the value on its way, and how the default comes back. */
interface Conversion {
  readonly toProperties: (value: unknown) => unknown;
  readonly toValues: (property: unknown) => unknown;
}

/**
 * Where the chart's keys go among the properties. Below a row, keys keep their names: `singleuser.memory.limit` is
 * `spawner.memory.limit`. The longest row that fits a key holds for it.
 */
export const MOVES: readonly (readonly [chartKey: string, property: string, convert?: Conversion])[] = [
  ['fullnameOverride', 'fullnameOverride'],
  ['nameOverride', 'nameOverride'],
  ['imagePullSecret', 'imagePullSecret'],
  ['imagePullSecrets', 'imagePullSecrets'],
  ['rbac', 'rbac'],
  ['hub', 'hub'],
  ['hub.extraFiles', 'hub.extraFiles', { toProperties: fileTexts, toValues: (files) => files }],
  ['proxy', 'proxy'],
  ['proxy.service', 'proxy.exposure.service'],
  ['proxy.https', 'proxy.tls'],
  ['ingress', 'proxy.exposure.ingress'],
  ['ingress.hosts', 'proxy.exposure.ingress.hosts', { toProperties: hostNames, toValues: (hosts) => hosts }],
  ['httpRoute', 'proxy.exposure.httpRoute'],
  ['singleuser', 'spawner'],
  ['singleuser.extraFiles', 'spawner.extraFiles', { toProperties: fileTexts, toValues: (files) => files }],
  ['singleuser.image', 'spawner.image', { toProperties: imageText, toValues: imageMap }],
  ['singleuser.image.pullPolicy', 'spawner.imagePullPolicy'],
  ['singleuser.image.pullSecrets', 'spawner.imagePullSecrets'],
  ['singleuser.profileList', 'spawner.profiles', { toProperties: profiles, toValues: (entries) => entries }],
  ['scheduling', 'scheduling'],
  ['prePuller', 'imagePuller'],
  ['cull', 'culling'],
  ['debug.enabled', 'debug'],
  ['custom', 'custom'],
  // After `hub` and `proxy`, as these win over `hub.cookieSecret` and `proxy.secretToken`.
  ['hub.config.ConfigurableHTTPProxy.auth_token', 'proxy.secretToken'],
  ['hub.config.JupyterHub.cookie_secret', 'hub.cookieSecret'],
  ['hub.config.CryptKeeper.keys', 'hub.cryptKeeperKeys', { toProperties: joinedKeys, toValues: (keys) => keys }],
];

/** Sections of `hub.config` that are an authenticator's. */
const AUTHENTICATOR_SECTION = /Authenticator$/;

function startsWith(path: Path, start: readonly string[]): boolean {
  return start.every((key, index) => path[index] === key);
}

/** The chart's key for the path of an option: the row of the longest property that it begins with, backwards. */
export function toChartPath(option: Path): Path {
  if (option[0] === 'authenticator') {
    const [, section, ...rest] = option;
    return section === 'authenticatorClass'
      ? ['hub', 'config', 'JupyterHub', 'authenticator_class']
      : ['hub', 'config', section, ...rest];
  }
  const rows = MOVES.map(([chartKey, property]) => ({ chartKey: chartKey.split('.'), property: property.split('.') }));
  const [row] = rows
    .filter(({ property }) => startsWith(option, property))
    .sort((a, b) => b.property.length - a.property.length);
  return row ? [...row.chartKey, ...option.slice(row.property.length)] : option;
}

/** `name:tag`, the default's where one of them is not given. */
function imageText(value: unknown): unknown {
  const { name, tag } = applyOver(imageMap(DEFAULTS.spawner.image), value as ValueMap);
  return tag ? `${String(name)}:${String(tag)}` : name;
}

/** A text as the chart's template writes it into a block of YAML: its lines end alike, and it ends in one line break. */
function blockText(text: unknown): unknown {
  if (text instanceof SecretValue && !isReference(text)) return SecretValue._of(blockText(text._reveal()));
  return typeof text === 'string' && text !== '' ? `${text.replace(/\r\n/g, '\n').replace(/\n+$/, '')}\n` : text;
}

/** Files whose texts are as they come out of the chart's templates. */
function fileTexts(files: unknown): unknown {
  if (!isMap(files)) return files;
  return mapValues(files, (file) =>
    isMap(file) && file.stringData !== undefined ? { ...file, stringData: blockText(file.stringData) } : file,
  );
}

/** Host names; what is empty in any way stands for any host. */
function hostNames(hosts: unknown): unknown {
  return Array.isArray(hosts) ? hosts.map((host: unknown) => nonEmpty(host) ?? '') : hosts;
}

/** The keys as one text, as the release's Secret holds them. */
function joinedKeys(keys: unknown): unknown {
  return Array.isArray(keys) ? SecretValue._of(keys.map(revealText).join(';')) : keys;
}

function imageMap(image: unknown): ValueMap {
  const [, name, tag] = /^(.*):([^:]*)$/.exec(String(image)) ?? [];
  return { name, tag };
}

function profiles(value: unknown): unknown {
  return Array.isArray(value) ? value.map((profile: Tree) => Profile._fromWire(profile)) : value;
}

/** The tree without what lies at a path, and without the maps that are empty for it. */
function without(tree: Tree, [key, ...rest]: readonly string[]): Tree {
  if (!(key in tree)) return tree;
  const { [key]: value, ...others } = tree;
  if (!rest.length) return others;
  if (!isMap(value)) return tree;
  const below = without(value, rest);
  return Object.keys(below).length || !Object.keys(value).length ? { ...tree, [key]: below } : others;
}

/** What lies under a chart key, less what a longer row takes elsewhere; undefined where nothing does. */
function ownShare(values: Tree, chartKey: string): unknown {
  const path = chartKey.split('.');
  const moved = MOVES.map(([key]) => key).filter((key) => key.startsWith(`${chartKey}.`));
  const rest = moved.reduce((tree, key) => without(tree, key.split('.')), values);
  const share = valueAt(rest, path);
  return moved.length && isMap(share) && !Object.keys(share).length ? undefined : share;
}

/** `hub.config` parted: the authenticator with its classes, and what remains. */
function takeAuthenticator(config: Tree): { authenticator: Authenticator; rest: Tree } {
  const { authenticator_class: named, ...jupyterhub } = (isMap(config.JupyterHub) ? config.JupyterHub : {}) as Tree;
  // Without its own default, JupyterHub takes the class that it calls so.
  const authenticatorClass = named === undefined ? DEFAULTS.authenticator.authenticatorClass : (named ?? 'default');
  const own = Object.entries(config).filter(([section]) => AUTHENTICATOR_SECTION.test(section));
  const rest = Object.entries(config).filter(
    ([section]) => section !== 'JupyterHub' && !AUTHENTICATOR_SECTION.test(section),
  );
  return {
    authenticator: Authenticator._of(
      authenticatorClass as string | undefined,
      Object.fromEntries(own) as Record<string, Tree>,
      named !== undefined,
    ),
    rest: { ...Object.fromEntries(rest), ...(Object.keys(jupyterhub).length && { JupyterHub: jupyterhub }) },
  };
}

/** The same, backwards. */
function withAuthenticator(values: Tree, authenticator: Authenticator): Tree {
  const { authenticatorClass, _config: config } = authenticator;
  const withClass = put(values, ['hub', 'config', 'JupyterHub', 'authenticator_class'], authenticatorClass ?? null);
  return Object.entries(config as Tree).reduce(
    (tree, [section, traits]) => put(tree, ['hub', 'config', section], traits),
    withClass,
  );
}

/** Properties in the chart's words: its values. */
export function toChartValues(props: Tree): ValueMap {
  let values: Tree = {};
  for (const [chartKey, property, convert] of MOVES) {
    const value = valueAt(props, property.split('.'));
    if (value === undefined) continue;
    const elsewhere = MOVES.filter(([, other]) => other.startsWith(`${property}.`));
    const own = elsewhere.reduce(
      (tree, [, other]) => without(tree as Tree, other.slice(property.length + 1).split('.')),
      value,
    );
    values = put(values, chartKey.split('.'), convert ? convert.toValues(own) : own);
  }
  return withAuthenticator(values, props.authenticator as Authenticator) as ValueMap;
}

/** The chart's values in words of the properties. */
export function toProperties(values: Tree): Tree {
  let props: Tree = {};
  for (const [chartKey, property, convert] of MOVES) {
    const value = ownShare(values, chartKey);
    if (value === undefined) continue;
    props = put(props, property.split('.'), convert ? convert.toProperties(value) : value);
  }
  const { authenticator, rest } = takeAuthenticator((valueAt(props, ['hub', 'config']) ?? {}) as Tree);
  const { config, ...hub } = (props.hub ?? {}) as Tree;
  const parted = { ...hub, ...(config !== undefined && Object.keys(rest).length && { config: rest }) };
  const all = { ...props, authenticator, ...(Object.keys(parted).length ? { hub: parted } : { hub: undefined }) };
  return withoutIdleNulls(all, DEFAULTS, '') as Tree;
}

/** Properties whose maps become values of traits, where a null is a value like another. */
const TRAIT_MAPS =
  /^(custom|hub\.(config|services|loadRoles|templateVars)|spawner\.(extraEnv|extraLabels|extraAnnotations|extraPodConfig|lifecycleHooks|extraResource|storage\.(extraVolumes|extraVolumeMounts|extraLabels)))\./;

/** Maps of Kubernetes' or JupyterHub's own with a default, which a null takes away: others are maps of options. */
const OPEN_MAPS = /(SecurityContext|extraLabels|plugins|deploymentStrategy|gateway|hub\.config)(\.|$)/;

/** A map of options of which each default is taken away: what a null in the place of the map says. */
function allNull(options: Tree): Tree {
  return mapValues(options, (own) => (isMap(own) ? allNull(own) : null));
}

/** Without the nulls that take nothing away, as there is no default. */
function withoutIdleNulls(value: unknown, defaults: unknown, path: string): unknown {
  if (!isMap(value)) return value;
  return mapValues(value, (item, key) => {
    const here = path ? `${path}.${key}` : key;
    const own = isMap(defaults) ? defaults[key] : undefined;
    if (item === null && isMap(own) && !OPEN_MAPS.test(here)) return allNull(own);
    const idle = item === null && own === undefined && !TRAIT_MAPS.test(here);
    return idle ? undefined : withoutIdleNulls(item, own, here);
  });
}
