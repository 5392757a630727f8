import { isMap } from '../kubernetes/complete';
import { releasePrefix } from '../kubernetes/names';
import { SecretValue } from '../kubernetes/secret-value';
import { JupyterHubProps } from '../props';
import { isCredentialKey, isCredentialValue } from './credentials';
import { inHelmOrder } from './key-order';
import { Value } from './merge';
import { Problem } from './problem';
import { Values } from './reader';
import { toProperties } from './table';
import { renderTemplates } from './template';

/** Keys whose maps may hold credentials that are known by their names alone. */
const MAY_HOLD_CREDENTIALS =
  /^(hub\.(config|services|extraEnv|cookieSecret|db\.(password|url))|proxy\.(secretToken|https\.manual\.key|(chp|traefik)\.extraEnv)|imagePullSecret\.password|singleuser\.(extraEnv|profileList)|custom)(\.|$)/;

/** Keys that are secrets whatever they are called. */
const ALWAYS_SECRET =
  /^(hub\.(cookieSecret|db\.password|services\.[^.]+\.(apiToken|api_token)|config\.(JupyterHub\.cookie_secret|ConfigurableHTTPProxy\.auth_token|CryptKeeper\.keys\.\d+))|proxy\.(secretToken|https\.manual\.key)|imagePullSecret\.password)$/;

type Tree = Record<string, unknown>;

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
    if (ALWAYS_SECRET.test(keys.join('.'))) return true;
    if (!MAY_HOLD_CREDENTIALS.test(keys.join('.')) || typeof value === 'boolean') return false;
    return isCredentialKey(keys) || isCredentialValue(value);
  };
  return mark(values.map, []) as Tree;
}

/** Where a secret can stand: what becomes a trait of JupyterHub, or content of a Secret. */
const TAKES_SECRETS =
  /^(hub\.(config|services|loadRoles|extraEnv|extraConfig|cookieSecret|templateVars|db\.(password|url)|extraFiles\.[^.]+\.(data|stringData|binaryData))|proxy\.(secretToken|https\.manual|(chp|traefik)\.extraEnv)|imagePullSecret\.(username|password|email)|singleuser\.(extraEnv|profileList|extraPodConfig|initContainers|extraContainers|lifecycleHooks|extraLabels|extraAnnotations|extraFiles\.[^.]+\.(data|stringData|binaryData))|custom)(\.|$)/;

/** What came from a secret file and would be readable in a manifest that is no Secret. A choice among the chart's words is no secret. */
export function misplacedSecrets(values: Values): Problem[] {
  const look = (value: Value, path: (string | number)[]): Problem[] => {
    if (Array.isArray(value)) return value.flatMap((item, index) => look(item, [...path, index]));
    if (isMap(value)) return Object.entries(value).flatMap(([key, item]) => look(item as Value, [...path, key]));
    if (typeof value !== 'string' || value === '' || !values.isSecret(path)) return [];
    if (TAKES_SECRETS.test(path.join('.')) || isWord(path)) return [];
    const message =
      'comes from a secret file, but would be readable in an object that is no Secret; move it to a values file';
    return [{ position: values.position(path), path: path.join('.'), message }];
  };
  return look(values.map, []);
}

function isWord(path: (string | number)[]): boolean {
  return /(^|\.)(type|pullPolicy|pathType|ipFamilyPolicy|interNamespaceAccessLabels|matchNodePurpose)$/.test(
    path.join('.'),
  );
}

/** Taking the default away from these says something that no value can: KubeSpawner then leaves the field out. */
const TRAITS_WITHOUT_VALUE: Record<string, string> = { uid: 'uid', fsGid: 'fs_gid' };

/** Properties with what only a null could say said in words that types know. */
function withoutNulls(props: Tree, release: string): Tree {
  const { fullnameOverride, nameOverride, hub, spawner } = props as { hub?: Tree; spawner?: Tree } & Tree;
  const taken = Object.keys(TRAITS_WITHOUT_VALUE).filter((option) => spawner?.[option] === null);
  const config = (hub?.config ?? {}) as Record<string, Tree>;
  const traits = Object.fromEntries(taken.map((option) => [TRAITS_WITHOUT_VALUE[option], null]));
  const kept = Object.entries(spawner ?? {}).filter(([option]) => !taken.includes(option));
  return {
    ...props,
    ...(fullnameOverride === null && { fullnameOverride: releasePrefix(release, nameOverride as string | undefined) }),
    ...(taken.length && {
      spawner: Object.fromEntries(kept),
      hub: { ...hub, config: { ...config, KubeSpawner: { ...traits, ...config.KubeSpawner } } },
    }),
  };
}

/** Checked values of the chart as properties. */
export function translate(values: Values, release: string, namespace: string): JupyterHubProps & { release: string } {
  const marked = inHelmOrder(renderTemplates(markSecrets(values), { release, namespace }));
  const props = withoutNulls(toProperties(marked), release);
  return { ...props, release, namespace } as unknown as JupyterHubProps & { release: string };
}
