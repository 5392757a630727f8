/** Lines around a change that are shown. */
const AROUND = 2;

/** Pairs of lines beyond which a diff would take too long: then all goes and all comes. */
const MOST = 4_000_000;

/** Lengths of the longest common lines from each pair of places to the ends. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      rows[i][j] = before[i] === after[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
  return rows;
}

function edits(before: readonly string[], after: readonly string[]): string[] {
  if (before.length * after.length > MOST)
    return [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
  const rows = commonLengths(before, after);
  const lines: string[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push(` ${before[i]}`);
      i++;
      j++;
    } else if (i < before.length && (j === after.length || rows[i + 1][j] >= rows[i][j + 1]))
      lines.push(`-${before[i++]}`);
    else lines.push(`+${after[j++]}`);
  }
  return lines;
}

const linesOf = (text: string | undefined) =>
  text === undefined || text === '' ? [] : text.replace(/\n$/, '').split('\n');

/** The lines that differ, as `diff -u` shows them, with a few around them and `…` for what is left out. */
export function lineDiff(before: string | undefined, after: string | undefined): readonly string[] {
  const all = edits(linesOf(before), linesOf(after));
  const isNear = all.map((_, index) =>
    all.slice(Math.max(0, index - AROUND), index + AROUND + 1).some((line) => !line.startsWith(' ')),
  );
  return all.flatMap((line, index) => {
    if (isNear[index]) return [line];
    return index === 0 || isNear[index - 1] ? ['…'] : [];
  });
}
