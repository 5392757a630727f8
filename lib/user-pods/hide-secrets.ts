import { nameOf } from '../components/hub/split-secrets';
import { isMap, mapValues, Path } from '../data/maps';
import { hidden, hiddenArguments, isCommand } from '../release/hidden';
import { SecretValue } from '../secrets/secret-value';
import { isReference, reveal } from '../secrets/secrets';

/** What stands in place of a secret. */
const HIDDEN = String(SecretValue._of(''));

/** Traits whose maps everyone reads who reads pods: a key there names no credential, whatever it is called. */
const METADATA = /^(common_labels|(storage_)?extra_(labels|annotations))$/;

/** Data with every secret replaced, so that what is made of it can be shown. */
export function hideSecrets(value: unknown, path: Path = []): unknown {
  if (value instanceof SecretValue) return value._partly()?.shown ?? String(value);
  if (Array.isArray(value)) {
    const items = isCommand(path) ? hiddenArguments(value) : value;
    return items.map((item, index) => hideSecrets(item, [...path, index]));
  }
  if (isMap(value)) return mapValues(value, (item, key) => hideSecrets(item, [...path, ...nameOf(value, key), key]));
  const kept = path.some((key) => METADATA.test(String(key))) ? value : hidden(value, path);
  return kept instanceof SecretValue ? (kept._partly()?.shown ?? HIDDEN) : kept;
}

/** Data with the secrets that are known, and the places of those that only the cluster knows. */
export function showSecrets(value: unknown): unknown {
  if (value instanceof SecretValue) return isReference(value) ? String(value) : reveal(value);
  if (Array.isArray(value)) return value.map(showSecrets);
  return isMap(value) ? mapValues(value, showSecrets) : value;
}
