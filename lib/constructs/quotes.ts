import { isMap, mapValues } from '../data/maps';
import { blockAt, mustQuote, quoted } from '../data/yaml';
import { yamlPackage } from '../data/yaml-package';

/**
 * Data as cdk8s has to be given it for strings and keys to be quoted as `toYaml` does it. What has to be quoted, and a map with such keys, writes
 * itself.
 * @param indent of the map or list that the data are
 */
export function withQuotes(value: unknown, indent = '', isItem = false): unknown {
  if (typeof value === 'string') return mustQuote(value) ? writingItself(value, quoted(value)) : value;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return value.map((item) => withQuotes(item, inner, true));
  if (!isMap(value)) return value;
  if (!Object.keys(value).some(mustQuote)) return mapValues(value, (item) => withQuotes(item, inner));
  const text = blockAt(value, indent);
  return writingItself(value, isItem ? text : `\n${indent}${text}`);
}

/** A node of the `yaml` package, with which cdk8s writes: of all nodes aliases alone are asked for their text, whatever copy of it they are of. */
function writingItself(value: unknown, text: string): unknown {
  const { Alias } = yamlPackage();
  return Object.assign(new Alias(text), { toString: () => text, toJSON: () => value });
}
