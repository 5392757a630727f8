import { secretsOfScript, surenessOfLine } from './command';
import { shapesIn } from './credentials';
import { isHarmless, Sureness } from './harmless';
import { mayShow, surenessFor } from './names';
import { Range } from './ranges';
import { secretsOfUrls } from './url';

/** A string or a comment of Python, by where its text stands. */
interface Text {
  readonly is: 'string' | 'comment';
  /** Where it begins, with its quotes. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

const OPENING = /(?<![A-Za-z0-9_])([rRuUbBfF]{0,2})('''|"""|'|")|#/g;

function endOf(source: string, from: number, quote: string): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source.startsWith(quote, at)) return at;
    else if (source[at] === '\n' && quote.length === 1) return at;
  }
  return source.length;
}

/** The strings and comments of a source, in their order. */
function textsOf(source: string): Text[] {
  const texts: Text[] = [];
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(source); opening; opening = OPENING.exec(source)) {
    const [whole, , quote] = opening;
    const start = opening.index;
    const from = start + whole.length;
    const newline = source.indexOf('\n', from);
    const to = quote === undefined ? (newline < 0 ? source.length : newline) : endOf(source, from, quote);
    const end = quote !== undefined && source.startsWith(quote, to) ? to + quote.length : to;
    texts.push({ is: quote === undefined ? 'comment' : 'string', start, from, to, end });
    OPENING.lastIndex = Math.max(end, from);
  }
  return texts;
}

/** How many characters are looked at around a string. */
const NEAR = 300;

/** What stands before a string and gives it a name: `NAME = `, `name=`, `"name": `, `["name"] = `, `name == `. */
const ASSIGNED = /([A-Za-z_]\w*)\s*(?::\s*[\w.[\], ]+)?(?:=|==|!=|\+=|:)\s*\(?\s*$/;
const SUBSCRIPT = /\[\s*[rbu]?['"]([^'"\n]*)['"]\s*\]\s*(?:=|==|!=|\+=)\s*\(?\s*$/;
const KEY = /[rbu]?['"]([^'"\n]*)['"]\s*(?::|,|==|!=)\s*\(?\s*$/;

/** The name of a string's value, as far as it has one; `place` is what stands before it. */
function nameBefore(before: string): string | undefined {
  return SUBSCRIPT.exec(before)?.[1] ?? KEY.exec(before)?.[1] ?? ASSIGNED.exec(before)?.[1];
}

/** Whether a string is a key: of a map, or of what is looked up. */
function isKey(before: string, after: string): boolean {
  return (
    (/^\s*:/.test(after) && /(^|[{,\n])\s*$/.test(before)) ||
    (/\[\s*$/.test(before) && /^\s*\]/.test(after) && /\w\s*\[\s*$/.test(before))
  );
}

/** The line that a statement begins with, where brackets keep it open. */
class Statements {
  private depth = 0;
  private first = '';
  private at = 0;

  private readonly ends: ReadonlyMap<number, number>;

  constructor(
    private readonly source: string,
    texts: readonly Text[],
  ) {
    this.ends = new Map(texts.map(({ start, end }) => [start, end]));
  }

  /** The lines that tell about what stands at a place: its own, and the first of its statement. */
  linesAt(place: number): string {
    while (this.at < place) this.step();
    const [before] = this.source
      .slice(Math.max(0, place - NEAR), place)
      .split('\n')
      .slice(-1);
    const [after] = this.source.slice(place, place + NEAR).split('\n', 1);
    return `${this.first}\n${before}${after}`;
  }

  private step(): void {
    const sign = this.source[this.at];
    if ('([{'.includes(sign)) {
      if (this.depth === 0)
        [this.first] = this.source
          .slice(Math.max(0, this.at - NEAR), this.at)
          .split('\n')
          .slice(-1);
      this.depth += 1;
    } else if (')]}'.includes(sign)) {
      this.depth = Math.max(0, this.depth - 1);
      if (this.depth === 0) this.first = '';
    }
    this.at = this.ends.get(this.at) ?? this.at + 1;
  }
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** What is secret in a source of Python: strings, and what comments hold, that are not shown to be harmless. */
export function secretsOfPython(source: string): Range[] {
  const texts = textsOf(source);
  const statements = new Statements(source, texts);
  let lastName: string | undefined;
  return texts.flatMap(({ is, start, from, to, end }): Range[] => {
    const text = source.slice(from, to);
    if (isBlank(text)) return [];
    if (is === 'comment') return secretsOfScript(text).map(([a, b]): Range => [from + a, from + b]);
    const before = source.slice(Math.max(0, start - NEAR), start);
    const lines = statements.linesAt(start);
    const about: Sureness = surenessOfLine(lines);
    const isName = isKey(before, source.slice(end, end + 20));
    if (isName && /^[A-Za-z_][A-Za-z_. -]*$/.test(text) && isHarmless(text, 'free')) return [];
    // What is added to a string is of its name.
    const own = isName ? undefined : nameBefore(before);
    const name = own ?? (/['"]\s*\+?\s*$/.test(before) ? lastName : undefined);
    lastName = name;
    if (mayShow(text, name, about) && !shapesIn(text).length && !secretsOfUrls(text).length) return [];
    if (name !== undefined && surenessFor(name) === 'hidden') return [[from, to]];
    // A sentence, a script or an address is shown without what is secret in it.
    const inner = /\s|:\/\//.test(text.trim()) ? secretsOfScript(text, undefined, about) : [];
    return inner.length ? inner.map(([a, b]): Range => [from + a, from + b]) : [[from, to]];
  });
}
