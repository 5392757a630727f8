/** A code block of a page. */
export interface Block {
  readonly page: string;
  /** Number of the section that it is in. */
  readonly section: number;
  readonly line: number;
  /** First word after the fence: `ts`, `yaml`, `sh`. */
  readonly language: string;
  /** What stands behind it: what the block is for. */
  readonly purpose: string;
  readonly text: string;
}

/** The code blocks of a page, in order. */
export function blocksOf(page: string, text: string): readonly Block[] {
  const blocks: Block[] = [];
  let section = 0;
  let open: { line: number; info: string; lines: string[] } | undefined;
  text.split('\n').forEach((content, index) => {
    const fence = /^```(.*)$/.exec(content);
    if (open && fence) {
      const [language = '', ...purpose] = open.info.split(' ');
      const body = open.lines.map((line) => `${line}\n`).join('');
      blocks.push({ page, section, line: open.line, language, purpose: purpose.join(' '), text: body });
      open = undefined;
    } else if (open) open.lines.push(content);
    else if (fence) open = { line: index + 1, info: fence[1]?.trim() ?? '', lines: [] };
    else if (/^#+ /.test(content)) section += 1;
  });
  if (open) throw new Error(`${page}:${open.line}: the code block does not end`);
  return blocks;
}

/** Programs and values that give manifests. */
export function isSource({ language, purpose }: Block): boolean {
  return (language === 'ts' && ['', 'continued'].includes(purpose)) || (language === 'yaml' && purpose === 'values');
}

/** Programs and values that a block of results speaks of: those before it in its section, up to the results before them. */
export function sourcesOf(result: Block, blocks: readonly Block[]): readonly Block[] {
  const before = blocks.filter(
    ({ page, section, line }) => page === result.page && section === result.section && line < result.line,
  );
  const found: Block[] = [];
  for (const block of before.reverse()) {
    if (isSource(block)) found.push(block);
    else if (block.language === 'yaml' && found.length) break;
  }
  return found;
}
