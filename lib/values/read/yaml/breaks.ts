import { CST } from 'yaml';
import { ScalarNode } from './nodes';

/**
 * Line breaks of YAML 1.1 beside those of YAML 1.2, which is what the `yaml` package reads; the parser that Helm uses heeds them. U+0085 is a line
 * feed to it, U+2028 and U+2029 stay in a scalar as they are.
 */
const OTHER_BREAK = /[\u0085\u2028\u2029]/;
const SEPARATOR = /[\u2028\u2029]/;
const ANY_BREAK = '(?:\\r?\\n|[\\u0085\\u2028\\u2029])';
const MORE_BREAKS = `((?:[ \\t]*${ANY_BREAK})*)[ \\t]*`;
/** A line's end with what is folded with it. The first blank of several begins it, or none: looking from each of them takes the square of their number. */
const FOLD = `(?<![ \\t])[ \\t]*(${ANY_BREAK})${MORE_BREAKS}`;
const FOLDS = new RegExp(FOLD, 'g');
const FOLDS_AND_ESCAPES = new RegExp(`\\\\${ANY_BREAK}${MORE_BREAKS}|\\\\[^]|${FOLD}`, 'g');

/** The same text with a line feed, of the same length, for each line break that YAML 1.2 does not know. */
export function withLineFeeds(text: string): string {
  return OTHER_BREAK.test(text) ? text.replace(new RegExp(OTHER_BREAK, 'g'), '\n') : text;
}

/** The line break before a place that does not show in its line, if there is one, by its code point. */
export function hiddenBreak(
  text: string,
  place: number,
): { readonly start: number; readonly name: string } | undefined {
  const line = text.lastIndexOf('\n', place - 1) + 1;
  const found = OTHER_BREAK.exec(text.slice(line, place));
  if (!found) return undefined;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase();
  return { start: line + found.index, name: `U+${code.padStart(4, '0')}` };
}

/** Whether a character ends a line. */
export function isBreak(character: string): boolean {
  return character === '\n' || OTHER_BREAK.test(character);
}

/** Whether a scalar is more than what it is with line feeds. */
export function hasSeparator(source: string): boolean {
  return SEPARATOR.test(source);
}

/**
 * What a scalar says in whose source there are line or paragraph separators.
 * @param source as it stands in the file
 * @param text what it says where they are line feeds
 */
export function withSeparators(source: string, text: string, style: ScalarNode['style']): string {
  switch (style) {
    case 'block':
      return keepBreaks(source, text);
    case 'double':
      return unescape(source.slice(1, -1).replace(FOLDS_AND_ESCAPES, escapedFold));
    case 'single':
      return source.slice(1, -1).replace(FOLDS, fold).replace(/''/g, "'");
    case 'plain':
      return source.replace(FOLDS, fold);
  }
}

/** Each line feed of a literal block is the line break of its source. */
function keepBreaks(source: string, text: string): string {
  // The first one ends the head of the block.
  const breaks = [...source.matchAll(new RegExp(ANY_BREAK, 'g'))].map(([one]) => lineFeeds(one)).slice(1);
  let next = 0;
  return text.replace(/\n/g, () => breaks[next++] ?? '\n');
}

function lineFeeds(breaks: string): string {
  return breaks.replace(/[ \t\r]/g, '').replace(/\u0085/g, '\n');
}

function fold(_: string, first: string, more: string): string {
  const rest = lineFeeds(more);
  return SEPARATOR.test(first) ? first + rest : rest || ' ';
}

function escapedFold(all: string, afterEscape: string | undefined, first: string | undefined, more: string): string {
  if (first !== undefined) return escapeBreaks(fold(all, first, more));
  return afterEscape !== undefined ? escapeBreaks(lineFeeds(afterEscape)) : all;
}

function escapeBreaks(text: string): string {
  return text
    .replace(/\n/g, '\\n')
    .replace(/\u2028/g, '\\L')
    .replace(/\u2029/g, '\\P');
}

function unescape(line: string): string {
  const token = { type: 'double-quoted-scalar', offset: 0, indent: 0, source: `"${line}"` } as const;
  // What is wrong with its escapes is told of the scalar itself.
  return CST.resolveAsScalar(token, false, () => undefined).value;
}
