import { checkTarget } from '../../../lib/values/check/target';

const wrong = (release: string, namespace = 'ns') => checkTarget({ release, namespace }).map(({ path }) => path);

test.each(['a', 'jhub', 'my-hub.prod', '1a', 'a'.repeat(53)])('takes a release named %s, as Helm does', (release) => {
  expect(wrong(release)).toEqual([]);
});

test.each(['', 'Bad', 'a_b', '-a', 'a-', 'a..b', 'a'.repeat(54)])('refuses a release named "%s"', (release) => {
  expect(wrong(release)).toEqual(['release']);
});

test.each(['', 'My Ns', 'a.b', 'a_b', '-a', 'a'.repeat(64)])('refuses a namespace named "%s"', (namespace) => {
  expect(wrong('jhub', namespace)).toEqual(['namespace']);
});

test('tells what names may be', () => {
  expect(checkTarget({ release: 'A', namespace: 'a.b' }).map(({ message }) => message)).toEqual([
    'must be at most 53 small letters, digits, - and ., with a letter or digit at both ends, but is "A"',
    'must be at most 63 small letters, digits and -, with a letter or digit at both ends, but is "a.b"',
  ]);
});
