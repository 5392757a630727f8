import { parse, parseAllDocuments } from 'yaml';

const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a part is not in the whole; undefined where all of it is. Of a list, every item is there somewhere. */
function missing(part, whole, path) {
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
  return part === whole ? undefined : `${path}: ${JSON.stringify(whole)}`;
}

function configurationOf(manifests) {
  const configMap = manifests.find(({ kind, data }) => kind === 'ConfigMap' && data?.['jupyterhub_config.py']);
  return configMap && parse(configMap.data['config.yaml'], { version: '1.1' });
}

/**
 * What of some YAML is not in a stream of manifests; undefined where all is. A document is a part of the object of its kind and name, or of
 * JupyterHub's configuration where it has no kind.
 */
export function isPart(documents, stream) {
  const manifests = parseAllDocuments(stream, { version: '1.1' })
    .map((document) => document.toJS())
    .filter(Boolean);
  for (const part of documents) {
    if (part.kind === undefined) {
      const found = missing(part, configurationOf(manifests), 'configuration');
      if (found) return found;
      continue;
    }
    const same = manifests.filter(({ kind, metadata }) => kind === part.kind && metadata.name === part.metadata?.name);
    if (!same.length) return `there is no ${part.kind} ${part.metadata?.name}`;
    const found = missing(part, same[0], `${part.kind} ${part.metadata.name}`);
    if (found) return found;
  }
  return undefined;
}
