import { isDeepStrictEqual } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { isMap, Tree } from '../../../lib/data/maps';

/** Where a part is not in the whole; undefined where all of it is. Of a list, every item is there somewhere. */
function missing(part: unknown, whole: unknown, path: string): string | undefined {
  if (isMap(part)) {
    if (!isMap(whole)) return path;
    for (const [key, value] of Object.entries(part)) {
      const found = missing(value, whole[key], `${path}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
  if (Array.isArray(part)) {
    if (!Array.isArray(whole)) return path;
    const index = part.findIndex((item) => !whole.some((other) => !missing(item, other, path)));
    return index < 0 ? undefined : `${path}[${index}]`;
  }
  return isDeepStrictEqual(part, whole) ? undefined : `${path}: ${JSON.stringify(whole)}`;
}

function get(tree: unknown, ...path: readonly string[]): unknown {
  return path.reduce((value: unknown, key) => (isMap(value) ? value[key] : undefined), tree);
}

function configurationOf(manifests: readonly Tree[]): unknown {
  const configMap = manifests.find((one) => one.kind === 'ConfigMap' && get(one, 'data', 'jupyterhub_config.py'));
  return configMap && parse(String(get(configMap, 'data', 'config.yaml')), { version: '1.1' });
}

function documents(stream: string, version: '1.1' | '1.2' = '1.2'): readonly Tree[] {
  return parseAllDocuments(stream, { version })
    .map((document): unknown => document.toJS())
    .filter(isMap);
}

/**
 * What of some YAML is not in a stream of manifests; undefined where all is. A document is a part of the object of its kind and name, or of
 * JupyterHub's configuration where it has no kind.
 */
export function missingPart(yaml: string, stream: string): string | undefined {
  const manifests = documents(stream, '1.1');
  for (const part of documents(yaml)) {
    const name = get(part, 'metadata', 'name');
    const whole =
      part.kind === undefined
        ? configurationOf(manifests)
        : manifests.find((one) => one.kind === part.kind && get(one, 'metadata', 'name') === name);
    if (whole === undefined) return `there is no ${part.kind ?? 'configuration'} ${name ?? ''}`;
    const found = missing(part, whole, part.kind === undefined ? 'configuration' : `${part.kind} ${name}`);
    if (found) return found;
  }
  return undefined;
}
