import { DEFAULTS } from '../installation';
import { isMap } from '../kubernetes/complete';
import { SecretValue } from '../kubernetes/secret-value';
import { JupyterHubProps } from '../props';
import { CHART_VERSION, JUPYTERHUB_VERSION } from '../version';
import { isCredentialKey, isCredentialValue } from './credentials';
import { applyOver, Value, ValueMap } from './merge';
import { inHelmOrder } from './key-order';
import { Values } from './reader';
import { renderTemplates } from './template';

/**
 * Where the chart's keys go among the properties. Below a row, keys keep their names: `singleuser.memory.limit` is
 * `spawner.memory.limit`. The longest row that fits a key holds for it.
 */
const MOVES: readonly (readonly [chartKey: string, property: string])[] = [
  ['fullnameOverride', 'fullnameOverride'],
  ['nameOverride', 'nameOverride'],
  ['imagePullSecret', 'imagePullSecret'],
  ['imagePullSecrets', 'imagePullSecrets'],
  ['rbac', 'rbac'],
  ['hub', 'hub'],
  ['hub.config.ConfigurableHTTPProxy.auth_token', 'proxy.secretToken'],
  ['hub.config.JupyterHub.cookie_secret', 'hub.cookieSecret'],
  ['hub.config.CryptKeeper.keys', 'hub.cryptKeeperKeys'],
  ['proxy', 'proxy'],
  ['proxy.service', 'proxy.exposure.service'],
  ['proxy.https', 'proxy.tls'],
  ['ingress', 'proxy.exposure.ingress'],
  ['httpRoute', 'proxy.exposure.httpRoute'],
  ['singleuser', 'spawner'],
  ['scheduling', 'scheduling'],
  ['prePuller', 'imagePuller'],
  ['cull', 'culling'],
  ['debug.enabled', 'debug'],
];

/** Keys whose maps may hold credentials that are known by their names alone. */
const MAY_HOLD_CREDENTIALS =
  /^(hub\.(config|services|extraEnv|cookieSecret|db\.(password|url))|proxy\.(secretToken|https\.manual\.key|(chp|traefik)\.extraEnv)|imagePullSecret\.password|singleuser\.(extraEnv|profileList)|custom)(\.|$)/;

type Tree = Record<string, unknown>;

function get(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), tree);
}

function set(tree: Tree, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (!rest.length) {
    const before = tree[key];
    // A key that moves out of a map must not take with it what another row put there.
    tree[key] = isMap(before) && isMap(value) ? { ...before, ...value } : value;
    return;
  }
  if (!isMap(tree[key])) tree[key] = {};
  set(tree[key] as Tree, rest, value);
}

function without(tree: Tree, path: readonly string[]): Tree {
  const [key, ...rest] = path;
  const copy = { ...tree };
  if (!rest.length) delete copy[key];
  else if (isMap(copy[key])) copy[key] = without(copy[key] as Tree, rest);
  return copy;
}

/** What lies under a chart key, less what a longer row takes elsewhere. */
function ownShare(values: Tree, chartKey: string): unknown {
  const path = chartKey.split('.');
  const moved = MOVES.map(([key]) => key).filter((key) => key.startsWith(`${chartKey}.`));
  const rest = moved.reduce((tree, key) => without(tree, key.split('.')), values);
  return get(rest, path);
}

/** The chart's default values, told by the components' own defaults. */
export function chartDefaults(): ValueMap {
  const values: Tree = {};
  for (const [chartKey, property] of MOVES) {
    const value = get(DEFAULTS, property.split('.'));
    if (value === undefined) continue;
    const taken = MOVES.map(([, other]) => other).filter((other) => other.startsWith(`${property}.`));
    const own = isMap(value)
      ? taken.reduce((tree, other) => without(tree, other.slice(property.length + 1).split('.')), value)
      : value;
    if (property === 'proxy' && isMap(own)) delete (own as Tree).exposure;
    set(values, chartKey.split('.'), own);
  }
  return JSON.parse(JSON.stringify({ custom: {}, ...values })) as ValueMap;
}

/** The values with every secret marked as one: what came from a secret file, and what its key calls a credential. */
function markSecrets(values: Values): Tree {
  const mark = (value: Value, path: (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => mark(item, [...path, index]));
    if (isMap(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mark(item as Value, [...path, key])]));
    }
    return isSecret(value, path) ? SecretValue.literal(value) : value;
  };
  const isSecret = (value: unknown, path: (string | number)[]) => {
    if (value === null || value === '') return false;
    if (values.isSecret(path)) return typeof value === 'string';
    const keys = path.map(String);
    if (!MAY_HOLD_CREDENTIALS.test(keys.join('.')) || typeof value === 'boolean') return false;
    return isCredentialKey(keys) || isCredentialValue(value);
  };
  return mark(values.map, []) as Tree;
}

/** What `get_config` answers: the chart's defaults with the values over them, and what the chart adds. */
function configValues(values: Tree, release: string, namespace: string): Tree {
  return {
    ...applyOver(chartDefaults(), values as ValueMap),
    Chart: { Name: 'jupyterhub', Version: CHART_VERSION, AppVersion: JUPYTERHUB_VERSION },
    Release: { Name: release, Namespace: namespace, Service: 'Helm' },
  };
}

/** Whether Python that is not the library's may ask for values. */
function mayAskForValues(values: Tree): boolean {
  const hub = (values.hub ?? {}) as Tree;
  return ['extraConfig', 'extraFiles', 'extraVolumes', 'existingSecret'].some((key) => {
    const value = hub[key];
    return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
  });
}

/** Checked values of the chart as properties. */
export function translate(values: Values, release: string, namespace: string): JupyterHubProps & { release: string } {
  const marked = inHelmOrder(renderTemplates(markSecrets(values), { release, namespace }));
  const props: Tree = {};
  for (const [chartKey, property] of MOVES) {
    const value = ownShare(marked, chartKey);
    if (value !== undefined) set(props, property.split('.'), value);
  }
  if (mayAskForValues(marked)) props.configValues = configValues(marked, release, namespace);
  return { ...props, release, namespace } as unknown as JupyterHubProps & { release: string };
}
