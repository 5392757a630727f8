import { isMap } from '../kubernetes/complete';
import { SecretValue } from '../kubernetes/secret-value';
import { isCredentialKey, isCredentialValue } from './credentials';
import { Value } from './merge';
import { formatPath, Path, Problem } from './problem';
import { Values } from './reader';
import { CHART_SCHEMA } from './schema';
import { Schema } from './schema/types';

/** When a value at a place is a secret: always, if its key or its look says so, only if it came from a secret file, or never. */
type When = 'always' | 'named' | 'filed' | 'never';

/**
 * Where a secret can stand, as the place ends in a Secret or in a trait of JupyterHub: dotted keys of the chart, `*` for any one key, `**` for
 * any below. The first that fits a key holds for it.
 */
export const PLACES: readonly (readonly [pattern: string, when: When])[] = [
  ['hub.cookieSecret', 'always'],
  ['hub.db.password', 'always'],
  ['hub.db.url', 'named'],
  ['hub.config.JupyterHub.cookie_secret', 'always'],
  ['hub.config.ConfigurableHTTPProxy.auth_token', 'always'],
  ['hub.config.CryptKeeper.keys.**', 'always'],
  ['hub.config.JupyterHub.authenticator_class', 'never'],
  ['hub.config.**', 'named'],
  ['hub.services.*.apiToken', 'always'],
  ['hub.services.*.api_token', 'always'],
  ['hub.services.*.name', 'never'],
  ['hub.services.**', 'named'],
  ['hub.loadRoles.**', 'filed'],
  ['hub.templateVars.**', 'filed'],
  ['hub.extraConfig.*', 'filed'],
  ['hub.extraEnv.*', 'named'],
  ['hub.extraEnv.*.value', 'named'],
  ['hub.extraFiles.*.data.**', 'filed'],
  ['hub.extraFiles.*.stringData', 'filed'],
  ['hub.extraFiles.*.binaryData', 'filed'],
  ['proxy.secretToken', 'always'],
  ['proxy.https.manual.key', 'always'],
  ['proxy.https.manual.cert', 'filed'],
  ['proxy.chp.extraEnv.*', 'named'],
  ['proxy.chp.extraEnv.*.value', 'named'],
  ['proxy.traefik.extraEnv.*', 'named'],
  ['proxy.traefik.extraEnv.*.value', 'named'],
  ['imagePullSecret.password', 'always'],
  ['imagePullSecret.username', 'filed'],
  ['imagePullSecret.email', 'filed'],
  ['singleuser.extraEnv.**', 'named'],
  ['singleuser.profileList.**', 'named'],
  ['singleuser.initContainers.**', 'named'],
  ['singleuser.extraContainers.**', 'named'],
  ['singleuser.extraPodConfig.**', 'filed'],
  ['singleuser.lifecycleHooks.**', 'filed'],
  ['singleuser.extraLabels.**', 'filed'],
  ['singleuser.extraAnnotations.**', 'filed'],
  ['singleuser.extraFiles.*.data.**', 'filed'],
  ['singleuser.extraFiles.*.stringData', 'filed'],
  ['singleuser.extraFiles.*.binaryData', 'filed'],
  ['custom.**', 'named'],
];

/** Between keys, as a key may have a dot in it. */
const SEPARATOR = '\0';

const MATCHERS = PLACES.map(([pattern, when]) => {
  const parts = pattern.split('.').map((part) => (part === '**' ? '.+' : part === '*' ? `[^${SEPARATOR}]+` : part));
  return { expression: new RegExp(`^${parts.join(SEPARATOR)}$`, 's'), when };
});

function whenSecret(path: Path): When | undefined {
  const key = path.join(SEPARATOR);
  const when = MATCHERS.find(({ expression }) => expression.test(key))?.when;
  return when === 'never' ? undefined : when;
}

/** A choice among the chart's own words is no secret, whatever file it stands in. */
function isChoice(value: Value, path: Path): boolean {
  const schema = path.reduce<Schema | undefined>(
    (above, key) => (typeof key === 'number' ? above?.items : (above?.keys?.[key] ?? above?.others)),
    CHART_SCHEMA,
  );
  return schema?.choices?.includes(value as string) ?? false;
}

/**
 * The texts and numbers of a tree, each changed.
 * @param named the path with the name of a variable in a list, which tells what its value is
 */
function mapLeaves(
  value: Value,
  path: Path,
  change: (leaf: Value, path: Path, named: Path) => unknown,
  named = path,
): unknown {
  const below = (item: Value, key: string | number, more: Path = []) =>
    mapLeaves(item, [...path, key], change, [...named, ...more, key]);
  if (Array.isArray(value)) return value.map((item, index) => below(item, index));
  if (!isMap(value)) return change(value, path, named);
  const name = typeof value.name === 'string' ? [value.name] : [];
  const entries = Object.entries(value) as [string, Value][];
  return Object.fromEntries(entries.map(([key, item]) => [key, below(item, key, key === 'value' ? name : [])]));
}

function isSecret(values: Values, value: Value, path: Path, named: Path): boolean {
  if (value === null || value === '' || typeof value === 'boolean') return false;
  const when = whenSecret(path);
  if (when === 'always') return true;
  if (values.isSecret(path)) return when !== undefined && typeof value === 'string';
  return when === 'named' && (isCredentialKey(named.map(String)) || isCredentialValue(value));
}

/** The values with every secret marked as one: what came from a secret file, and what is a credential by its key. */
export function markSecrets(values: Values): Record<string, unknown> {
  const mark = (value: Value, path: Path, named: Path) =>
    isSecret(values, value, path, named) ? SecretValue._of(value) : value;
  return mapLeaves(values.map, [], mark) as Record<string, unknown>;
}

/** What came from a secret file and would be readable in a manifest that is no Secret. */
export function misplacedSecrets(values: Values): Problem[] {
  const problems: Problem[] = [];
  const message =
    'comes from a secret file, but would be readable in an object that is no Secret; move it to a values file';
  mapLeaves(values.map, [], (value, path) => {
    const misplaced = typeof value === 'string' && value !== '' && values.isSecret(path) && !whenSecret(path);
    if (!misplaced || isChoice(value, path)) return;
    // Lists do not merge, so the names cannot stand in another file than the values.
    const hint = path.includes('extraEnv') ? ', or give extraEnv as a map from name to value' : '';
    problems.push({ position: values.position(path), path: formatPath(path), message: `${message}${hint}` });
  });
  return problems;
}
