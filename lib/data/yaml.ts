import { yamlPackage } from './yaml-package';
import { isMap, sortedKeys, Tree } from './maps';

/** Characters that Python's parser takes for something else than a string. */
const SIGNS = ['=', '<<'];

/** Octals of YAML 1.2, which Go's parser (the API server, kubectl) reads as numbers. */
const OCTAL = /^[-+]?0o[0-7]+$/;

/** Line breaks of YAML 1.1 and what Go's and Python's parsers refuse, though the `yaml` package does not escape it. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Whether a string must be quoted for every reader to see a string, though a writer of YAML 1.1 would not quote it. */
export function mustQuote(text: string): boolean {
  return SIGNS.includes(text) || OCTAL.test(text) || UNPRINTABLE.test(text);
}

/** A string in double quotes, on one line, all that is not printable escaped: what every reader of YAML reads alike. */
export function quoted(text: string): string {
  const escape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(new RegExp(UNPRINTABLE, 'g'), escape);
}

/** How many characters are kept: the words of many releases, whatever they are called. */
const KEPT = 1_000_000;

/** Writes each text once, as a release says the same words over and over. */
class Written<T> {
  private readonly texts = new Map<T, string>();
  private size = 0;

  constructor(private readonly write: (value: T) => string) {}

  of(value: T): string {
    let text = this.texts.get(value);
    if (text === undefined) {
      text = this.write(value);
      this.size += text.length;
      if (this.size > KEPT) {
        this.texts.clear();
        this.size = text.length;
      }
      this.texts.set(value, text);
    }
    return text;
  }
}

const OPTIONS = { version: '1.1', lineWidth: 0 } as const;

/** Signs that a word has at most; more are a file's. */
const LONGEST_WORD = 200;

/** Words that nobody could take for anything but a string, unless they are among these. */
const PLAIN = /^[A-Za-z/](?:[\w./@=+-]|[ :](?=[\w./@=+-]))*$/;
const NO_TEXT = /^(y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;

/** Whether a string is written as it is, whoever writes it. */
function isPlain(text: string): boolean {
  return text.length <= LONGEST_WORD && PLAIN.test(text) && !NO_TEXT.test(text);
}

/** Keys, up to their colon; with a line break where that has to stand on the next line. */
const keys = new Written<string>((key) => {
  if (isPlain(key)) return key;
  return mustQuote(key)
    ? quoted(key)
    : yamlPackage()
        .stringify({ [key]: 0 }, OPTIONS)
        .replace(/: 0\n$/, '');
});

/** A string or a number as it stands after a key, further lines set in by two. */
function written(value: unknown): string {
  if (typeof value === 'string' && isPlain(value)) return value;
  if (typeof value === 'string' && mustQuote(value)) return quoted(value);
  return yamlPackage().stringify({ k: value }, OPTIONS).replace(/^k: ?/, '').replace(/\n$/, '');
}

const words = new Written(written);
/** Whole files, which shall not drive out the words. */
const files = new Written(written);

function scalarText(value: unknown): string {
  if (typeof value === 'boolean' || value === null || value === undefined) return String(value ?? null);
  return typeof value === 'string' && value.length > LONGEST_WORD ? files.of(value) : words.of(value);
}

/** A string's further lines at their place. */
function setIn(text: string, indent: string): string {
  return indent && text.includes('\n') ? text.replace(/\n(?=[^\n])/g, `\n${indent}`) : text;
}

/** How maps and lists are laid out. */
interface Layout {
  /**
   * The keys of a map, in the order to write them in.
   * @default - as they are
   */
  readonly keysOf?: (map: Tree) => string[];
  /**
   * Whether lists are set in under their key, as cdk8s writes them.
   * @default true
   */
  readonly indentSeq?: boolean;
}

/** The lines of a map or a list; those after the first are set in. */
function block(value: Tree | readonly unknown[], indent: string, layout: Required<Layout>): string {
  const inner = `${indent}  `;
  let lines = '';
  if (isList(value)) {
    for (const item of value) {
      const text = isNested(item) ? block(item, inner, layout) : leaf(item, indent);
      lines += lines ? `\n${indent}- ${text}` : `- ${text}`;
    }
    return lines;
  }
  for (const key of layout.keysOf(value)) {
    const item = value[key];
    const name = setIn(keys.of(key), indent);
    const isMarked = name.endsWith('\n');
    lines += `${lines ? `\n${indent}` : ''}${isMarked ? name + indent : name}:`;
    if (isMarked) lines += ` ${isNested(item) ? block(item, inner, layout) : leaf(item, indent)}`;
    else if (isNested(item)) {
      const below = isList(item) && !layout.indentSeq ? indent : inner;
      lines += `\n${below}${block(item, below, layout)}`;
    } else lines += ` ${leaf(item, indent)}`;
  }
  return lines;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isNested(value: unknown): value is Tree | readonly unknown[] {
  if (isList(value)) return value.length > 0;
  return isMap(value) && Object.keys(value).length > 0;
}

function leaf(value: unknown, indent: string): string {
  if (isList(value)) return '[]';
  return isMap(value) ? '{}' : setIn(scalarText(value), indent);
}

/**
 * One YAML document that YAML 1.1, YAML 1.2 and the Go and Python parsers read alike. Maps and lists are laid out as the `yaml` package does,
 * which writes the scalars that are more than plain words: each once, as a release says the same things over and over.
 */
export function toYaml(value: unknown, { keysOf = Object.keys, indentSeq = true }: Layout = {}): string {
  const text = isNested(value) ? block(value, '', { keysOf, indentSeq }) : leaf(value, '');
  return `${text}\n`;
}

/** The same with the keys of every map in order. */
export function toSortedYaml(value: unknown): string {
  return toYaml(value, { keysOf: sortedKeys });
}

/** The lines of a map as they are in a document that sets it in; what comes before the first one is not among them. */
export function blockAt(map: Tree, indent: string): string {
  return block(map, indent, { keysOf: Object.keys, indentSeq: true });
}
