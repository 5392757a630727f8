/** A regular expression as Python's `re` reads it, as far as JavaScript can tell. */
export interface Pattern {
  /** Whether it matches at the beginning of a string, as `re.match` does. */
  match(text: string): boolean;
}

/** What JavaScript does not have: of such a pattern nothing can be told. */
const UNKNOWN = /\(\?>|[*+?}]\+|\(\?\(|\(\?#|\(\?[aiLmsux-]+:/;

const ANYTHING: Pattern = { match: () => true };

/** A pattern; undefined where Python refuses it too. */
export function pythonPattern(source: string): Pattern | undefined {
  if (UNKNOWN.test(source)) return ANYTHING;
  const [, flags = '', rest] = /^(?:\(\?([aiLmsux]+)\))?([^]*)$/.exec(source) ?? [];
  if (flags.includes('x')) return ANYTHING;
  const translated = rest
    .replace(/\(\?P</g, '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\\Z/g, '$')
    .replace(/\\A/g, '^');
  try {
    const expression = new RegExp(`^(?:${translated})`, flags.replace(/[aLu]/g, ''));
    return { match: (text) => expression.test(text) };
  } catch {
    return undefined;
  }
}
