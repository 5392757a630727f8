/** A string in quotes, as `repr` of Python shows it. */
export function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const escaped = text.replace(/[\\\n\r\t]/g, (char) => SHORT[char]);
  return quote + (quote === "'" ? escaped.replace(/'/g, "\\'") : escaped) + quote;
}

/** A scalar as `str` of Python shows it; numbers are integers. */
export function scalarText(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  return value === null ? 'None' : String(value);
}

/** A number of the kind float, as `str` of Python shows it: `2.0`, `1e-05`, `1e+16`. */
export function floatText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  const text = String(value);
  return Number.isInteger(value) ? `${text}.0` : text;
}

/** The order of strings in Python: by code points, where that of JavaScript is by halves of characters. */
export function compareText(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  const place = a.findIndex((char, index) => char !== b[index]);
  if (place < 0 || place >= b.length) return a.length - b.length;
  return (a[place].codePointAt(0) ?? 0) - (b[place].codePointAt(0) ?? 0);
}

/** Whether a value counts as true in Python. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
