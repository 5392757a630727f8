import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { commentCode, keyCode, shellWord, stringCode } from '../../../lib/cli/convert/quote';
import { oneLine } from '../../../lib/data/printable';
import { numbers } from '../../support/numbers';

/** What leaves a line, a comment, a literal or a word in one language or another. */
const PIECES = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\v',
    '\f',
    '\0',
    '\t',
    '\u001b[31m',
    '\u009b2J',
    '\b',
    '\u007f',
  ],
  ...[
    '\ufeff',
    '\u202e',
    '\u2066',
    '\u200f',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    ' ',
    '',
    '"',
    "'",
    '`',
    '\\',
    '\\n',
    '\\u0041',
  ],
  ...[
    '${',
    '}',
    '$',
    '$(',
    '*/',
    '/*',
    '//',
    '#',
    '!',
    ';',
    '&',
    '|',
    '<',
    '>',
    '-',
    '--',
    '=',
    '~',
    '*',
    '?',
    '[',
    '{',
  ],
  ...['process.exit(9)', 'constructor', '__proto__', '0', '1e3', '@ts-ignore', 'a', 'b: c', '</script>', '\\x41', '\\'],
];

const next = numbers(1);
const TEXTS = [
  ...PIECES,
  ...Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + next(6) }, () => PIECES[next(PIECES.length)]).join(''),
  ),
];

/** Every character that ends a line, moves a cursor or turns what follows, somewhere. */
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

function evaluated(code: string): unknown {
  return runInNewContext(transformSync(code, { loader: 'ts' }).code);
}

test('a string is one line wherever it is printed, and one that is printable is printed as it is', () => {
  expect(TEXTS.filter((text) => UNSAFE.test(oneLine(text)))).toEqual([]);
  expect(oneLine('a\u001b[31mRED\nconfig.yaml:1:1: forged')).toBe('a\\u001b[31mRED\\nconfig.yaml:1:1: forged');
  expect(oneLine("C:\\new 'é' 😀 {{ }}")).toBe("C:\\new 'é' 😀 {{ }}");
});

test('a comment says nothing but a comment', () => {
  const code = TEXTS.map(commentCode).join('\n');
  expect(evaluated(`${code}\n'the end'`)).toBe('the end');
  expect(code.split(/[\n\r\u2028\u2029]/)).toHaveLength(TEXTS.length);
});

test('a literal is its text', () => {
  const literals = TEXTS.map(stringCode);
  expect(evaluated(`[${literals.join(',\n')}]`)).toEqual(TEXTS);
  expect(literals.filter((code) => UNSAFE.test(code.replace(/[\n\t]/g, '')))).toEqual([]);
});

test('a key of an object is its text', () => {
  const pairs = [...new Set(TEXTS)].map((text, index) => `{ ${keyCode(text)}: ${index} }`);
  expect(evaluated(`[${pairs.join(',\n')}].map((one) => Object.keys(one))`)).toEqual(
    [...new Set(TEXTS)].map((text) => [text]),
  );
});

test('a word of a command is its text for bash, and stays on its line', () => {
  // No command can be given a NUL, nor half a character.
  const words = TEXTS.filter((text) => !/\0|\p{Cs}/u.test(text));
  const script = `printf '%s\\0' ${words.map(shellWord).join(' ')}`;
  expect(script.split(/[\n\r\u2028\u2029]/)).toHaveLength(1);
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const printed = execFileSync('bash', ['-s'], { input: script, env, encoding: 'utf8' });
  expect(printed.split('\0').slice(0, -1)).toEqual(words);
});
