/**
 * Scalars as Helm reads them. Helm's YAML is neither 1.1 nor 1.2 to the letter but what its Go parser makes of both:
 * `yes` and `off` are booleans and `0644` is octal, yet `12:30` is text and `0o644` a number.
 */

const TAG = 'tag:yaml.org,2002:';

const WORDS = new Map<string, boolean | null | number>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['', '+'].flatMap((sign) => ['.inf', '.Inf', '.INF'].map((word) => [sign + word, Infinity] as const)),
  ...['.inf', '.Inf', '.INF'].map((word) => [`-${word}`, -Infinity] as const),
]);

const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const TIMESTAMP =
  /^\d{4}-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])( \d\d?:\d\d?:\d\d?(\.\d+)?|[Tt]\d\d?:\d\d?:\d\d?(\.\d+)?(Z|[-+]\d\d:\d\d))?$/;

export type Scalar = string | number | boolean | null;

/** An integer as Go writes it, or undefined. Beyond 64 bits the text is a float, or no number at all. */
function integer(text: string): bigint | undefined {
  const match = INTEGER.exec(text);
  if (!match) return undefined;
  const digits = match[2];
  const value = /^0[0-7]/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
  const signed = match[1] === '-' ? -value : value;
  const fits = match[1] === '' ? signed < 2n ** 64n : signed < 2n ** 63n && signed >= -(2n ** 63n);
  return fits ? signed : undefined;
}

function number(text: string): { value: number; whole: boolean } | undefined {
  if (!/^[-+.0-9]/.test(text)) return undefined;
  // After a leading point Go wants every underscore between digits; elsewhere it takes them out first.
  if (text.startsWith('.') && /(^|\D)_|_(\D|$)/.test(text)) return undefined;
  const plain = text.replace(/_/g, '');
  const whole = integer(plain);
  if (whole !== undefined) return { value: Number(whole), whole: true };
  if (!FLOAT.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? { value: value === 0 ? 0 : value, whole: false } : undefined;
}

/** What a scalar without quotes and without a tag means. */
export function resolvePlain(text: string): Scalar {
  const word = WORDS.get(text);
  return word !== undefined ? word : (number(text)?.value ?? text);
}

function kindOf(text: string): string {
  const word = WORDS.get(text);
  if (word !== undefined) return word === null ? 'null' : typeof word === 'boolean' ? 'bool' : 'float';
  if (TIMESTAMP.test(text)) return 'timestamp';
  const value = number(text);
  return value ? (value.whole ? 'int' : 'float') : 'str';
}

/** What a scalar with a tag means. Tags that the Go parser does not know leave the text as it is. */
export function resolveTagged(text: string, tag: string): { value: Scalar } | { error: string } {
  const name = tag.startsWith(TAG) ? tag.slice(TAG.length) : '';
  if (name === 'binary') return decodeBase64(text);
  if (!['null', 'bool', 'int', 'float', 'timestamp'].includes(name)) return { value: text };
  const kind = kindOf(text);
  if (kind !== name && !(kind === 'int' && name === 'float')) return { error: `cannot be read as !!${name}` };
  return { value: name === 'timestamp' ? text : resolvePlain(text) };
}

function decodeBase64(text: string): { value: string } | { error: string } {
  const plain = text.replace(/[\r\n]/g, '');
  if (plain.length % 4 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain))
    return { error: 'is tagged !!binary but is not base64' };
  return { value: Buffer.from(plain, 'base64').toString('utf8') };
}

/** The text that a scalar makes as the key of a map, or undefined where it cannot be one. */
export function keyText(text: string, value: Scalar): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'number') return String(value);
  const whole = integer(text.replace(/_/g, ''));
  if (whole !== undefined) return whole < 2n ** 63n ? String(whole) : undefined;
  return floatKey(value);
}

/** Go writes a float among keys with the digits that 32 bits can hold. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(Math.fround(value))) return value > 0 ? '.inf' : '-.inf';
  const single = Math.fround(value);
  let text = single.toExponential(8);
  for (let digits = 0; digits < 8; digits += 1) {
    if (Math.fround(Number(single.toExponential(digits))) !== single) continue;
    text = single.toExponential(digits);
    break;
  }
  const [mantissa, power] = text.split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return String(Number(text));
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
