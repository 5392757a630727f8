/**
 * What does not stay on its line, or shows as something else than it is: control characters, the line breaks of YAML, JavaScript and terminals,
 * marks that turn the direction of writing, and halves of characters.
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** The same with those characters that every program reads as they are. */
const UNPRINTABLE_LINES = new RegExp(`(?![\\n\\t])${UNPRINTABLE.source}`, 'gu');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `\u001b` and the like: what JSON, JavaScript and YAML read as the character. */
export function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A string as one line of a terminal, a log or a comment: it cannot break the line, move the cursor or change colours. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, (char) => SHORT[char] ?? unicodeEscape(char));
}

/** A string whose lines and tabs stay, all else that is not printable escaped. */
export function escapeInLines(text: string): string {
  return text.replace(UNPRINTABLE_LINES, unicodeEscape);
}
