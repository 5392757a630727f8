const UNITS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** A number as `float()` of Python reads it. */
const FLOAT = /^[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/i;

/**
 * What JupyterHub makes of an amount of memory: an integer of bytes, of a number or of a string such as `1.5G` in units of 1024;
 * undefined where it refuses it, `1Gi` and `512` in quotes among others.
 */
export function byteCount(value: unknown): { readonly value: number } | undefined {
  if (typeof value === 'boolean') return { value: Number(value) };
  if (typeof value === 'number') return Number.isFinite(value) ? { value: Math.trunc(value) } : undefined;
  if (typeof value !== 'string') return undefined;
  const unit = UNITS[value.slice(-1)];
  const amount = value.slice(0, -1).trim();
  if (unit === undefined || !FLOAT.test(amount)) return undefined;
  return { value: Math.trunc(Number(amount.replace(/_/g, '')) * unit) };
}
