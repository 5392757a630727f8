import { Composer, CST, Document, isAlias, isMap, isScalar, isSeq, Node as YamlNode, Parser, Scalar } from 'yaml';
import { checkDepth } from './depth';
import { lenientLexer } from './lexer';
import { Node, NOTHING, ScalarNode } from './nodes';

/** Something that the rules of YAML forbid. */
export interface Fault {
  readonly message: string;
  /** Where it stands in the text. */
  readonly start?: number;
}

/** A string's first document, and what is wrong with it. */
export interface Explained {
  readonly node: Node;
  readonly faults: readonly Fault[];
}

/** The failsafe schema leaves every scalar the text that it is: what it means to Helm is decided elsewhere. */
const OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  resolveKnownTags: false,
} as const;

/**
 * The first document of a string, read with care: what follows it is not even parsed, and where the rules of YAML refuse it but Helm
 * does not look that closely, it is what Helm makes of it.
 * @throws TooDeep
 */
export function explain(text: string): Explained {
  checkDepth(text);
  const document = soundest(text);
  return { node: nodeOf(document.contents), faults: [...errorsOf(document), ...versionFaults(document, text)] };
}

function soundest(text: string): Document {
  const strict = compose(new Parser().parse(text), text);
  if (!strict.errors.length) return strict;
  const lenient = compose(lenientTokens(text), text);
  return lenient.errors.length ? strict : lenient;
}

function compose(tokens: Iterable<CST.Token>, text: string): Document {
  // Taking one document leaves the parser before the next.
  const [document] = new Composer(OPTIONS).compose(tokens, true, text.length);
  return document;
}

function* lenientTokens(text: string): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of lenientLexer().lex(text)) yield* parser.next(lexeme);
  yield* parser.end();
}

function errorsOf(document: Document): Fault[] {
  const directives = document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE');
  return [...document.errors, ...directives].map(({ message, pos }) => ({
    message: withoutContent(message),
    start: pos[0],
  }));
}

function versionFaults({ directives }: Document, text: string): Fault[] {
  const { explicit, version } = directives?.yaml ?? {};
  if (!explicit || version === '1.1') return [];
  const message = `Helm reads YAML 1.1 only; remove the directive %YAML ${version}`;
  return [{ message, start: Math.max(0, text.indexOf('%YAML')) }];
}

function nodeOf(node: unknown): Node {
  if (isAlias(node)) return { kind: 'alias', start: node.range?.[0], name: node.source };
  if (isScalar(node)) return scalarOf(node);
  const { range, anchor, tag } = (node ?? {}) as YamlNode & { anchor?: string };
  const placed = { start: range?.[0], anchor, tag };
  if (isMap(node)) {
    return { kind: 'map', ...placed, pairs: node.items.map(({ key, value }) => [nodeOf(key), nodeOf(value)]) };
  }
  return isSeq(node) ? { kind: 'list', ...placed, items: node.items.map(nodeOf) } : NOTHING;
}

const STYLES: Readonly<Record<string, ScalarNode['style']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function scalarOf({ value, type, range, anchor, tag }: Scalar): ScalarNode {
  const style = STYLES[type ?? ''] ?? 'plain';
  return { kind: 'scalar', style, text: String(value ?? ''), start: range?.[0], end: range?.[1], anchor, tag };
}

/** The parser's message without the piece of the file that some of them quote: it may be a secret. */
function withoutContent(message: string): string {
  const [first] = message.split('\n');
  const plain = first.replace(/:? *".*"$/, '').replace(/^(Invalid escape sequence).*$/, '$1');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
