import { escapeSlug, labelSlug, pairSlug, safeSlug } from '../../lib/user-pods/slugs';
import { slugify } from '../../lib/user-pods/slugify';

// What KubeSpawner 7.0.0 and python-slugify 8.0.4 answer; test/slow/user-pods.sh asks them.
test.each([
  ['alice', 'alice'],
  ['Bob.Smith@example.org', 'bob-smith-example-org---da50e6af'],
  ['1digit', 'x-1digit---4d65e2a3'],
  ['a--b', 'a-b---90827a2e'],
  ['名前', 'x---7ec26292'],
])('the safe slug of %s is %s', (name, slug) => {
  expect(safeSlug(name, 48)).toBe(slug);
});

test('a label may be what the name of an object may not', () => {
  expect(labelSlug('Bob.Smith')).toBe('Bob.Smith');
  expect(labelSlug('')).toBe('');
  expect(labelSlug('a b')).toBe('a-b---c8687a08');
});

test('two names share one hash', () => {
  expect(pairSlug('a'.repeat(40), 'b')).toBe(`${'a'.repeat(17)}--b---54860969`);
});

test('the escape scheme writes bytes', () => {
  expect(escapeSlug('B.é')).toBe('-42-2e-c3-a9');
});

test.each([
  ['Large (8 CPU, 1,000 GB)', 'large-8-cpu-1000-gb'],
  ['GPU — Größe №5', 'gpu-grosse-no5'],
  ["Don't", 'don-t'],
  ['R &amp; Python', 'r-python'],
  ['Ёлка', 'elka'],
  ['🚀 Rocket', 'rocket'],
])('the slug of the profile %s is %s', (displayName, slug) => {
  expect(slugify(displayName)).toBe(slug);
});

test('the slug of a name in a script that is not known is not guessed', () => {
  expect(slugify('大 (large)')).toBeUndefined();
});
