import { Scalar, stringify } from 'yaml';
import { isMap } from './complete';
import { sortKeys } from './manifest';

/** Signs that Python's parser takes for something else than a text. */
const SIGNS = ['=', '<<'];

/** Octals of YAML 1.2, which Go's parser (the API server, kubectl) reads as numbers. */
const OCTAL = /^[-+]?0o[0-7]+$/;

/** Whether a text must be quoted for every reader to see a text, though a writer of YAML 1.1 would not quote it. */
export function mustQuote(text: string): boolean {
  return SIGNS.includes(text) || OCTAL.test(text);
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
const keys = new Written((key) => stringify({ [String(key)]: 0 }, OPTIONS).replace(/: 0\n$/, ''));

/** Texts and numbers as they stand after a key, further lines set in by two. */
const scalars = new Written((value) => {
  const node = new Scalar(value);
  if (typeof value === 'string' && mustQuote(value)) node.type = Scalar.QUOTE_DOUBLE;
  return stringify({ k: node }, OPTIONS).replace(/^k: ?/, '').replace(/\n$/, '');
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
