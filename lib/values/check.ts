import { contradictions } from './contradictions';
import { applyOver, isValueMap, Value, ValueMap } from './merge';
import { nearest } from './nearest';
import { formatPath, Path, Problem } from './problem';
import { Values } from './reader';
import { replacement } from './removed';
import { CHART_SCHEMA, IMAGE_PULL_SECRET } from './schema';
import { Kind, Schema } from './schema/types';

const WORDS: Record<Kind, string> = {
  text: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  map: 'a map',
  list: 'a list',
};

function kindsOf(value: Value): readonly Kind[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['list'];
  if (isValueMap(value)) return ['map'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value === 'string' ? 'text' : 'boolean'];
}

function alternatives(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}` : words[0];
}

/** All keys that maps of the schema know, dotted: where a key in the wrong place may belong. */
function knownKeys(schema: Schema, path: readonly string[] = []): string[] {
  return Object.entries(schema.keys ?? {}).flatMap(([key, below]) => {
    const here = [...path, key];
    return [here.join('.'), ...knownKeys(below, here)];
  });
}

function suggestion(key: string, path: Path, siblings: readonly string[]): string {
  const near = nearest(key, siblings);
  if (near !== undefined) return `; did you mean ${formatPath([...path, near])}?`;
  // The most common slip after a typo: a level too many or too few.
  const elsewhere = knownKeys(CHART_SCHEMA).filter((known) => known === key || known.endsWith(`.${key}`));
  if (elsewhere.length > 0 && elsewhere.length <= 3) return `; did you mean ${alternatives(elsewhere)}?`;
  return `; known are ${[...siblings].sort().join(', ')}`;
}

/** Compares values with the schema and collects what does not fit, each problem once and at its place. */
class Checker {
  readonly problems: Problem[] = [];

  constructor(private readonly values: Values) {}

  report(path: Path, message: string): void {
    this.problems.push({ position: this.values.position(path), path: formatPath(path), message });
  }

  check(value: Value, schema: Schema, path: Path): void {
    if (schema.choices && !schema.choices.includes(value as string | null)) {
      const choices = schema.choices.filter((choice) => choice !== null && choice !== '');
      const near = typeof value === 'string' ? nearest(value, choices as string[]) : undefined;
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      this.report(path, `must be ${alternatives(choices as string[])}${hint}`);
      return;
    }
    const kinds = kindsOf(value);
    if (schema.kinds && !schema.kinds.some((kind) => kinds.includes(kind))) {
      const allowed = alternatives(schema.kinds.map((kind) => WORDS[kind]));
      this.report(path, `must be ${allowed}, but is ${WORDS[kinds[0]]}${this.quotingHint(schema, kinds)}`);
      return;
    }
    if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
      this.report(path, `must be at least ${schema.minimum}`);
    }
    if (Array.isArray(value) && schema.items) {
      const { items } = schema;
      value.forEach((item, index) => this.check(item, items, [...path, index]));
    }
    if (isValueMap(value)) this.checkMap(value, schema, path);
  }

  private quotingHint(schema: Schema, kinds: readonly Kind[]): string {
    const scalar = kinds.some((kind) => ['number', 'boolean'].includes(kind));
    return scalar && schema.kinds?.includes('text') ? '; put it in quotes' : '';
  }

  private checkMap(map: ValueMap, schema: Schema, path: Path): void {
    for (const key of schema.required ?? []) {
      if (!(key in map)) this.report([...path, key], 'is required, and null takes it away');
    }
    for (const [key, value] of Object.entries(map)) {
      const here = [...path, key];
      const own =
        schema.keys && Object.prototype.hasOwnProperty.call(schema.keys, key) ? schema.keys[key] : schema.others;
      if (own === undefined && (schema.keys || schema.othersBegin)) this.reportUnknown(key, path, schema);
      else if (
        own !== undefined &&
        schema.othersBegin &&
        !schema.keys?.[key] &&
        !schema.othersBegin.pattern.test(key)
      ) {
        this.report(here, `unknown key: ${schema.othersBegin.words}`);
      } else if (own !== undefined) this.check(value, own, here);
    }
  }

  private reportUnknown(key: string, path: Path, schema: Schema): void {
    const here = [...path, key];
    const instead = replacement(formatPath(here));
    if (instead !== undefined) this.report(here, `was removed from the chart; use ${instead}`);
    else this.report(here, `unknown key${suggestion(key, path, Object.keys(schema.keys ?? {}))}`);
  }
}

/** Everything that the chart would refuse in the values, and what it would silently ignore. */
export function checkValues(values: Values, defaults: ValueMap): Problem[] {
  const effective = applyOver(defaults, values.map);
  const checker = new Checker(values);
  checker.check(effective, CHART_SCHEMA, []);
  const { imagePullSecret } = effective;
  if (isValueMap(imagePullSecret) && imagePullSecret.create === true) {
    checker.check(imagePullSecret, IMAGE_PULL_SECRET, ['imagePullSecret']);
  }
  // What contradicts itself can only be told of values that are what they should be.
  if (!checker.problems.length) contradictions(effective, (path, message) => checker.report(path, message));
  return checker.problems;
}

export { warnings } from './warnings';
