import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages, withGenerated } from '../../tools/pages';

test.each(pages())('%s holds what `npm run pages` generates', (page) => {
  const text = readFileSync(join(__dirname, '../..', page), 'utf8');
  expect(text).toBe(withGenerated(text));
});

test('the part of a page is written anew, and nothing else of it', () => {
  const page = 'before\n<!-- generated: rooms -->\nold\n<!-- end -->\nafter\n';
  expect(withGenerated(page)).toMatch(/^before\n<!-- generated: rooms -->\n\| floor [^]*\n<!-- end -->\nafter\n$/);
});

test('refuses a part that nothing generates', () => {
  expect(() => withGenerated('<!-- generated: nonsense -->\n<!-- end -->')).toThrow('generated: nonsense: unknown');
});
