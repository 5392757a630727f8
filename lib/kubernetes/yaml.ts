import { stringify } from 'yaml';
import { isMap } from './complete';
import { sortKeys } from './manifest';

/** Signs that Python's parser takes for something else than a text. */
const SIGNS = ['=', '<<'];

/** Octals of YAML 1.2, which Go's parser (the API server, kubectl) reads as numbers. */
const OCTAL = /^[-+]?0o[0-7]+$/;

/** Line breaks of YAML 1.1 and what Go's and Python's parsers refuse, though the `yaml` package does not escape it. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Whether a text must be quoted for every reader to see a text, though a writer of YAML 1.1 would not quote it. */
export function mustQuote(text: string): boolean {
  return SIGNS.includes(text) || OCTAL.test(text) || UNPRINTABLE.test(text);
}

/** A text in double quotes, on one line, all that is not printable escaped: what every reader of YAML reads alike. */
export function quoted(text: string): string {
  const escape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(new RegExp(UNPRINTABLE, 'g'), escape);
}

const NODE_TYPE: unique symbol = Symbol.for('yaml.node.type');

/**
 * A text that is written in double quotes. The `yaml` package would leave some signs unescaped, and write a merge key as it is; an alias writes
 * itself, and any copy of the package, cdk8s's too, knows one by its mark.
 */
export class Quoted {
  readonly [NODE_TYPE] = Symbol.for('yaml.alias');

  constructor(private readonly text: string) {}

  toString(): string {
    return quoted(this.text);
  }

  toJSON(): string {
    return this.text;
  }
}

/** Writes each text once, as a release says the same words over and over. */
class Written {
  private readonly texts = new Map<unknown, string>();

  constructor(private readonly write: (value: unknown) => string) {}

  of(value: unknown): string {
    let text = this.texts.get(value);
    if (text === undefined) {
      text = this.write(value);
      // Enough for the words that come back, in any number of releases.
      if (this.texts.size >= 20_000) this.texts.clear();
      this.texts.set(value, text);
    }
    return text;
  }
}

const OPTIONS = { version: '1.1', lineWidth: 0 } as const;

/** Keys, up to their colon. */
const keys = new Written((key) =>
  mustQuote(String(key)) ? quoted(String(key)) : stringify({ [String(key)]: 0 }, OPTIONS).replace(/: 0\n$/, ''),
);

/** Texts and numbers as they stand after a key, further lines set in by two. */
const scalars = new Written((value) => {
  if (typeof value === 'string' && mustQuote(value)) return quoted(value);
  return stringify({ k: value }, OPTIONS).replace(/^k: ?/, '').replace(/\n$/, '');
});

function scalarText(value: unknown): string {
  return typeof value === 'boolean' || value === null || value === undefined
    ? String(value ?? null)
    : scalars.of(value);
}

/** A text's further lines at their place. */
function setIn(text: string, indent: string): string {
  return indent && text.includes('\n') ? text.replace(/\n(?=[^\n])/g, `\n${indent}`) : text;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? !value.length : isMap(value) && !Object.keys(value).length;
}

/** The lines of a map or a list; those after the first are set in. */
function block(value: unknown, indent: string, indentSeq: boolean): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return value
      .map((item) => `- ${nested(item) ? block(item, inner, indentSeq) : leaf(item, indent)}`)
      .join(`\n${indent}`);
  }
  const entries = Object.entries(value as object).map(([key, item]) => {
    const name = `${setIn(keys.of(key), indent)}:`;
    if (!nested(item)) return `${name} ${leaf(item, indent)}`;
    const below = Array.isArray(item) && !indentSeq ? indent : inner;
    return `${name}\n${below}${block(item, below, indentSeq)}`;
  });
  return entries.join(`\n${indent}`);
}

function nested(value: unknown): boolean {
  return (Array.isArray(value) || isMap(value)) && !isEmpty(value);
}

function leaf(value: unknown, indent: string): string {
  if (Array.isArray(value)) return '[]';
  return isMap(value) ? '{}' : setIn(scalarText(value), indent);
}

/**
 * One YAML document that YAML 1.1, YAML 1.2 and the Go and Python parsers read alike; keys in the order given. Maps and lists are laid out as the
 * `yaml` package does, which writes the scalars: each once, as a release says the same words over and over.
 * @param indentSeq whether lists are set in under their key, as cdk8s writes them
 */
export function toYaml(value: unknown, indentSeq = true): string {
  const text = nested(value) ? block(value, '', indentSeq) : leaf(value, '');
  return `${text}\n`;
}

/** The same with the keys of every map in order. */
export function toSortedYaml(value: unknown): string {
  return toYaml(sortKeys(value));
}
