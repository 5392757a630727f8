import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Tree } from '../../lib/data/maps';
import { GATE_NAMES } from '../../lib/review/gates';
import { markdown } from './objects';

const page = readFileSync(join(__dirname, '../../docs/review.md'), 'utf8');

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)![1];
}

/** One side of a diff of a whole file. */
function side(other: '+' | '-'): Tree {
  const lines = block('diff').split('\n');
  const own = lines.filter((line) => !line.startsWith(other)).map((line) => line.slice(1));
  return parse(own.join('\n')) as Tree;
}

test('the page shows what is printed of its change', () => {
  expect(markdown(side('+'), side('-'))).toContain(block('markdown'));
});

test('the page tells of every gate', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  for (const gate of GATE_NAMES) expect(rows.join('\n')).toContain(`\`${gate}\``);
});
