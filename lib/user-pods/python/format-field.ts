import { SpawnError } from '../spawn-error';
import { repr, scalarText } from './text';

/** What a field of a template can hold. */
export type Scalar = string | number | boolean | null;

/** What a field's format says of the value, after the colon: `*^10`, `05d`, `.3`. */
const SPEC = /^(?:([^])?([<>=^]))?([+\- ]?)(#?)(0?)(\d*)([,_]?)(?:\.(\d+))?([a-zA-Z%]?)$/u;

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16, d: 10, '': 10 };

interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly group: string;
  readonly precision?: number;
  readonly type: string;
}

function parse(spec: string, isNumber: boolean): Spec {
  const match = SPEC.exec(spec);
  if (!match) throw new SpawnError(`${JSON.stringify(spec)} is no format of a field`);
  const [, fill, align, sign, alternate, zero, width, group, precision, type] = match;
  return {
    fill: fill ?? (zero || ' '),
    align: align ?? (isNumber ? (zero ? '=' : '>') : '<'),
    sign,
    alternate: alternate !== '',
    width: Number(width),
    group,
    precision: precision === undefined ? undefined : Number(precision),
    type,
  };
}

function pad(sign: string, text: string, { fill, align, width }: Spec): string {
  const missing = Math.max(0, width - [...sign, ...text].length);
  const left = align === '<' ? 0 : align === '^' ? Math.floor(missing / 2) : missing;
  if (align === '=') return sign + fill.repeat(missing) + text;
  return fill.repeat(left) + sign + text + fill.repeat(missing - left);
}

function formatText(text: string, spec: string): string {
  const parsed = parse(spec, false);
  const { align, sign, alternate, group, precision, type } = parsed;
  if (align === '=' || sign || alternate || group || !['', 's'].includes(type)) {
    throw new SpawnError(`${JSON.stringify(spec)} is no format of a string`);
  }
  return pad('', [...text].slice(0, precision).join(''), parsed);
}

function formatInteger(value: number, spec: string): string {
  const parsed = parse(spec, true);
  const { sign, alternate, group, precision, type } = parsed;
  if (precision !== undefined || !(type in RADIX) || (group === ',' && RADIX[type] !== 10)) {
    throw new SpawnError(`${JSON.stringify(spec)} is no format of an integer`);
  }
  const digits = Math.abs(value).toString(RADIX[type]);
  const every = RADIX[type] === 10 ? 3 : 4;
  const grouped = group ? digits.replace(new RegExp(`\\B(?=(.{${every}})+$)`, 'g'), group) : digits;
  const prefix = alternate && RADIX[type] !== 10 ? `0${type}` : '';
  const shownSign = value < 0 ? '-' : sign === '-' ? '' : sign;
  return pad(shownSign + prefix, type === 'X' ? grouped.toUpperCase() : grouped, parsed);
}

/** A value as a field of a template shows it. */
export function formatField(value: Scalar, conversion: string | undefined, spec: string): string {
  if (conversion !== undefined && !'rsa'.includes(conversion)) {
    throw new SpawnError(`!${conversion} is no conversion of a field`);
  }
  if (conversion !== undefined || typeof value === 'string' || spec === '') {
    const isQuoted = typeof value === 'string' && (conversion === 'r' || conversion === 'a');
    return formatText(isQuoted ? repr(value) : scalarText(value), spec);
  }
  if (value === null) throw new SpawnError(`${JSON.stringify(spec)} is no format of None`);
  return formatInteger(Number(value), spec);
}
