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
  /** What they should be: the chart passes on what is not, and the cluster refuses it. */
  readonly expected?: Schema;
}

type Keys = Readonly<Record<string, Schema>>;

export const any: Schema = {};
export const text: Schema = { kinds: ['text'] };
export const integer: Schema = { kinds: ['integer'] };
export const number: Schema = { kinds: ['number'] };
export const boolean: Schema = { kinds: ['boolean'] };
/** A map of anything: what Kubernetes or JupyterHub define and the chart passes on. */
export const map: Schema = { kinds: ['map'], others: any };
/** Labels and annotations. */
export const texts: Schema = { kinds: ['map'], others: text };
export const textOrNull: Schema = { kinds: ['text', 'null'] };
export const integerOrNull: Schema = { kinds: ['integer', 'null'] };
export const booleanOrNull: Schema = { kinds: ['boolean', 'null'] };
export const numberOrNull: Schema = { kinds: ['number', 'null'] };
/** Parts of Kubernetes objects, such as tolerations or volumes. */
export const maps: Schema = { kinds: ['list'], expected: map };
export const mapOrMaps: Schema = { kinds: ['map', 'list'], others: any, expected: map };
export const mapMapsOrNull: Schema = { kinds: ['map', 'list', 'null'], others: any, expected: map };
/** Maps that the chart's templates look into. */
export const knownMaps: Schema = { kinds: ['list'], items: map };
export const textList: Schema = { kinds: ['list'], expected: text };
/** Texts that the chart's templates look into. */
export const knownTexts: Schema = { kinds: ['list'], items: text };

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
