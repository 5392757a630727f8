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

function documents(stream: string, version: '1.1' | '1.2' = '1.2'): readonly Tree[] {
  return parseAllDocuments(stream, { version })
    .map((document): unknown => document.toJS())
    .filter(isMap);
}

/** JupyterHub's configuration, where the object is a ConfigMap that has it. */
function configurationOf(manifest: Tree): readonly unknown[] {
  if (manifest.kind !== 'ConfigMap' || !get(manifest, 'data', 'jupyterhub_config.py')) return [];
  return [parse(String(get(manifest, 'data', 'config.yaml')), { version: '1.1' })];
}

/**
 * What of some YAML is not in a stream of manifests; undefined where all is. A document is a part of an object of its kind and name, or of a
 * hub's configuration where it has no kind.
 */
export function missingPart(yaml: string, stream: string): string | undefined {
  const manifests = documents(stream, '1.1');
  for (const part of documents(yaml)) {
    const name = get(part, 'metadata', 'name');
    const [what, candidates] =
      part.kind === undefined
        ? ['configuration', manifests.flatMap(configurationOf)]
        : [
            `${part.kind} ${name}`,
            manifests.filter((one) => one.kind === part.kind && get(one, 'metadata', 'name') === name),
          ];
    const found = candidates.map((candidate) => missing(part, candidate, what));
    if (!found.length) return `there is no ${what}`;
    if (found.every((problem) => problem !== undefined)) return found[0];
  }
  return undefined;
}
