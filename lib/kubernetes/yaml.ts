import { Document, isScalar, Scalar, visit } from 'yaml';
import { sortKeys } from './manifest';

/**
 * Texts that some reader of YAML takes for something else though the writer does not: octals to Go's parser (the API server, kubectl),
 * and the value and merge signs to Python's.
 */
const AMBIGUOUS = /^(?:[-+]?0o?[0-7_]+|[-+]?0x[0-9a-f_]+|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|=|<<)$/i;

/** Whether a text must be quoted for every reader to see a text. */
export function mustQuote(text: string): boolean {
  return AMBIGUOUS.test(text);
}

/**
 * One YAML document that YAML 1.1, YAML 1.2 and the Go and Python parsers read alike; keys in the order given.
 * @param indentSeq whether lists are set in under their key, as cdk8s writes them
 */
export function toYaml(value: unknown, indentSeq = true): string {
  const document = new Document(value, { version: '1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === 'string' && mustQuote(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ lineWidth: 0, indentSeq });
}

/** The same with the keys of every map in order. */
export function toSortedYaml(value: unknown): string {
  return toYaml(sortKeys(value));
}
