/** How many letters must be changed, added, taken away or swapped to make one word of another. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

/** Words are compared without case and punctuation: `image_pull_policy` is `imagePullPolicy`. */
export function plain(word: string): string {
  return word.toLowerCase().replace(/[-_.]/g, '');
}

/** Whether two names of several words begin with another one each: `cull_timeout` is not meant by `http_timeout`, though few letters differ. */
function beginOtherwise(word: string, other: string): boolean {
  const [first, second] = [word, other].map((name) => name.split('_'));
  return first.length > 1 && second.length > 1 && first[0] !== second[0];
}

/**
 * The known word that was most likely meant; undefined where none is near.
 * @param limit letters that may differ; a third of the word's, unless it is given
 */
export function nearest(
  word: string,
  known: readonly string[],
  limit = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  const [given, shortest] = [plain(word), plain(word).length - limit];
  let best: { candidate: string; far: number } | undefined;
  for (const candidate of known) {
    const other = plain(candidate);
    // Nothing can be nearer than the difference in length.
    if (other.length < shortest || other.length > given.length + limit) continue;
    const far = distance(given, other);
    if (far > 2 && beginOtherwise(word, candidate)) continue;
    if (far > limit || (best && (far > best.far || (far === best.far && candidate >= best.candidate)))) continue;
    best = { candidate, far };
  }
  return best?.candidate;
}
