import { escapeInLines, oneLine } from '../../data/printable';

/** A string as a comment of TypeScript, on one line. */
export function commentCode(text: string): string {
  return `// ${oneLine(text)}`;
}

/** A string as a literal: in single quotes; one of several lines between backticks, as people would write it. */
export function stringCode(text: string): string {
  if (/^[^\n]*\n./s.test(text) && !text.includes('\r')) {
    return `\`${escapeInLines(text.replace(/[\\`]|\$(?=\{)/g, '\\$&'))}\``;
  }
  const escaped = oneLine(text.replace(/\\/g, '\\\\'));
  return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replace(/'/g, "\\'")}'`;
}

/** A string as a key of an object literal. `__proto__` would set the prototype unless it is computed. */
export function keyCode(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return key;
  const code = stringCode(key);
  return code.startsWith('`') ? `[${code}]` : code;
}

/** A string as a word of a command for bash, on one line. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (oneLine(text) === text) return `'${text.replace(/'/g, "'\\''")}'`;
  return `$'${oneLine(text.replace(/[\\']/g, '\\$&'))}'`;
}
