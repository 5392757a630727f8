import { isMap, Tree } from './maps';

const ESCAPES: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

function quoted(text: string): string {
  const escaped = text.replace(/["\\]|[\u0000-\u001f\u007f]/g, (char) => {
    return ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

function keyText(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key);
}

/** Every number is a float: the chart knows no others where it writes TOML. */
function number(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (isMap(value))
    return `{${entriesOf(value)
      .map(([key, item]) => `${keyText(key)} = ${inline(item)}`)
      .join(', ')}}`;
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** A table's entries in order, without nulls, for which TOML has no word. */
function entriesOf(table: Tree): [string, unknown][] {
  const entries = Object.entries(table).filter(([, value]) => value !== null && value !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function isTables(value: unknown): value is Tree[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMap);
}

function lines(table: Tree, path: string[]): string[] {
  const entries = entriesOf(table);
  const indent = '  '.repeat(path.length);
  const plain = entries.filter(([, value]) => !isMap(value) && !isTables(value));
  const nested = entries.filter(([, value]) => isMap(value) || isTables(value));
  return [
    ...plain.map(([key, value]) => `${indent}${keyText(key)} = ${inline(value)}`),
    ...nested.flatMap(([key, value]) => {
      const below = [...path, key];
      const header = below.map(keyText).join('.');
      if (isTables(value)) return value.flatMap((item) => ['', `${indent}[[${header}]]`, ...lines(item, below)]);
      return [...(path.length ? [] : ['']), `${indent}[${header}]`, ...lines(value as Tree, below)];
    }),
  ];
}

/** A TOML document, laid out as the chart lays it out. */
export function toToml(table: Record<string, unknown>): string {
  const text = lines(table, []);
  return `${(text[0] === '' ? text.slice(1) : text).join('\n')}\n`;
}
