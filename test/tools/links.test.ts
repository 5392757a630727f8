import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pages } from '../../tools/pages';

const root = join(__dirname, '../..');
const generated = readdirSync(join(root, 'docs/api')).map((file) => `docs/api/${file}`);

/** Headings of a page as GitHub makes anchors of them; the second of a name has a number. */
function anchorsOf(text: string): readonly string[] {
  const seen = new Map<string, number>();
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before ? `${anchor}-${before}` : anchor;
  });
}

/** Links of a page that lead nowhere in the repository. */
function deadLinks(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```.*?^```/gms, '');
  const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const file = path ? join(root, dirname(page), path) : join(root, page);
    if (!existsSync(file)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor);
  });
}

test.each([...pages(), ...generated])('%s links to what is there', (page) => {
  expect(deadLinks(page)).toEqual([]);
});

test('anchors are those of GitHub', () => {
  const text = '# One: two\n## `Tls.letsEncrypt()`\n## See [this](x.md)\n## Same\n## Same\n';
  expect(anchorsOf(text)).toEqual(['one-two', 'tlsletsencrypt', 'see-this', 'same', 'same-1']);
});
