import { pythonPattern } from '../../lib/rules/python-pattern';

test.each(['([a', 'a)', '*a', '[z-a]'])('refuses %s, as Python does', (source) => {
  expect(pythonPattern(source)).toBeUndefined();
});

test.each([
  ['^a', 'ab', true],
  ['b', 'ab', false],
  ['(?i)A', 'a', true],
  ['(?P<x>a)(?P=x)\\Z', 'aa', true],
  ['a++', 'b', true],
])('%s at the beginning of %s: %s', (source, text, expected) => {
  expect(pythonPattern(source)?.match(text)).toBe(expected);
});
