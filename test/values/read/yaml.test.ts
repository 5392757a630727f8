import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../../lib/values/read/yaml/explain';
import { Node } from '../../../lib/values/read/yaml/nodes';
import { parse } from '../../../lib/values/read/yaml/parse';
import { numbers } from '../../support/numbers';

const root = join(__dirname, '..', '..', '..');

const EXAMPLES = ['github-oauth', 'gpu-profiles', 'multi-hub', 'postgres', 'restricted'];

const SOURCES = [
  ...EXAMPLES.map((name) => readFileSync(join(root, 'examples', name, 'config.yaml'), 'utf8')),
  `# what files are full of
hub:
  config: &config
    JupyterHub: {admin_access: false, authenticator_class: "dummy"}   # a comment
  extraConfig:
    00-first: |
      c.Spawner.cmd = ['start']

      if True:
          pass
    01-second: >-
      folded
      text

        set in
  extraEnv:
  - name: A
    value: 'it''s'
  - {name: B, value: "tab\\tand \\"quotes\\" and é"}
  nothing:
  list: [a, 'b', "c", 1.5, 0o7, ~]
other:
  <<: *config
  again: *config
`,
  `singleuser:
  profileList:
    - display_name: "One: first"
      kubespawner_override:
        image: quay.io/jupyter/base-notebook:2026-01-01
        args: ["--a=b", '--c']
    -   display_name: Two
        description: goes on
          in the next line
`,
];

const PIECES = `"|'|:|: |-|- |#| #|[|]|{|}|,|&a |*a|?|? |>|\\|\t|~|0|x|é|😀|%|@|\`|''|\\n|---|...|<<: `.split('|');
PIECES.push('|', '|-', '|+\n', '\n', '\n\n', '\n  ', ' ', '  ', '\r\n', '\n---\n', '\ufeff');

/** Some lines of a file, with slips in them. */
function changed(next: (below: number) => number): string {
  const lines = SOURCES[next(SOURCES.length)].split('\n');
  const first = next(lines.length);
  let text = lines.slice(first, first + 2 + next(14)).join('\n') + (next(5) ? '\n' : '');
  for (let slips = next(4); slips > 0; slips -= 1) {
    const place = next(text.length + 1);
    const end = next(2) ? place : place + 1 + next(3);
    text = text.slice(0, place) + (end === place ? PIECES[next(PIECES.length)] : '') + text.slice(end);
  }
  return text.replace(/\r(?!\n)/g, '\n');
}

/** What a node says, and where; but for the place of a map whose first key has an anchor, of a block's head and of nothing. */
function said(node: Node): unknown {
  if (node.kind === 'alias') return [node.name, node.start];
  const own = [node.kind, node.anchor, node.tag];
  if (node.kind === 'list') return [...own, node.start, node.items.map(said)];
  if (node.kind === 'map') {
    const [first] = node.pairs[0] ?? [];
    const start = first && first.kind !== 'alias' && first.anchor !== undefined ? undefined : node.start;
    return [...own, start, node.pairs.map((pair) => pair.map(said))];
  }
  const isPlaced = node.style !== 'block' && node.text !== '';
  return [...own, node.style, node.text, isPlaced ? node.start : undefined];
}

test('the quick parser says what the careful one says, or leaves it to that one', () => {
  const next = numbers(2026);
  let read = 0;
  for (let i = 0; i < 6000; i += 1) {
    const text = changed(next);
    const node = parse(text);
    if (!node) continue;
    const { faults, node: explained } = explain(text);
    read += 1;
    expect({ text, faults, said: said(node) }).toEqual({ text, faults: [], said: said(explained) });
  }
  expect(read).toBeGreaterThan(1000);
});

test.each(SOURCES.map((text, index) => [index, text]))('the quick parser reads file %i', (_, text) => {
  expect(parse(text)).toBeDefined();
});

test.each([
  ['a fault', 'a: [1'],
  ['a second document', 'a: 1\n---\nb: 2\n'],
  ['a directive', '%YAML 1.1\n---\na: 1\n'],
  ['an empty item, which would have no place', 'a:\n-\n- b\n'],
  ['a key behind a string that has ended', "a:\n- 'b'  c:\n- d: 1\n"],
  ['lists set in by less than YAML asks for', 'a: [\n1\n]\n'],
])('the quick parser leaves %s to the careful one', (_, text) => {
  expect(parse(text)).toBeUndefined();
});
