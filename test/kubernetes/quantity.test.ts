import { canonicalQuantity, quantity, quantityInNano } from '../../lib/kubernetes/quantity';

test.each([
  ['1', 1],
  ['-.5', -0.5],
  ['100m', 0.1],
  ['1k', 1000],
  ['1Ki', 1024],
  ['2Ei', 2 ** 61],
  ['2E', 2e18],
  ['2e3', 2000],
  [1.5, 1.5],
])('%j is a quantity', (text, amount) => {
  expect(quantity(text)).toBe(amount);
  expect(Number(quantityInNano(text)) / 1e9).toBe(amount);
});

test.each(['', 'x', '1K', '1ki', '1 G', '1..5', '1e', null, true])('%j is none', (text) => {
  expect(quantity(text)).toBeUndefined();
  expect(canonicalQuantity(text)).toBe(text);
});

test.each([
  ['1000m', '1'],
  ['1024Ki', '1Mi'],
  ['0.5Gi', '512Mi'],
  ['1500000', '1500k'],
  ['2e3', '2e3'],
])('%s is written as %s', (text, canonical) => {
  expect(canonicalQuantity(text)).toBe(canonical);
});
