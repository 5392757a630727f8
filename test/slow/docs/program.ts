import { Block } from './markdown';

const isWhole = (block: Block) => /^import /m.test(block.text);
const isTs = ({ language }: Block) => language === 'ts';

/**
 * The program that a reader has who copies a block. One with imports is whole. `ts continued` goes on from the block before it; any other
 * begins with the page's `ts start` and ends with `app.synth()`.
 * @throws where there is nothing to go on from
 */
export function programOf(block: Block, blocks: readonly Block[]): string {
  const page = blocks.filter((other) => other.page === block.page && isTs(other));
  const text = begun(block, page);
  return isWhole(block) || text.includes('app.synth()') ? text : `${text}app.synth();\n`;
}

function begun(block: Block, page: readonly Block[]): string {
  if (isWhole(block)) return block.text;
  if (block.purpose === 'continued') {
    const before = page[page.indexOf(block) - 1];
    if (!before) throw new Error('there is no program before this one that it could continue');
    return begun(before, page).replace(/^app\.synth\(\);\n/m, '') + block.text;
  }
  const start = page.find(({ purpose }) => purpose === 'start');
  if (!start)
    throw new Error('it imports nothing, and the page has no block `ts start` that says how its programs begin');
  return `${start.text}\n${block.text}`;
}
