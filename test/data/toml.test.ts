import { toToml } from '../../lib/data/toml';

test('writes plain keys before tables, each group in order', () => {
  expect(toToml({ b: { z: true, a: 'x' }, a: 'first' })).toBe('a = "first"\n\n[b]\n  a = "x"\n  z = true\n');
});

test('writes every number as a float, as the chart does', () => {
  expect(toToml({ whole: 3, half: 0.5, large: 1e21 })).toBe('half = 0.5\nlarge = 1e+21\nwhole = 3.0\n');
});

test('writes a list of maps as an array of tables', () => {
  expect(toToml({ user: [{ name: 'a' }, { name: 'b' }] })).toBe('[[user]]\n  name = "a"\n\n[[user]]\n  name = "b"\n');
});

test('escapes what a basic string cannot hold, and quotes keys that are not bare', () => {
  expect(toToml({ 'a key': 'say "hi"\n\u0001\\' })).toBe('"a key" = "say \\"hi\\"\\n\\u0001\\\\"\n');
});

test('leaves out nulls, for which TOML has no word', () => {
  expect(toToml({ a: null, b: [] })).toBe('b = []\n');
});
