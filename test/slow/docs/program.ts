import { Block } from './markdown';

const isWhole = (block: Block) => /^import /m.test(block.text);

/**
 * The program that a reader has who copies a block. One with imports is whole. `ts continued` goes on from the block before it; any other
 * begins with the `ts start` of its page, or of the index beside it, and ends with `app.synth()`.
 * @throws where there is nothing to go on from
 */
export function programOf(block: Block, blocks: readonly Block[]): string {
  const text = begun(block, blocks);
  return isWhole(block) || text.includes('app.synth()') ? text : `${text}app.synth();\n`;
}

function begun(block: Block, blocks: readonly Block[]): string {
  if (isWhole(block)) return block.text;
  const programs = blocks.filter(({ page, language }) => page === block.page && language === 'ts');
  if (block.purpose === 'continued') {
    const before = programs[programs.indexOf(block) - 1];
    if (!before) throw new Error('there is no program before this one that it could continue');
    return begun(before, blocks).replace(/^app\.synth\(\);\n/m, '') + block.text;
  }
  const index = block.page.replace(/[^/]*$/, 'README.md');
  const start = startOf(block.page, blocks) ?? startOf(index, blocks);
  if (!start)
    throw new Error('it imports nothing, and the page has no block `ts start` that shows how its programs begin');
  return `${start.text}\n${block.text}`;
}

function startOf(page: string, blocks: readonly Block[]): Block | undefined {
  return blocks.find((block) => block.page === page && block.purpose === 'start');
}
