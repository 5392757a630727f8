import { LineCounter } from 'yaml';
import { setKey } from '../../../data/maps';
import { Value, ValueMap } from '../../../chart/value';
import { isBreak } from './breaks';
import { MAX_DEPTH, TooDeep } from './depth';
import { AliasNode, ListNode, MapNode, Node, ScalarNode } from './nodes';
import { parse } from './parse';
import { Place } from '../place';
import { formatPath, Position, Problem } from '../problem';
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

/** Reads the first document of a YAML text, as Helm does; what follows it is not even parsed. */
export function readYaml(text: string, file: string, secret: boolean): YamlResult {
  // A lone carriage return ends a line too.
  const source = text.replace(/\r(?!\n)/g, '\n');
  const reader = new Reader(source, file, secret);
  try {
    reader.read();
  } catch (error) {
    if (error instanceof TooDeep) reader.refuse(`YAML: the file is nested more than ${MAX_DEPTH} levels deep`);
    else if (!(error instanceof TooManyAliases)) throw error;
  }
  return reader;
}

class TooManyAliases extends Error {}

/** What an alias may stand for. */
type Target = Exclude<Node, AliasNode>;

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
  private counter?: LineCounter;
  private readonly anchors = new Map<string, Target>();
  private readonly targets = new Map<AliasNode, Target>();
  /** Anchored nodes that are being read: an alias to one of them would never end. */
  private readonly open = new Set<Node>();
  /** Where the reader is. */
  private readonly path: (string | number)[] = [];
  private aliasDepth = 0;
  private aliased = 0;

  constructor(
    private readonly text: string,
    private readonly file: string,
    private readonly secret: boolean,
  ) {
    this.place = { position: () => ({ file }), secret };
  }

  refuse(message: string, offset?: number): void {
    const position = offset === undefined ? { file: this.file } : this.position(offset);
    this.problems.push({ position, path: formatPath(this.path), message });
  }

  read(): void {
    const control = CONTROL.exec(this.text);
    if (control) return this.refuse('YAML: a control character, which no YAML file may contain', control.index);
    const node = this.parsed();
    if (!node) return;
    const { value, place } = this.node(node, undefined);
    this.value = value;
    this.place = { ...place, position: this.place.position };
  }

  private parsed(): Node | undefined {
    const { node, faults } = parse(this.text);
    const lines = new Set<number | undefined>();
    for (const { message, start } of faults) {
      const line = start === undefined ? undefined : this.position(start).line;
      // One slip often gives several errors; the first on a line tells it.
      if (lines.has(line)) continue;
      lines.add(line);
      this.refuse(`YAML: ${message}`, start);
    }
    return faults.length ? undefined : node;
  }

  /** Made when the first place is asked for. */
  private get lines(): LineCounter {
    if (this.counter) return this.counter;
    this.counter = new LineCounter();
    this.counter.addNewLine(0);
    for (const { index } of this.text.matchAll(/\n/g)) this.counter.addNewLine(index + 1);
    return this.counter;
  }

  private position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line, column: col };
  }

  /** A node; `at` is where its key stands, if it has one. */
  private node(node: Node, at: number | undefined): Located {
    if (this.aliasDepth && (this.aliased += 1) > ALIASED_NODES) {
      this.refuse(`the aliases of this file expand to more than ${ALIASED_NODES} values`, at ?? node.start);
      throw new TooManyAliases();
    }
    const offset = at ?? node.start;
    const { secret } = this;
    const position = offset === undefined ? undefined : () => this.position(offset);
    const leaf = (value: Value): Located => ({ value, place: { position, secret } });
    if (node.kind === 'alias') return this.alias(node, offset) ?? leaf(null);
    this.anchor(node);
    if (node.kind === 'scalar') return leaf(this.scalar(node));
    this.open.add(node);
    const located = node.kind === 'map' ? this.map(node, position) : this.list(node, position);
    this.open.delete(node);
    return located;
  }

  /** A node below a key or an index. */
  private below(key: string | number, node: Node, at?: number): Located {
    this.path.push(key);
    const located = this.node(node, at);
    this.path.pop();
    return located;
  }

  private anchor(node: Target): void {
    // What an alias means is settled where it stands in the file, not where it is repeated.
    if (node.anchor && !this.aliasDepth) this.anchors.set(node.anchor, node);
  }

  private alias(alias: AliasNode, offset: number | undefined): Located | undefined {
    const target = this.target(alias);
    if (!target) return undefined;
    this.aliasDepth += 1;
    const located = this.node(target, offset);
    this.aliasDepth -= 1;
    return located;
  }

  private target(alias: AliasNode): Target | undefined {
    const target = this.targets.get(alias) ?? this.anchors.get(alias.name);
    if (!target) {
      // Its name may be a password that begins with an asterisk.
      this.refuse('YAML: no anchor stands before this alias; quote it if it is meant as text', alias.start);
      return undefined;
    }
    this.targets.set(alias, target);
    if (!this.open.has(target)) return target;
    this.refuse(`YAML: the anchor &${alias.name} contains itself`, alias.start);
    return undefined;
  }

  private scalar(node: ScalarNode): ScalarValue {
    const text = this.textOf(node);
    const { style, tag, start } = node;
    if (style === 'double' && FOREIGN_ESCAPE.test(this.text.slice(start, node.end))) {
      this.refuse('YAML: an escape of JSON that Helm does not read; write the character itself', start);
    }
    let value: ScalarValue = text;
    if (tag && tag !== '!') {
      const result = resolveTagged(text, tag);
      if ('value' in result) value = result.value;
      else this.refuse(`YAML: the value ${result.error}`, start);
    } else if (style === 'plain' && !tag) {
      value = resolvePlain(text);
    }
    if (typeof value !== 'number' || Number.isFinite(value) || this.isKey) return value;
    this.refuse('not a number that JSON can hold; quote it if it is meant as text', start);
    return null;
  }

  private textOf({ style, text, end = 0 }: ScalarNode): string {
    // A block whose last line the file does not end has no final newline.
    const isCutOff = style === 'block' && end >= this.text.length && !isBreak(this.text.slice(-1));
    return isCutOff && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  private list(node: ListNode, position: Place['position']): Located {
    const value: Value[] = [];
    const children = new Map<number, Place>();
    node.items.forEach((item, index) => {
      const located = this.below(index, item);
      value.push(located.value);
      children.set(index, located.place);
    });
    return { value, place: { position, secret: this.secret, children, isList: true } };
  }

  private map(node: MapNode, position: Place['position']): Located {
    const entries: Entries = { value: {}, children: new Map() };
    this.fill(entries, node);
    return { value: entries.value, place: { position, secret: this.secret, children: entries.children } };
  }

  /** Puts the pairs of a map into the entries. A merge key overrides what stands before it: that is how Helm reads it. */
  private fill(entries: Entries, node: MapNode): void {
    const seen = new Map<string, number>();
    for (const [keyNode, valueNode] of node.pairs) {
      const offset = keyNode.start ?? valueNode.start ?? node.start ?? 0;
      if (isMergeKey(keyNode)) {
        this.mergeInto(entries, valueNode, offset);
        continue;
      }
      const key = this.key(keyNode, offset);
      if (key === undefined) continue;
      const before = seen.get(key);
      if (before !== undefined) this.warnOfRepeated(key, before, offset);
      seen.set(key, offset);
      const { value, place } = this.below(key, valueNode, offset);
      setKey(entries.value, key, value);
      entries.children.set(key, place);
    }
  }

  private warnOfRepeated(key: string, before: number, offset: number): void {
    // Where an alias repeats a map, its own place has told it.
    if (this.aliasDepth) return;
    const { line } = this.position(before);
    const message = `is set on line ${line} already; only the last one counts, and nothing of the first is kept`;
    this.warnings.push({ position: this.position(offset), path: formatPath([...this.path, key]), message });
  }

  private isKey = false;

  private key(node: Node, offset: number): string | undefined {
    const target = node.kind === 'alias' ? this.target(node) : node;
    if (!target) return undefined;
    if (target.kind !== 'scalar') {
      this.refuse('YAML: a key cannot be a list or a map', offset);
      return undefined;
    }
    if (node === target) this.anchor(target);
    if (target.style === 'plain' && /^:[,[\]{}]/.test(this.text.slice(target.end, (target.end ?? 0) + 2))) {
      this.refuse('YAML: Helm takes the colon for a part of this key; write a blank behind it', offset);
    }
    this.isKey = true;
    const value = this.scalar(target);
    this.isKey = false;
    const text = keyText(target.text, value);
    if (text === undefined) this.refuse('YAML: a key cannot be null or a number beyond 64 bits; quote it', offset);
    return text;
  }

  private mergeInto(entries: Entries, node: Node, offset: number): void {
    const source = node.kind === 'alias' ? this.target(node) : node;
    if (!source) return;
    // Of several maps the first wins, so it comes last.
    const sources = source.kind === 'list' ? [...source.items].reverse() : [node];
    if (node.kind !== 'alias') this.anchor(source);
    for (const item of sources) {
      const map = item.kind === 'alias' ? this.target(item) : item;
      if (!map) continue;
      const aliased = item.kind === 'alias' || node.kind === 'alias';
      if (map.kind === 'map') this.mergeMap(entries, map, aliased);
      else this.refuse('YAML: << takes a map or a list of maps', offset);
    }
  }

  private mergeMap(entries: Entries, map: MapNode, aliased: boolean): void {
    if (!aliased) this.anchor(map);
    this.aliasDepth += aliased ? 1 : 0;
    this.open.add(map);
    this.fill(entries, map);
    this.open.delete(map);
    this.aliasDepth -= aliased ? 1 : 0;
  }
}

function isMergeKey(node: Node): boolean {
  if (node.kind !== 'scalar' || node.text !== '<<') return false;
  return node.tag === 'tag:yaml.org,2002:merge' || (node.style === 'plain' && !node.tag);
}
