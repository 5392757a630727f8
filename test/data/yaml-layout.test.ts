import { stringify } from 'yaml';
import { toYaml } from '../../lib/data/yaml';

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
  expect(toYaml(value, { indentSeq: false })).toBe(
    stringify(value, { version: '1.1', lineWidth: 0, indentSeq: false }),
  );
});

/** Every text of a few signs, beginning with a letter or a slash: those that are written without asking the package, and those near to them. */
function shortTexts(length: number): string[] {
  const signs = [...'eEyNx01_.-/ :=@+#,'];
  const longer = (texts: string[]) => texts.flatMap((text) => signs.map((sign) => text + sign));
  let [texts, all] = [[...'eEyNx/'], [] as string[]];
  for (let i = 1; i <= length; i += 1) {
    all = [...all, ...texts];
    texts = longer(texts);
  }
  return all;
}

test('leaves out quotes only where the yaml package does', () => {
  const words = 'null Null NULL nUlL true TRUE tRue yes yES on oN Off OFF n Y infinity inf nan NaN None'.split(' ');
  const options = { version: '1.1', lineWidth: 0 } as const;
  const differing = [...shortTexts(4), ...words, ...words.map((word) => `${word} x`)].filter((text) => {
    const value = { text, [text]: 1 };
    return toYaml(value) !== stringify(value, options);
  });
  expect(differing).toEqual([]);
});
