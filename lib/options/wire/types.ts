import type { ClassName } from './classes';

/** The type of an option as data, over the names of structs and enums. */
export type TypeOf<Struct extends string, Enum extends string> =
  | 'any'
  | 'boolean'
  | 'number'
  | 'string'
  | { readonly list: TypeOf<Struct, Enum> }
  | { readonly map: TypeOf<Struct, Enum> }
  | { readonly anyOf: readonly TypeOf<Struct, Enum>[] }
  | { readonly struct: Struct }
  | { readonly enum: Enum }
  | { readonly instance: ClassName };

/** A member of a struct. */
export interface MemberOf<Type> {
  readonly type: Type;
  /** Whether it must be given. */
  readonly required?: true;
  /** Its name in manifests, where it differs. */
  readonly wireName?: string;
}

/** The members of a struct by name. */
export type MembersOf<Type> = Readonly<Record<string, MemberOf<Type>>>;

/** A parameter of a method. */
export interface ParameterOf<Type> {
  readonly name: string;
  readonly type: Type;
  /** Whether it must be given. */
  readonly required?: true;
  /** Whether it takes all further arguments. */
  readonly variadic?: true;
}

/** An enum: the module that exports it, and the value of each member. */
export interface Enum {
  readonly module: string;
  readonly members: Readonly<Record<string, string>>;
}
