import { escapeInLines, oneLine } from '../../data/printable';

/** How long a quoted text gets. */
const LONGEST = 120;

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** A text without its middle where it is too long. */
export function shortened(text: string, longest = LONGEST): string {
  const chars = [...text];
  if (chars.length <= longest) return text;
  const end = Math.floor(longest / 3);
  return `${chars.slice(0, longest - end - 1).join('')}…${chars.slice(-end).join('')}`;
}

/**
 * Whatever manifests say, in Markdown: code on one line. In it nothing is a link, a mention, HTML or a mark, and it does not end before its end.
 * Everything that a review quotes goes through here, or through `codeBlock`.
 */
export function code(text: string): string {
  return codeWithin(text, LONGEST);
}

/** The same, with so many characters at most. */
export function codeWithin(text: string, longest: number): string {
  const line = shortened(oneLine(text), longest);
  if (line.trim() === '') return '(empty)';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = /^[`$ ]|[`$ ]$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines as a block of code. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const texts = lines.map((line) => shortened(oneLine(escapeInLines(line)), 400));
  const fence = '`'.repeat(Math.max(3, longestRun(texts.join('\n')) + 1));
  return [`${fence}${language}`, ...texts, fence].join('\n');
}

/** A row of a table; a bar in a cell would end it, in code too. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
