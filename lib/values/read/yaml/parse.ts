import { Composer, CST, Document, isAlias, isMap, isScalar, isSeq, Node as YamlNode, Parser, Scalar } from 'yaml';
import { checkDepth } from './depth';
import { hasSeparator, hiddenBreak, withLineFeeds, withSeparators } from './breaks';
import { lenientLexemes } from './lexer';
import { Node, NOTHING, ScalarNode } from './nodes';

/** Something that the rules of YAML forbid. */
export interface Fault {
  readonly message: string;
  /** Where it stands in the text. */
  readonly start?: number;
}

/** A string's first document, and what is wrong with it. */
export interface Parsed {
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
export function parse(text: string): Parsed {
  checkDepth(text);
  const document = soundest(withLineFeeds(text));
  const faults = [...errorsOf(document), ...versionFaults(document, text)];
  const node = new Builder(text, faults).node(document.contents);
  return { node, faults: withHiddenBreak(text, faults) };
}

/** Faults, first of all that a line is broken where no editor shows it. */
function withHiddenBreak(text: string, faults: readonly Fault[]): readonly Fault[] {
  const hidden = hiddenBreak(text, faults[0]?.start ?? 0);
  if (!hidden) return faults;
  const message = `${hidden.name} ends a line for Helm; leave it out, or escape it in a string in double quotes`;
  return [{ message, start: hidden.start }, ...faults];
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
  for (const lexeme of lenientLexemes(text)) yield* parser.next(lexeme);
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

const STYLES: Readonly<Record<string, ScalarNode['style']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** Makes nodes of what the package has parsed. */
class Builder {
  private readonly hasSeparators: boolean;

  constructor(
    private readonly text: string,
    private readonly faults: Fault[],
  ) {
    this.hasSeparators = hasSeparator(text);
  }

  node(node: unknown): Node {
    if (isAlias(node)) return { kind: 'alias', start: node.range?.[0], name: node.source };
    if (isScalar(node)) return this.scalar(node);
    const { range, anchor, tag } = (node ?? {}) as YamlNode & { anchor?: string };
    const placed = { start: range?.[0], anchor, tag };
    if (isMap(node)) {
      return { kind: 'map', ...placed, pairs: node.items.map(({ key, value }) => [this.node(key), this.node(value)]) };
    }
    return isSeq(node) ? { kind: 'list', ...placed, items: node.items.map((item) => this.node(item)) } : NOTHING;
  }

  private scalar({ value, type, range, anchor, tag }: Scalar): ScalarNode {
    const style = STYLES[type ?? ''] ?? 'plain';
    const text = String(value ?? '');
    const [start, end] = range ?? [];
    const scalar: ScalarNode = { kind: 'scalar', style, text, start, end, anchor, tag };
    if (!this.hasSeparators || start === undefined) return scalar;
    const source = this.text.slice(start, end);
    if (!hasSeparator(source)) return scalar;
    if (type !== 'BLOCK_FOLDED') return { ...scalar, text: withSeparators(source, text, style) };
    this.faults.push({ message: 'a line or paragraph separator (U+2028, U+2029) in a folded block', start });
    return scalar;
  }
}

/** The parser's message without the piece of the file that some of them quote: it may be a secret. */
function withoutContent(message: string): string {
  const [first] = message.split('\n');
  const plain = first.replace(/:? *".*"$/, '').replace(/^(Invalid escape sequence).*$/, '$1');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
