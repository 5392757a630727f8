/** The code blocks of a page, in order, each with the section it is in. */
export function blocksOf(page, text) {
  const lines = text.split('\n');
  const blocks = [];
  let section = 0;
  let open;
  lines.forEach((content, index) => {
    const fence = /^```(.*)$/.exec(content);
    if (open && fence) {
      blocks.push(open);
      open = undefined;
    } else if (open) open.text += `${content}\n`;
    else if (fence) open = { page, section, line: index + 1, language: fence[1].trim(), text: '', sources };
    else if (/^#+ /.test(content)) section += 1;
  });
  if (open) throw new Error(`${page}:${open.line}: the code block does not end`);
  return blocks;
}

const GIVES = ['ts', 'yaml values'];

/** Programs and values that a block of results speaks of: those before it, up to the results before them. */
function sources(blocks) {
  const before = blocks.filter(
    ({ page, section, line }) => page === this.page && section === this.section && line < this.line,
  );
  const found = [];
  for (const block of before.reverse()) {
    if (GIVES.includes(block.language)) found.push(block);
    else if (block.language === 'yaml' && found.length) break;
  }
  return found;
}
