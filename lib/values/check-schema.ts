import { alternatives, describe } from './check-lookup';
import { removedKeys, replacement } from './check-removed';
import { suggestion } from './check-suggestion';
import { isCredentialKey, isCredentialValue } from './credentials';
import { isValueMap, Value, ValueMap } from './merge';
import { nearest } from './nearest';
import { formatPath, Path, Problem } from './problem';
import { Values } from './reader';
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

function isOfKind(value: Value, { kinds }: Schema): boolean {
  const own = kindsOf(value);
  return kinds === undefined || kinds.some((kind) => own.includes(kind));
}

/** How to leave out what may not be null. */
function mend(schema: Schema | undefined): string {
  if (schema?.kinds?.includes('map')) return '; leave it out, or write {}';
  if (schema?.kinds?.includes('list')) return '; leave it out, or write []';
  return '; leave it out';
}

/** Compares values with the schema and collects what does not fit, each problem once and at its place. */
export class SchemaChecker {
  public readonly problems: Problem[] = [];
  /** What the chart lets pass, and the cluster does not. */
  public readonly warnings: Problem[] = [];

  constructor(private readonly values: Values) {}

  public report(path: Path, message: string): void {
    this.problems.push({ position: this.values.position(path), path: formatPath(path), message });
  }

  /** A default that the user's null takes away, and that the chart cannot do without. */
  public reportMissing(path: Path, schema?: Schema): void {
    const isNull = this.values.given(path) === null;
    this.report(
      path,
      isNull ? `is null, which takes away the default that the chart needs${mend(schema)}` : 'is missing',
    );
  }

  public check(value: Value, schema: Schema, path: Path): void {
    if (schema.refused !== undefined) {
      this.report(path, schema.refused);
      return;
    }
    if (schema.choices && !schema.choices.includes(value as string | null)) {
      this.reportChoice(value, schema.choices, path);
      return;
    }
    if (!isOfKind(value, schema)) {
      const allowed = alternatives((schema.kinds ?? []).map((kind) => WORDS[kind]));
      this.report(path, `must be ${allowed}, but is ${this.found(value, path)}${hintOf(value, schema)}`);
      return;
    }
    if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
      this.report(path, `must be at least ${schema.minimum}, but is ${value}`);
    }
    if (Array.isArray(value) && schema.items) {
      const { items } = schema;
      value.forEach((item, index) => this.check(item, items, [...path, index]));
    }
    if (Array.isArray(value) && schema.expected) this.doubt(value, schema.expected, path);
    if (isValueMap(value)) this.checkMap(value, schema, path);
  }

  private doubt(list: readonly Value[], schema: Schema, path: Path): void {
    list.forEach((item, index) => {
      if (isOfKind(item, schema)) return;
      const here = [...path, index];
      const kinds = alternatives((schema.kinds ?? []).map((kind) => WORDS[kind]));
      const message = `should be ${kinds}, but is ${this.found(item, here)}; Kubernetes refuses it`;
      this.warnings.push({ position: this.values.position(here), path: formatPath(here), message });
    });
  }

  /** What stands there, and the value itself where it is short and cannot be a secret. */
  private found(value: Value, path: Path): string {
    const kind = describe(value);
    if (value === null || typeof value === 'object') return kind;
    if (this.values.isSecret(path) || isCredentialKey(path.map(String)) || isCredentialValue(value)) return kind;
    if (typeof value !== 'string') return String(value);
    return value.length <= 40 && !value.includes('\n') ? `the text ${JSON.stringify(value)}` : kind;
  }

  private reportChoice(value: Value, choices: readonly (string | null)[], path: Path): void {
    const words = choices.filter((choice): choice is string => choice !== null && choice !== '');
    const near = typeof value === 'string' ? nearest(value, words) : undefined;
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    this.report(path, `must be ${alternatives(words)}, but is ${this.found(value, path)}${hint}`);
  }

  private checkMap(map: ValueMap, schema: Schema, path: Path): void {
    for (const key of schema.required ?? []) {
      if (!Object.prototype.hasOwnProperty.call(map, key)) this.reportMissing([...path, key], schema.keys?.[key]);
    }
    for (const [key, value] of Object.entries(map)) {
      const isKnown = schema.keys && Object.prototype.hasOwnProperty.call(schema.keys, key);
      const own = isKnown ? schema.keys?.[key] : schema.others;
      const begin = isKnown ? undefined : schema.othersBegin;
      if (begin && !begin.pattern.test(key)) this.report([...path, key], `unknown key: ${begin.words}`);
      else if (own) this.check(value, own, [...path, key]);
      else if (schema.keys) this.reportUnknown(key, value, schema.keys, path);
    }
  }

  private reportUnknown(key: string, value: Value, siblings: Readonly<Record<string, Schema>>, path: Path): void {
    const here = [...path, key];
    const dotted = formatPath(here);
    if (replacement(dotted) === undefined) {
      this.report(here, `unknown key${suggestion(key, value, path, Object.keys(siblings))}`);
      return;
    }
    for (const removed of removedKeys(dotted, value)) {
      this.report(removed.split('.'), `was removed from the chart; use ${replacement(removed)}`);
    }
  }
}

function hintOf(value: Value, schema: Schema): string {
  const takesText = schema.kinds?.includes('text');
  if (takesText && (typeof value === 'number' || typeof value === 'boolean')) return '; put it in quotes';
  // A quoted number or boolean is the commonest slip of all.
  const takesNumber = schema.kinds?.some((kind) => kind === 'integer' || kind === 'number');
  if (typeof value === 'string' && takesNumber && /^-?\d+(\.\d+)?$/.test(value)) return '; take the quotes away';
  if (typeof value === 'string' && schema.kinds?.includes('boolean') && /^(true|false)$/i.test(value)) {
    return '; take the quotes away';
  }
  if (value === null) return mend(schema);
  return '';
}
