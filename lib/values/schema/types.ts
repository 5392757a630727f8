/** What a value can be; `integer` is a number without a fraction. */
export type Kind = 'text' | 'number' | 'integer' | 'boolean' | 'null' | 'map' | 'list';

/** What the chart accepts at a key. */
export interface Schema {
  /** Without it, any kind. */
  readonly kinds?: readonly Kind[];
  /** The only values there are. */
  readonly choices?: readonly (string | null)[];
  readonly minimum?: number;
  /** The keys of a map that are known by name. */
  readonly keys?: Readonly<Record<string, Schema>>;
  /** What its other keys hold; without it they are not allowed. */
  readonly others?: Schema;
  /** How its other keys must begin. */
  readonly othersBegin?: { readonly pattern: RegExp; readonly words: string };
  readonly required?: readonly string[];
  /** Why there can be no such key, whatever it holds. */
  readonly refused?: string;
  /** What the items of a list are. */
  readonly items?: Schema;
}

type Keys = Readonly<Record<string, Schema>>;

export const any: Schema = {};
export const text: Schema = { kinds: ['text'] };
export const integer: Schema = { kinds: ['integer'] };
export const number: Schema = { kinds: ['number'] };
export const boolean: Schema = { kinds: ['boolean'] };
export const list: Schema = { kinds: ['list'] };
/** A map of anything: what Kubernetes or JupyterHub define and the chart passes on. */
export const map: Schema = { kinds: ['map'], others: any };
/** Labels and annotations. */
export const texts: Schema = { kinds: ['map'], others: text };
export const textOrNull: Schema = { kinds: ['text', 'null'] };
export const integerOrNull: Schema = { kinds: ['integer', 'null'] };
export const booleanOrNull: Schema = { kinds: ['boolean', 'null'] };
export const numberOrNull: Schema = { kinds: ['number', 'null'] };
export const mapOrList: Schema = { kinds: ['map', 'list'], others: any };
export const mapListOrNull: Schema = { kinds: ['map', 'list', 'null'], others: any };

/** One of a few words. */
export function choice(...choices: (string | null)[]): Schema {
  return { choices };
}

/** A map of which every key is known. */
export function closed(keys: Keys, required: readonly string[] = []): Schema {
  return { kinds: ['map'], keys, required };
}

/** A map of which some keys are known and others go. */
export function open(keys: Keys, required: readonly string[] = []): Schema {
  return { kinds: ['map'], keys, others: any, required };
}

/** A map from names of the user's own to the same thing each. */
export function each(others: Schema): Schema {
  return { kinds: ['map'], others };
}
