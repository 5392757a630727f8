import { isMap } from '../../data/maps';
import { keyCode, stringCode } from './quote';

/** A call in the program: `Storage.dynamic({ capacity: '5Gi' })`. */
export class Call {
  constructor(
    readonly call: string,
    readonly args: readonly unknown[],
  ) {}
}

/** A member of an enum. */
export class Member {
  constructor(
    readonly type: string,
    readonly member: string,
  ) {}

  toString(): string {
    return `${this.type}.${this.member}`;
  }
}

/** A variable of the program. */
export class Variable {
  constructor(readonly name: string) {}

  toString(): string {
    return this.name;
  }
}

const WIDTH = 120;

/** What fits on one line, or undefined. */
function oneLine(value: unknown, room: number): string | undefined {
  let code: string | undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => oneLine(item, room));
    if (items.includes(undefined)) return undefined;
    code = `[${items.join(', ')}]`;
  } else if (value instanceof Call) {
    const args = value.args.map((arg) => oneLine(arg, room));
    if (args.includes(undefined)) return undefined;
    code = `${value.call}(${args.join(', ')})`;
  } else if (isMap(value)) {
    const entries = Object.entries(value).map(([key, item]) => [keyCode(key), oneLine(item, room)]);
    if (entries.some(([, item]) => item === undefined)) return undefined;
    code = entries.length ? `{ ${entries.map(([key, item]) => `${key}: ${item}`).join(', ')} }` : '{}';
  } else {
    code = typeof value === 'string' ? stringCode(value) : String(value);
  }
  return code.length <= room && !code.includes('\n') ? code : undefined;
}

/**
 * An expression as people format it: on one line where it fits, one item a line elsewhere.
 * @param before characters that stand before it on its line, and after it (a comma)
 */
export function expression(value: unknown, indent = '', before = 0): string {
  const short = oneLine(value, WIDTH - indent.length - before - 1);
  if (short !== undefined) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${expression(item, inner)},\n`).join('')}${indent}]`;
  }
  if (value instanceof Call) {
    const [last] = value.args.slice(-1);
    const first = value.args
      .slice(0, -1)
      .map((arg) => `${expression(arg, indent)}, `)
      .join('');
    if (!(last instanceof Call) && (isMap(last) || Array.isArray(last)))
      return `${value.call}(${first}${broken(last, indent)})`;
    return `${value.call}(\n${value.args.map((arg) => `${inner}${expression(arg, inner)},\n`).join('')}${indent})`;
  }
  if (isMap(value)) return broken(value, indent);
  return typeof value === 'string' ? stringCode(value) : String(value);
}

function broken(value: unknown, indent: string): string {
  if (Array.isArray(value)) return expression(value, indent, WIDTH);
  const inner = `${indent}  `;
  const lines = Object.entries(value as object).map(([key, item]) => {
    const name = keyCode(key);
    return `${inner}${name}: ${expression(item, inner, name.length + 2)},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}
