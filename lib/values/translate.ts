import { isMap } from '../kubernetes/complete';
import { SecretValue } from '../kubernetes/secret-value';
import { JupyterHubProps } from '../props';
import { isCredentialKey, isCredentialValue } from './credentials';
import { Value } from './merge';
import { inHelmOrder } from './key-order';
import { Values } from './reader';
import { toProperties } from './table';
import { renderTemplates } from './template';

/** Keys whose maps may hold credentials that are known by their names alone. */
const MAY_HOLD_CREDENTIALS =
  /^(hub\.(config|services|extraEnv|cookieSecret|db\.(password|url))|proxy\.(secretToken|https\.manual\.key|(chp|traefik)\.extraEnv)|imagePullSecret\.password|singleuser\.(extraEnv|profileList)|custom)(\.|$)/;

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
    if (!MAY_HOLD_CREDENTIALS.test(keys.join('.')) || typeof value === 'boolean') return false;
    return isCredentialKey(keys) || isCredentialValue(value);
  };
  return mark(values.map, []) as Tree;
}

/** Checked values of the chart as properties. */
export function translate(values: Values, release: string, namespace: string): JupyterHubProps & { release: string } {
  const marked = inHelmOrder(renderTemplates(markSecrets(values), { release, namespace }));
  return { ...toProperties(marked), release, namespace } as unknown as JupyterHubProps & { release: string };
}
