/** A part of a review: a line that says what is in it, and what is in it, folded. */
export interface Section {
  readonly title: string;
  /** Blocks of Markdown, each whole by itself. */
  readonly blocks: readonly string[];
}

/** How long all sections together may get; GitHub cuts at 65,536 characters. */
export const LONGEST = 60_000;

function folded({ title, blocks }: Section): string {
  return `<details><summary>${title}</summary>\n\n${blocks.join('\n\n')}\n\n</details>`;
}

/**
 * Sections within so many characters: as many blocks of each as there is room for, in turn from the first on, and a line for what is left out.
 * @param room characters that may be used
 */
export function sectionsWithin(sections: readonly Section[], room: number): string {
  const kept: string[] = [];
  let left = room;
  for (const [index, section] of sections.entries()) {
    // Those that follow get their title at least.
    const reserve = sections.slice(index + 1).reduce((sum, { title }) => sum + title.length + 120, 0);
    const blocks: string[] = [];
    let used = section.title.length + 120;
    for (const block of section.blocks) {
      if (used + block.length + 2 > left - reserve) break;
      blocks.push(block);
      used += block.length + 2;
    }
    const missing = section.blocks.length - blocks.length;
    const rest = missing ? [`${missing} more, not shown here for their length.`] : [];
    const text = folded({ title: section.title, blocks: [...blocks, ...rest] });
    if (text.length > left) break;
    kept.push(text);
    left -= text.length + 2;
  }
  return kept.join('\n\n');
}
