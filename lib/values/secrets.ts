import { isMap } from '../kubernetes/complete';
import { SecretValue } from '../kubernetes/secret-value';
import { isCredentialKey, isCredentialValue } from './credentials';
import { Value } from './merge';
import { formatPath, Path, Problem } from './problem';
import { Values } from './reader';

/** When a value at a place is a secret: always, if its key or its look says so, or only if it came from a secret file. */
type When = 'always' | 'named' | 'filed';

/**
 * Where a secret can stand, as the place ends in a Secret or in a trait of JupyterHub: dotted keys of the chart, `*` for any one key, `**` for
 * any below. The first that fits a key holds for it.
 */
const PLACES: readonly (readonly [pattern: string, when: When])[] = [
  ['hub.cookieSecret', 'always'],
  ['hub.db.password', 'always'],
  ['hub.db.url', 'named'],
  ['hub.config.JupyterHub.cookie_secret', 'always'],
  ['hub.config.ConfigurableHTTPProxy.auth_token', 'always'],
  ['hub.config.CryptKeeper.keys.**', 'always'],
  ['hub.config.**', 'named'],
  ['hub.services.*.apiToken', 'always'],
  ['hub.services.*.api_token', 'always'],
  ['hub.services.**', 'named'],
  ['hub.loadRoles.**', 'filed'],
  ['hub.templateVars.**', 'filed'],
  ['hub.extraConfig.*', 'filed'],
  ['hub.extraEnv.**', 'named'],
  ['hub.extraFiles.*.data.**', 'filed'],
  ['hub.extraFiles.*.stringData', 'filed'],
  ['hub.extraFiles.*.binaryData', 'filed'],
  ['proxy.secretToken', 'always'],
  ['proxy.https.manual.key', 'always'],
  ['proxy.https.manual.cert', 'filed'],
  ['proxy.chp.extraEnv.**', 'named'],
  ['proxy.traefik.extraEnv.**', 'named'],
  ['imagePullSecret.password', 'always'],
  ['imagePullSecret.username', 'filed'],
  ['imagePullSecret.email', 'filed'],
  ['singleuser.extraEnv.**', 'named'],
  ['singleuser.profileList.**', 'named'],
  ['singleuser.initContainers.*.env.**', 'filed'],
  ['singleuser.extraContainers.*.env.**', 'filed'],
  ['singleuser.extraPodConfig.**', 'filed'],
  ['singleuser.lifecycleHooks.**', 'filed'],
  ['singleuser.extraLabels.**', 'filed'],
  ['singleuser.extraAnnotations.**', 'filed'],
  ['singleuser.extraFiles.*.data.**', 'filed'],
  ['singleuser.extraFiles.*.stringData', 'filed'],
  ['singleuser.extraFiles.*.binaryData', 'filed'],
  ['custom.**', 'named'],
];

const MATCHERS = PLACES.map(([pattern, when]) => {
  const source = pattern.replace(/\./g, '\\.').replace(/\*+/g, (stars) => (stars === '*' ? '[^.]+' : '.+'));
  return { expression: new RegExp(`^${source}$`), when };
});

/** Choices among the chart's own words are no secrets, whatever file they stand in. */
const WORDS = /(^|\.)(type|pullPolicy|pathType|ipFamilyPolicy|interNamespaceAccessLabels|matchNodePurpose)$/;

function whenSecret(path: Path): When | undefined {
  const key = path.join('.');
  return MATCHERS.find(({ expression }) => expression.test(key))?.when;
}

/** The texts and numbers of a tree, each changed. */
function mapLeaves(value: Value, path: Path, change: (leaf: Value, path: Path) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => mapLeaves(item, [...path, index], change));
  if (!isMap(value)) return change(value, path);
  const entries = Object.entries(value).map(([key, item]) => [key, mapLeaves(item as Value, [...path, key], change)]);
  return Object.fromEntries(entries);
}

function isSecret(values: Values, value: Value, path: Path): boolean {
  if (value === null || value === '' || typeof value === 'boolean') return false;
  const when = whenSecret(path);
  if (when === 'always') return true;
  if (values.isSecret(path)) return when !== undefined && typeof value === 'string';
  return when === 'named' && (isCredentialKey(path.map(String)) || isCredentialValue(value));
}

/** The values with every secret marked as one: what came from a secret file, and what is a credential by its key. */
export function markSecrets(values: Values): Record<string, unknown> {
  const mark = (value: Value, path: Path) => (isSecret(values, value, path) ? SecretValue.literal(value) : value);
  return mapLeaves(values.map, [], mark) as Record<string, unknown>;
}

/** What came from a secret file and would be readable in a manifest that is no Secret. */
export function misplacedSecrets(values: Values): Problem[] {
  const problems: Problem[] = [];
  const message =
    'comes from a secret file, but would be readable in an object that is no Secret; move it to a values file';
  mapLeaves(values.map, [], (value, path) => {
    const misplaced = typeof value === 'string' && value !== '' && values.isSecret(path) && !whenSecret(path);
    if (misplaced && !WORDS.test(path.join('.'))) {
      problems.push({ position: values.position(path), path: formatPath(path), message });
    }
  });
  return problems;
}
