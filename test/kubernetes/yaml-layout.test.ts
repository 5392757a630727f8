import { stringify } from 'yaml';
import { toYaml } from '../../lib/kubernetes/yaml';

const TEXTS = [
  ...[
    'a',
    '',
    '1',
    '01',
    '08',
    'yes',
    'a: b',
    '#x',
    'x #y',
    '- a',
    '"q"',
    "'s'",
    `"'`,
    'ü☕',
    'null',
    '~',
    '1e05',
    '12:30',
    '-',
    '- ',
  ],
  ...[
    '2001-01-01',
    '{a}',
    '[b]',
    '*x',
    '&y',
    '!z',
    '%p',
    '@q',
    '`r',
    '|',
    '>',
    '?',
    'a:',
    'http://x:80',
    '---',
    '...',
    ' ',
    '+1',
    '.5',
  ],
  ...[
    'multi\nline',
    'multi\nline\n',
    '\nlead',
    '  lead\nx',
    'trail  \nx\n',
    'a\n\n\nb\n\n',
    'a\n b\n  c\n',
    '\n',
    '\t\n',
    'a\n---\nb',
  ],
  ...[
    'tab\tx',
    'a\rb',
    '\u0007',
    'x'.repeat(200),
    'w '.repeat(90),
    `${'w '.repeat(90)}\n${'z '.repeat(80)}\n`,
    'ends with colon:\n',
  ],
];
// As keys the signs of a document's start and end are quoted everywhere, not only where they have to be.
const KEYS = TEXTS.filter((text) => text !== '---' && text !== '...');
const NUMBERS = [0, 1, -5, 1.5, 1e21, 1e-7, 123456789012];

/** The same numbers on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % below;
  };
}

function data(next: (below: number) => number, depth: number): unknown {
  const kind = next(depth > 4 ? 5 : 8);
  if (kind < 3) return TEXTS[next(TEXTS.length)];
  if (kind === 3) return NUMBERS[next(NUMBERS.length)];
  if (kind === 4) return [true, false, null][next(3)];
  const items = Array.from({ length: next(5) }, () => data(next, depth + 1));
  return kind < 7 ? Object.fromEntries(items.map((item) => [KEYS[next(KEYS.length)], item])) : items;
}

test('lays out maps and lists as the yaml package, and so cdk8s, does', () => {
  const next = numbers(1);
  for (let i = 0; i < 3000; i += 1) {
    const value = { first: data(next, 0), second: data(next, 0) };
    expect(toYaml(value)).toBe(stringify(value, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false }));
  }
});

test('sets lists in under their key only where that is asked for', () => {
  const value = { list: [{ a: 1, b: [2] }] };
  expect(toYaml(value, false)).toBe(stringify(value, { version: '1.1', lineWidth: 0, indentSeq: false }));
});
