import { isUntouched } from '../../chart/chart-defaults';
import { asEnd, didYouMean, eitherOf } from '../../data/words';
import { describe, isValueMap, Value, ValueMap } from '../../chart/value';
import { removedKeys, replacement } from './removed';
import { suggestion } from './suggestion';
import { isCredentialKey, isCredentialValue } from '../../secrets/credentials';
import { nearest } from '../../data/nearest';
import { formatPath, Path, Problem } from '../read/problem';
import { Values } from '../read/reader';
import { Kind, Schema } from '../../chart/schema/types';

const WORDS: Record<Kind, string> = {
  text: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  null: 'null',
  map: 'a map',
  list: 'a list',
};

function isOfKind(value: Value, { kinds }: Schema): boolean {
  return kinds === undefined || kinds.some((kind) => IS[kind](value));
}

const IS: Record<Kind, (value: Value) => boolean> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  map: isValueMap,
  list: Array.isArray,
};

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

  /** Where the checker is. */
  private path: (string | number)[] = [];

  constructor(private readonly values: Values) {}

  public report(path: Path, message: string): void {
    this.problems.push({ position: this.values.position(path), path: formatPath(path), key: [...path], message });
  }

  /** A default that the user's null takes away, and that the chart cannot do without. */
  public reportMissing(path: Path, schema?: Schema): void {
    const isNull = this.values.given(path) === null;
    this.report(
      path,
      isNull ? `is null, which takes away the default that the chart needs${mend(schema)}` : 'is missing',
    );
  }

  /** Checks a value, which stands at a path. */
  public check(value: Value, schema: Schema, path: Path): void {
    this.path = [...path];
    this.checkValue(value, schema);
  }

  private checkValue(value: Value, schema: Schema): void {
    // The defaults fit.
    if (isUntouched(value)) return;
    const { path } = this;
    if (schema.refused !== undefined) {
      this.report(path, schema.refused);
      return;
    }
    if (schema.choices && !schema.choices.includes(value as string | null)) {
      this.reportChoice(value, schema.choices);
      return;
    }
    if (!isOfKind(value, schema)) {
      const allowed = eitherOf((schema.kinds ?? []).map((kind) => WORDS[kind]));
      this.report(path, `must be ${allowed}, but is ${this.found(value)}${hintOf(value, schema, path)}`);
      return;
    }
    if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
      this.report(path, `must be at least ${schema.minimum}, but is ${value}`);
    }
    if (Array.isArray(value) && schema.items) {
      const { items } = schema;
      value.forEach((item, index) => this.checkBelow(index, item, items));
    }
    if (Array.isArray(value) && schema.expected) this.doubt(value, schema.expected);
    if (isValueMap(value)) this.checkMap(value, schema);
  }

  private checkBelow(key: string | number, value: Value, schema: Schema): void {
    this.path.push(key);
    this.checkValue(value, schema);
    this.path.pop();
  }

  private doubt(list: readonly Value[], schema: Schema): void {
    list.forEach((item, index) => {
      if (isOfKind(item, schema)) return;
      const here = [...this.path, index];
      const kinds = eitherOf((schema.kinds ?? []).map((kind) => WORDS[kind]));
      const message = `should be ${kinds}, but is ${this.found(item, here)}; Kubernetes refuses it`;
      this.warnings.push({ position: this.values.position(here), path: formatPath(here), message });
    });
  }

  /** What stands there, and the value itself where it is short and cannot be a secret. */
  private found(value: Value, path: Path = this.path): string {
    const kind = describe(value);
    if (value === null || typeof value === 'object') return kind;
    if (this.values.isSecret(path) || isCredentialKey(path) || isCredentialValue(value)) return kind;
    if (typeof value !== 'string') return String(value);
    return value.length <= 40 && !value.includes('\n') ? `the string ${JSON.stringify(value)}` : kind;
  }

  private reportChoice(value: Value, choices: readonly (string | null)[]): void {
    const words = choices.filter((choice): choice is string => choice !== null && choice !== '');
    const near = typeof value === 'string' ? nearest(value, words) : undefined;
    this.report(this.path, `must be ${eitherOf(words)}, but is ${this.found(value)}${asEnd(didYouMean(near))}`);
  }

  private checkMap(map: ValueMap, schema: Schema): void {
    const own = (key: string) => Object.prototype.hasOwnProperty.call(map, key);
    for (const key of schema.required ?? []) {
      if (!own(key)) this.reportMissing([...this.path, key], schema.keys?.[key]);
    }
    // Most maps are of anything at all.
    if (!schema.keys && !schema.others && !schema.othersBegin) return;
    for (const key of Object.keys(map)) this.checkEntry(key, map[key], schema);
  }

  private checkEntry(key: string, value: Value, { keys, others, othersBegin: begin, required }: Schema): void {
    const known = keys && Object.prototype.hasOwnProperty.call(keys, key) ? keys[key] : undefined;
    if (known && value === null && required?.includes(key) && !isOfKind(value, known)) {
      this.report([...this.path, key], `is null, but is needed`);
    } else if (known) this.checkBelow(key, value, known);
    else if (begin && !begin.pattern.test(key)) this.report([...this.path, key], `unknown key: ${begin.words}`);
    else if (others) this.checkBelow(key, value, others);
    else if (keys) this.reportUnknown(key, value, keys);
  }

  private reportUnknown(key: string, value: Value, siblings: Readonly<Record<string, Schema>>): void {
    const here = [...this.path, key];
    const dotted = formatPath(here);
    if (replacement(dotted) === undefined) {
      this.report(here, `unknown key${suggestion(key, value, this.path, Object.keys(siblings))}`);
      return;
    }
    for (const removed of removedKeys(dotted, value)) {
      this.report(removed.split('.'), `was removed from the chart; use ${replacement(removed)}`);
    }
  }
}

function hintOf(value: Value, schema: Schema, path: Path): string {
  if (formatPath(path) === 'hub.extraConfig' && (typeof value === 'string' || Array.isArray(value)))
    return '; give each part of the code a name of its own';
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
