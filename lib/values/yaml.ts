import {
  Alias,
  Composer,
  CST,
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  Parser,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { setKey, Value, ValueMap } from './merge';
import { lenientLexer } from './lexer';
import { Place } from './place';
import { formatPath, Path, Position, Problem } from './problem';
import { keyText, resolvePlain, resolveTagged, Scalar as ScalarValue } from './scalar';

/** A file's values, where they are, and what is wrong with them. */
export interface YamlResult {
  readonly value: Value;
  readonly place: Place;
  readonly problems: readonly Problem[];
  /** What Helm reads without a word, and hardly anyone means. */
  readonly warnings: readonly Problem[];
}

/** Nodes that aliases may add to a file: a file of a few lines can ask for billions of them. */
const ALIASED_NODES = 100_000;

/** What no YAML file may contain, in quotes or not. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** Escapes that JSON and YAML 1.2 know and Helm's parser refuses: `\/`, and half of a character outside the first plane. */
const FOREIGN_ESCAPE = /(?<!\\)(?:\\\\)*\\(\/|u[dD][89a-fA-F])/;

const TOO_DEEP = 'the file is nested too deeply';

/** The failsafe schema leaves every scalar the text that it is: what it means to Helm is decided here. */
const OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  resolveKnownTags: false,
} as const;

/** Reads the first document of a YAML text, as Helm does; what follows it is not even parsed. */
export function readYaml(text: string, file: string, secret: boolean): YamlResult {
  // A lone carriage return ends a line too.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const reader = new Reader(source, file, secret);
  try {
    reader.read();
  } catch (error) {
    if (error instanceof RangeError) reader.refuse(`YAML: ${TOO_DEEP}`);
    else if (!(error instanceof TooManyAliases)) throw error;
  }
  return reader;
}

class TooManyAliases extends Error {}

interface Located {
  readonly value: Value;
  readonly place: Place;
}

/** The entries of a map while it is read. */
interface Entries {
  readonly value: ValueMap;
  readonly children: Map<string, Place>;
}

class Reader implements YamlResult {
  value: Value = null;
  place: Place;
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];
  private readonly lines = new LineCounter();
  private readonly anchors = new Map<string, Node>();
  private readonly targets = new Map<Alias, Node>();
  /** Anchored nodes that are being read: an alias to one of them would never end. */
  private readonly open = new Set<Node>();
  private aliasDepth = 0;
  private aliased = 0;

  constructor(
    private readonly text: string,
    private readonly file: string,
    private readonly secret: boolean,
  ) {
    this.place = { position: { file }, secret };
  }

  refuse(message: string, offset?: number, path?: Path): void {
    const position = offset === undefined ? { file: this.file } : this.position(offset);
    this.problems.push({ position, path: path && formatPath(path), message });
  }

  read(): void {
    const control = CONTROL.exec(this.text);
    const document = this.document();
    if (control) return this.refuse('YAML: a control character, which no YAML file may contain', control.index);
    if (!this.isSound(document)) return;
    const { value, place } = this.node(document.contents, [], undefined);
    this.value = value;
    this.place = { ...place, position: { file: this.file } };
  }

  /** The first document. If the rules of YAML refuse it but Helm does not look that closely, what Helm makes of it. */
  private document(): Document {
    const strict = this.compose(new Parser(this.lines.addNewLine).parse(this.text));
    if (!strict.errors.length) return strict;
    const lenient = this.compose(this.lenientTokens());
    return lenient.errors.length ? strict : lenient;
  }

  private compose(tokens: Iterable<CST.Token>): Document {
    // Taking one document leaves the parser before the next.
    const [document] = new Composer(OPTIONS).compose(tokens, true, this.text.length);
    return document;
  }

  private *lenientTokens(): Generator<CST.Token, void> {
    const parser = new Parser();
    for (const lexeme of lenientLexer().lex(this.text)) yield* parser.next(lexeme);
    yield* parser.end();
  }

  private isSound(document: Document): boolean {
    const directives = document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE');
    const lines = new Set<number>();
    for (const { message, pos } of [...document.errors, ...directives]) {
      const { line } = this.lines.linePos(pos[0]);
      // One slip often gives several errors; the first on a line tells it.
      if (lines.has(line)) continue;
      lines.add(line);
      this.refuse(`YAML: ${withoutContent(message)}`, pos[0]);
    }
    const { explicit, version } = document.directives?.yaml ?? {};
    if (explicit && version !== '1.1') {
      this.refuse(
        `YAML: Helm reads YAML 1.1 only; remove the directive %YAML ${version}`,
        Math.max(0, this.text.indexOf('%YAML')),
      );
    }
    return this.problems.length === 0;
  }

  private position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line, column: col };
  }

  /** A node at a path; `at` is where its key stands, if it has one. */
  private node(node: Node | null, path: Path, at: number | undefined): Located {
    if (this.aliasDepth && (this.aliased += 1) > ALIASED_NODES) {
      this.refuse(`the aliases of this file expand to more than ${ALIASED_NODES} values`, at ?? node?.range?.[0], path);
      throw new TooManyAliases();
    }
    const offset = at ?? node?.range?.[0];
    const leaf = (value: Value): Located => ({
      value,
      place: { position: offset === undefined ? undefined : this.position(offset), secret: this.secret },
    });
    if (!node) return leaf(null);
    if (isAlias(node)) return this.alias(node, path, offset) ?? leaf(null);
    this.anchor(node);
    if (isScalar(node)) return leaf(this.scalar(node, path));
    this.open.add(node);
    const position = offset === undefined ? undefined : this.position(offset);
    const located = isMap(node)
      ? this.map(node, path, position)
      : isSeq(node)
        ? this.list(node, path, position)
        : leaf(null);
    this.open.delete(node);
    return located;
  }

  private anchor(node: Node & { anchor?: string }): void {
    // What an alias means is settled where it stands in the file, not where it is repeated.
    if (node.anchor && !this.aliasDepth) this.anchors.set(node.anchor, node);
  }

  private alias(alias: Alias, path: Path, offset: number | undefined): Located | undefined {
    const target = this.target(alias, path);
    if (!target) return undefined;
    this.aliasDepth += 1;
    const located = this.node(target, path, offset);
    this.aliasDepth -= 1;
    return located;
  }

  private target(alias: Alias, path: Path): Node | undefined {
    const target = this.targets.get(alias) ?? this.anchors.get(alias.source);
    if (!target) {
      // Its name may be a password that begins with an asterisk.
      this.refuse('YAML: no anchor stands before this alias; quote it if it is meant as text', alias.range?.[0], path);
      return undefined;
    }
    this.targets.set(alias, target);
    if (!this.open.has(target)) return target;
    this.refuse(`YAML: the anchor &${alias.source} contains itself`, alias.range?.[0], path);
    return undefined;
  }

  private scalar(node: Scalar, path: Path): ScalarValue {
    const text = this.textOf(node);
    const offset = node.range?.[0];
    if (
      node.type === 'QUOTE_DOUBLE' &&
      node.range &&
      FOREIGN_ESCAPE.test(this.text.slice(node.range[0], node.range[1]))
    ) {
      this.refuse('YAML: an escape of JSON that Helm does not read; write the character itself', offset, path);
    }
    let value: ScalarValue = text;
    if (node.tag && node.tag !== '!') {
      const result = resolveTagged(text, node.tag);
      if ('value' in result) value = result.value;
      else this.refuse(`YAML: the value ${result.error}`, offset, path);
    } else if (node.type === 'PLAIN' && !node.tag) {
      value = resolvePlain(text);
    }
    if (typeof value !== 'number' || Number.isFinite(value) || this.isKey) return value;
    this.refuse('not a number that JSON can hold; quote it if it is meant as text', offset, path);
    return null;
  }

  private textOf(node: Scalar): string {
    const text = String(node.value ?? '');
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    // A block whose last line the file does not end has no final newline.
    const isCutOff = isBlock && !this.text.endsWith('\n') && (node.range?.[1] ?? 0) >= this.text.length;
    return isCutOff && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  private list(node: YAMLSeq, path: Path, position: Position | undefined): Located {
    const value: Value[] = [];
    const children = new Map<number, Place>();
    node.items.forEach((item, index) => {
      const located = this.node(item as Node | null, [...path, index], undefined);
      value.push(located.value);
      children.set(index, located.place);
    });
    return { value, place: { position, secret: this.secret, children, isList: true } };
  }

  private map(node: YAMLMap, path: Path, position: Position | undefined): Located {
    const entries: Entries = { value: {}, children: new Map() };
    this.fill(entries, node, path);
    return { value: entries.value, place: { position, secret: this.secret, children: entries.children } };
  }

  /** Puts the pairs of a map into the entries. A merge key overrides what stands before it: that is how Helm reads it. */
  private fill(entries: Entries, node: YAMLMap, path: Path): void {
    const seen = new Map<string, number>();
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const valueNode = pair.value as Node | null;
      const offset = keyNode?.range?.[0] ?? valueNode?.range?.[0] ?? node.range?.[0] ?? 0;
      if (isMergeKey(keyNode)) {
        this.mergeInto(entries, valueNode, path, offset);
        continue;
      }
      const key = this.key(keyNode, path, offset);
      if (key === undefined) continue;
      const before = seen.get(key);
      if (before !== undefined) this.warnOfRepeated([...path, key], before, offset);
      seen.set(key, offset);
      const { value, place } = this.node(valueNode, [...path, key], offset);
      setKey(entries.value, key, value);
      entries.children.set(key, place);
    }
  }

  private warnOfRepeated(path: Path, before: number, offset: number): void {
    // Where an alias repeats a map, its own place has told it.
    if (this.aliasDepth) return;
    const { line } = this.position(before);
    const message = `is set on line ${line} already; only the last one counts, and nothing of the first is kept`;
    this.warnings.push({ position: this.position(offset), path: formatPath(path), message });
  }

  private isKey = false;

  private key(node: Node | null, path: Path, offset: number): string | undefined {
    const target = isAlias(node) ? this.target(node, path) : node;
    if (isAlias(node) && !target) return undefined;
    if (target && !isScalar(target)) {
      this.refuse('YAML: a key cannot be a list or a map', offset, path);
      return undefined;
    }
    if (target && node === target) this.anchor(target);
    this.isKey = true;
    const value = target ? this.scalar(target, path) : null;
    this.isKey = false;
    const text = keyText(target ? String(target.value) : '', value);
    if (text === undefined)
      this.refuse('YAML: a key cannot be null or a number beyond 64 bits; quote it', offset, path);
    return text;
  }

  private mergeInto(entries: Entries, node: Node | null, path: Path, offset: number): void {
    const source = isAlias(node) ? this.target(node, path) : node;
    if (isAlias(node) && !source) return;
    // Of several maps the first wins, so it comes last.
    const sources = isSeq(source) ? [...source.items].reverse() : [node];
    if (source && !isAlias(node)) this.anchor(source);
    for (const item of sources as (Node | null)[]) {
      const map = isAlias(item) ? this.target(item, path) : item;
      if (isAlias(item) && !map) continue;
      if (!isMap(map)) this.refuse('YAML: << takes a map or a list of maps', offset, path);
      else this.mergeMap(entries, map, isAlias(item) || isAlias(node), path);
    }
  }

  private mergeMap(entries: Entries, map: YAMLMap, aliased: boolean, path: Path): void {
    if (!aliased) this.anchor(map);
    this.aliasDepth += aliased ? 1 : 0;
    this.open.add(map);
    this.fill(entries, map, path);
    this.open.delete(map);
    this.aliasDepth -= aliased ? 1 : 0;
  }
}

function isMergeKey(node: Node | null): boolean {
  if (!isScalar(node) || node.value !== '<<') return false;
  return node.tag === 'tag:yaml.org,2002:merge' || (node.type === 'PLAIN' && !node.tag);
}

/** The parser's message without the piece of the file that some of them quote: it may be a secret. */
function withoutContent(message: string): string {
  const [first] = message.split('\n');
  // The parser reports a stack overflow of its own as if it stood in the text.
  if (/call stack/i.test(first)) return TOO_DEEP;
  const plain = first.replace(/:? *".*"$/, '').replace(/^(Invalid escape sequence).*$/, '$1');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
