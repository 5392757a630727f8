import { setKey } from '../../data/maps';
import { Value, ValueMap } from '../../chart/value';
import { Place } from './place';
import { formatPath, Path, Problem } from './problem';

/** A copy of values that a program gave, which must be plain JSON data; keys that are undefined are left out. */
export function copyPlain(input: unknown, problems: Problem[]): { value: ValueMap; place: Place } | undefined {
  const found = problems.length;
  const copied = new Copier(problems).copy(input, []);
  if (problems.length > found || !copied) return undefined;
  const { value, place } = copied;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value, place };
  problems.push({ message: `inline values are a map of keys; this is ${value === null ? 'null' : kindOf(input)}` });
  return undefined;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) {
    const name = (value.constructor as { name?: string } | undefined)?.name;
    return name ? `an instance of ${name}` : 'an object';
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return `a ${typeof value}`;
}

interface Copied {
  value: Value;
  place: Place;
}

class Copier {
  private readonly parents = new Set<object>();

  constructor(private readonly problems: Problem[]) {}

  copy(input: unknown, path: Path): Copied | undefined {
    if (input === undefined) return undefined;
    if (input === null || typeof input === 'string' || typeof input === 'boolean') return scalar(input);
    if (typeof input === 'number' && Number.isFinite(input)) return scalar(input);
    if (typeof input !== 'object') return this.refuse(input, path);
    if (this.parents.has(input)) return this.fail(path, 'the value contains itself');
    this.parents.add(input);
    const copied = Array.isArray(input) ? this.list(input, path) : this.map(input, path);
    this.parents.delete(input);
    return copied;
  }

  private list(input: unknown[], path: Path): Copied {
    const value: Value[] = [];
    const children = new Map<number, Place>();
    // Array.from also visits holes.
    Array.from(input).forEach((item, index) => {
      // As in JSON, a hole in a list is null: leaving it out would move the items behind it.
      const copied = this.copy(item === undefined ? null : item, [...path, index]);
      if (!copied) return;
      value.push(copied.value);
      children.set(index, copied.place);
    });
    return { value, place: { secret: false, children, isList: true } };
  }

  private map(input: object, path: Path): Copied | undefined {
    const prototype: unknown = Object.getPrototypeOf(input);
    // Another realm (jest, a vm) has an Object of its own; its prototype ends the chain as ours does.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return this.refuse(input, path);
    const value: ValueMap = {};
    const children = new Map<string, Place>();
    for (const [key, item] of Object.entries(input)) {
      const copied = this.copy(item, [...path, key]);
      if (!copied) continue;
      setKey(value, key, copied.value);
      children.set(key, copied.place);
    }
    return { value, place: { secret: false, children } };
  }

  private refuse(input: unknown, path: Path): undefined {
    return this.fail(path, `values are plain data (text, number, boolean, null, list, map); this is ${kindOf(input)}`);
  }

  private fail(path: Path, message: string): undefined {
    this.problems.push({ path: formatPath(path), message });
    return undefined;
  }
}

function scalar(value: Value): Copied {
  return { value, place: { secret: false } };
}
