/** What a trait takes: the trait types of traitlets and of JupyterHub. */
export type Kind =
  | { readonly is: 'any' | 'bool' | 'bytes' | 'callable' | 'unicode' }
  | { readonly is: 'float' | 'int'; readonly min?: number; readonly max?: number }
  /** A string, or anything that Python makes a string of. */
  | { readonly is: 'cunicode' }
  /** A number of bytes, or a string that ends in K, M, G or T, in units of 1024. */
  | { readonly is: 'byte specification' }
  /** A list of strings, or one string, which is its only item then; not an empty list, unless that is said. */
  | { readonly is: 'command'; readonly empty?: true }
  /** A string that gets a slash at both ends. */
  | { readonly is: 'url prefix' }
  | { readonly is: 'list' | 'set'; readonly of?: Kind }
  | { readonly is: 'dict'; readonly keys?: Kind; readonly values?: Kind }
  | { readonly is: 'tuple' | 'union'; readonly of: readonly Kind[] }
  | { readonly is: 'enum'; readonly values: readonly (string | number)[]; readonly caseless?: true }
  /** An object of a Python class. */
  | { readonly is: 'instance'; readonly class: string }
  /** A subclass of a Python class: its dotted name, or a short name out of the group of entry points. */
  | { readonly is: 'type'; readonly class: string; readonly group?: string };

/** A trait of a class, where it is the class's own or differs from that of its bases. */
export interface Trait {
  readonly kind: Kind;
  readonly allowNone?: true;
  /** Sets as sorted lists. Absent where there is none, or where Python computes it. */
  readonly default?: unknown;
  readonly computed?: true;
  readonly deprecated?: true;
  /** The class asks more of a value than its kind, or changes it. */
  readonly validated?: true;
  /** A spawner's trait whose strings have fields such as `{username}`, filled in at each use, or once at construction. */
  readonly template?: 'always' | 'construction';
  /** A spawner's trait that is read before a profile is applied: an override of it has no effect. */
  readonly early?: true;
}

/** A class that has a section of its name in JupyterHub's configuration. */
export interface TraitClass {
  /** Dotted names that the class can be imported by. */
  readonly importable: readonly string[];
  /** Classes whose traits and sections count for it too, nearest first. */
  readonly bases: readonly string[];
  readonly traits: Readonly<Record<string, Trait>>;
  /** Traits of its bases that it does not have. */
  readonly hidden?: readonly string[];
  /** Names of earlier versions with those of today; the hub does not start with one that is refused. */
  readonly renamed?: Readonly<Record<string, { readonly to: string; readonly refused?: true }>>;
}

export type TraitClasses = Readonly<Record<string, TraitClass>>;
