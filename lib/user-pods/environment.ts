import { isMap, mapValues, Tree, withoutUndefined } from '../data/maps';
import { toModel } from './model';
import { compareText, floatText, isTrue } from './python/text';
import { SpawnError } from './spawn-error';
import { Spawner } from './spawner';

/** Variables that JupyterHub gives a server of its own accord, with what only a running hub knows: they are not shown. */
const FROM_THE_HUB: readonly string[] = [
  'JPY_API_TOKEN',
  'JUPYTERHUB_ACTIVITY_URL',
  'JUPYTERHUB_API_TOKEN',
  'JUPYTERHUB_API_URL',
  'JUPYTERHUB_BASE_URL',
  'JUPYTERHUB_CLIENT_ID',
  'JUPYTERHUB_COOKIE_HOST_PREFIX_ENABLED',
  'JUPYTERHUB_HOST',
  'JUPYTERHUB_OAUTH_ACCESS_SCOPES',
  'JUPYTERHUB_OAUTH_CALLBACK_URL',
  'JUPYTERHUB_OAUTH_CLIENT_ALLOWED_SCOPES',
  'JUPYTERHUB_OAUTH_SCOPES',
  'JUPYTERHUB_PUBLIC_HUB_URL',
  'JUPYTERHUB_PUBLIC_URL',
  'JUPYTERHUB_SERVER_NAME',
  'JUPYTERHUB_SERVICE_PREFIX',
  'JUPYTERHUB_SERVICE_URL',
  'JUPYTERHUB_USER',
];

/** Variables that tell a server what it gets. */
function resources(spawner: Spawner): Tree {
  const names = ['mem_limit', 'mem_guarantee', 'cpu_limit', 'cpu_guarantee'].filter((name) =>
    isTrue(spawner.get(name)),
  );
  const text = (name: string) => {
    const value = spawner.get(name);
    return typeof value === 'number' && name.startsWith('cpu') ? floatText(value) : String(value);
  };
  return Object.fromEntries(names.map((name) => [name.toUpperCase(), text(name)]));
}

/** Variables that follow from other traits. */
function settings(spawner: Spawner): Tree {
  const filledIn = (name: string) => (isTrue(spawner.get(name)) ? spawner.formatted(name) : undefined);
  const flag = (name: string) => (isTrue(spawner.get(name)) ? '1' : undefined);
  return {
    JUPYTERHUB_ROOT_DIR: filledIn('notebook_dir'),
    JUPYTERHUB_DEFAULT_URL: filledIn('default_url'),
    JUPYTERHUB_DEBUG: flag('debug'),
    JUPYTERHUB_DISABLE_USER_CONFIG: flag('disable_user_config'),
  };
}

/** The variables of a server's container by name, without those of the hub. What is configured has the last word, but for scalars. */
export function environment(spawner: Spawner): Tree {
  const own = spawner.get('environment') as Tree;
  const image = { JUPYTER_IMAGE_SPEC: spawner.get('image'), JUPYTER_IMAGE: spawner.get('image') };
  const templates = mapValues(own, (value, name) =>
    typeof value === 'string' || (typeof value === 'object' && value !== null)
      ? spawner.expandAll(value, ['environment', name])
      : undefined,
  );
  const all = { ...(spawner.get('env') as Tree), ...resources(spawner), ...settings(spawner), ...own, ...image };
  return withoutUndefined({ ...all, ...templates });
}

interface Variable {
  readonly key: string;
  readonly model: Tree;
  /** Variables that its value refers to as `$(NAME)`. */
  readonly needs: readonly string[];
}

function toVariable(key: string, given: unknown): Variable {
  const path = ['environment', key];
  const model = isMap(given)
    ? toModel('EnvVar', 'name' in given ? given : { ...given, name: key }, path)
    : toModel('EnvVar', { name: key, value: given }, path);
  const { name, value } = model;
  if (isTrue(value) && typeof value !== 'string')
    throw new SpawnError(`must be a string, got ${JSON.stringify(value)}`, path);
  const references = [...String(value ?? '').matchAll(/\$\(([^)]+)\)/g)].map(([, reference]) => reference);
  return { key, model, needs: references.filter((reference) => reference !== name) };
}

/** Variables in an order in which each comes after those it refers to, by name otherwise. */
function inOrder(variables: readonly Variable[]): Tree[] {
  const byKey = [...variables].sort((a, b) => compareText(a.key, b.key));
  const ordered: Tree[] = [];
  const known = new Set<unknown>();
  let left = byKey;
  for (;;) {
    const ready = left.filter(({ needs }) => needs.every((name) => known.has(name)));
    const isFirst = known.size === 0;
    if (!ready.length && !isFirst) return [...ordered, ...left.map(({ model }) => model)];
    ordered.push(...ready.map(({ model }) => model));
    // Those that are not shown refer to none, so they come first as well.
    for (const name of [...ready.map(({ model }) => model.name), ...(isFirst ? FROM_THE_HUB : [])]) known.add(name);
    left = left.filter((variable) => !ready.includes(variable));
  }
}

/** The list of a container's variables. */
export function variableList(variables: Readonly<Tree>): Tree[] {
  const byName = new Map<unknown, Variable>();
  for (const [key, given] of Object.entries(variables)) {
    const variable = toVariable(key, given);
    byName.set(variable.model.name, variable);
  }
  return inOrder([...byName.values()]);
}
