/** Suffixes of powers of 1024 and of 1000, by their exponents. */
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

const QUANTITY = /^([+-]?)(\d+\.?\d*|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?|[eE][+-]?\d+)$/;

const NANO = 1_000_000_000n;

interface Parsed {
  /** In billionths, rounded up. */
  readonly nano: bigint;
  readonly format: 'binary' | 'decimal' | 'exponent';
}

function parse(text: string): Parsed | undefined {
  const [, sign, digits, suffix] = QUANTITY.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const [whole, fraction = ''] = digits.split('.');
  const binary = suffix === '' ? -1 : BINARY.indexOf(suffix);
  const isExponent = binary < 0 && !(suffix in DECIMAL);
  const exponent = binary > 0 ? 0 : isExponent ? Number(suffix.slice(1)) : DECIMAL[suffix];
  // Beyond this nothing is a size of anything.
  if (Math.abs(exponent) > 100) return undefined;
  const numerator = BigInt(whole + fraction) * 10n ** BigInt(exponent + 109) * 1024n ** BigInt(Math.max(binary, 0));
  const divisor = 10n ** BigInt(fraction.length + 100);
  const nano = (numerator + divisor - 1n) / divisor;
  const format = binary > 0 ? 'binary' : isExponent ? 'exponent' : 'decimal';
  return { nano: sign === '-' ? -nano : nano, format };
}

/** The largest suffix with which a number of billionths is a whole one. */
function decimalText(nano: bigint, isExponent: boolean): string {
  if (nano === 0n) return '0';
  let [mantissa, exponent] = [nano, -9];
  while (exponent < 18 && mantissa % 1000n === 0n) [mantissa, exponent] = [mantissa / 1000n, exponent + 3];
  const suffix = Object.entries(DECIMAL).find(([, power]) => power === exponent)?.[0] ?? '';
  return `${mantissa}${isExponent && exponent ? `e${exponent}` : suffix}`;
}

function binaryText(whole: bigint): string {
  let [mantissa, power] = [whole, 0];
  while (power < BINARY.length - 1 && mantissa % 1024n === 0n) [mantissa, power] = [mantissa / 1024n, power + 1];
  return `${mantissa}${BINARY[power]}`;
}

/** A quantity of Kubernetes as the API server writes it, `1000m` as `1`; what is none stays as it is. */
export function canonicalQuantity(value: unknown): unknown {
  const parsed = typeof value === 'string' || typeof value === 'number' ? parse(String(value)) : undefined;
  if (!parsed) return value;
  const { nano, format } = parsed;
  const isSmall = nano > -1024n * NANO && nano < 1024n * NANO;
  if (format === 'binary' && !isSmall && nano % NANO === 0n) return binaryText(nano / NANO);
  return decimalText(nano, format === 'exponent');
}

/** The number that a quantity stands for, in billionths; undefined where it is none. */
export function quantityInNano(value: unknown): bigint | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parse(String(value))?.nano : undefined;
}

/** The number that a quantity stands for, as near as numbers come; undefined where it is none. */
export function quantity(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const [, sign, digits, suffix] = (typeof value === 'string' && QUANTITY.exec(value)) || [];
  if (digits === undefined) return undefined;
  const binary = suffix === '' ? 0 : BINARY.indexOf(suffix);
  if (binary > 0) return Number(sign + digits) * 1024 ** binary;
  return suffix in DECIMAL ? Number(sign + digits) * Number(`1e${DECIMAL[suffix]}`) : Number(sign + digits + suffix);
}
