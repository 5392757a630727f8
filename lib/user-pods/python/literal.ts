/** Reads a value of Python that is written out: strings, numbers, True, False, None, and lists, tuples, sets and maps of them. */

/** What is read, and where in the source it ends. */
export interface Literal {
  readonly value: unknown;
  readonly end: number;
}

const BLANK = /(?:[^\S\n]|\\\n)*/y;
const BLANK_LINES = /(?:\s|#[^\n]*|\\\n)*/y;
const STRING = /([rRuU]?)('''|"""|'|")/y;
const NUMBER = /[+-]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y;
const CONSTANT = /(?:True|False|None)\b/y;

const CONSTANTS: Readonly<Record<string, unknown>> = { True: true, False: false, None: null };
const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

const after = (pattern: RegExp, source: string, at: number) => at + (match(pattern, source, at)?.[0].length ?? 0);

function unescape(text: string): string {
  const pattern = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([^]))/g;
  return text.replace(pattern, (whole, x?: string, u?: string, long?: string, octal?: string, char = '') => {
    const hex = x ?? u ?? long;
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8));
    return ESCAPES[char] ?? whole;
  });
}

function readString(source: string, at: number): Literal | undefined {
  const opening = match(STRING, source, at);
  if (!opening) return undefined;
  const [whole, prefix, quote] = opening;
  const start = at + whole.length;
  for (let place = start; place < source.length; place += 1) {
    if (source[place] === '\\') place += 1;
    else if (source.startsWith(quote, place)) {
      const text = source.slice(start, place);
      return { value: /r/i.test(prefix) ? text : unescape(text), end: place + quote.length };
    } else if (source[place] === '\n' && quote.length === 1) return undefined;
  }
  return undefined;
}

/** Strings one after the other are one; within brackets they may stand on several lines. */
function readStrings(source: string, at: number, blank: RegExp): Literal | undefined {
  const first = readString(source, at);
  if (!first) return undefined;
  const next = readStrings(source, after(blank, source, first.end), blank);
  return next ? { value: `${String(first.value)}${String(next.value)}`, end: next.end } : first;
}

/** The items up to a closing bracket, with commas between them. */
function readItems(source: string, at: number, close: string, read: (at: number) => Literal | undefined) {
  const items: unknown[] = [];
  let place = after(BLANK_LINES, source, at);
  let commas = 0;
  while (source[place] !== close) {
    const item = items.length === commas ? read(place) : undefined;
    if (!item) return undefined;
    items.push(item.value);
    place = after(BLANK_LINES, source, item.end);
    if (source[place] === ',') {
      commas += 1;
      place = after(BLANK_LINES, source, place + 1);
    }
  }
  return { items, commas, end: place + 1 };
}

function readEntry(source: string, at: number): Literal | undefined {
  const key = readLiteral(source, at, BLANK_LINES);
  if (!key) return undefined;
  const colon = after(BLANK_LINES, source, key.end);
  if (source[colon] !== ':' || typeof key.value !== 'string') return undefined;
  const value = readLiteral(source, after(BLANK_LINES, source, colon + 1), BLANK_LINES);
  return value && { value: [key.value, value.value], end: value.end };
}

function readMap(source: string, at: number): Literal | undefined {
  const read = readItems(source, at + 1, '}', (place) => readEntry(source, place));
  return read && { value: Object.fromEntries(read.items as [string, unknown][]), end: read.end };
}

function readList(source: string, at: number): Literal | undefined {
  const close = { '[': ']', '(': ')', '{': '}' }[source[at]] ?? '';
  const read = readItems(source, at + 1, close, (place) => readLiteral(source, place, BLANK_LINES));
  if (!read) return undefined;
  const isInBrackets = close === ')' && read.items.length === 1 && read.commas === 0;
  return { value: isInBrackets ? read.items[0] : read.items, end: read.end };
}

/** The literal at a place of a source; undefined where there is none, or something that has to be computed. */
export function readLiteral(source: string, at: number, blank = BLANK): Literal | undefined {
  const char = source[at];
  if (char === '{') return readMap(source, at) ?? readList(source, at);
  if (char === '[' || char === '(') return readList(source, at);
  const constant = match(CONSTANT, source, at);
  if (constant) return { value: CONSTANTS[constant[0]], end: at + constant[0].length };
  const number = match(NUMBER, source, at);
  if (number) return { value: Number(number[0].replace(/_/g, '')), end: at + number[0].length };
  return readStrings(source, at, blank);
}
