/** Levels that a file may nest its values. Helm takes more, but the parser calls itself for each level. */
export const MAX_DEPTH = 500;

/** A file that is nested more deeply than that. */
export class TooDeep extends Error {}

/**
 * Refuses a string that could be nested too deeply, told by its brackets and by what its lines begin with, whatever they are part of.
 * @throws TooDeep
 */
export function checkDepth(text: string): void {
  let [open, most] = [0, 0];
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
    most = Math.max(most, open);
  }
  for (const [indent] of text.matchAll(/^[ ?:-]+/gm)) if (most + indent.length > MAX_DEPTH) throw new TooDeep();
  if (most > MAX_DEPTH) throw new TooDeep();
}
