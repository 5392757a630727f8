import * as table from './option-types.json';

/** Members of a struct with their types in short; the name of one that may be left out ends in `?`. */
type Members = Readonly<Record<string, string>>;

const STRUCTS = table.structs as Readonly<Record<string, Members>>;
const ENUMS = table.enums as Readonly<Record<string, { module: string; members: Readonly<Record<string, string>> }>>;
const WIRE_NAMES = table.wireNames as Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A member of a struct: what it is called in programs and on the wire. */
export interface Member {
  readonly name: string;
  readonly wireName: string;
  readonly type: string;
  readonly required: boolean;
}

const members = new Map<string, readonly Member[]>();

/** Members of a struct; undefined where the type is none. */
export function membersOf(struct: string): readonly Member[] | undefined {
  if (!(struct in STRUCTS)) return undefined;
  let all = members.get(struct);
  if (!all) {
    all = Object.entries(STRUCTS[struct]).map(([key, type]) => {
      const name = key.replace(/\?$/, '');
      return { name, wireName: WIRE_NAMES[struct]?.[name] ?? name, type, required: name === key };
    });
    members.set(struct, all);
  }
  return all;
}

/** The enum of a name: the module that exports it, and its members with their values. */
export function enumOf(type: string): (typeof ENUMS)[string] | undefined {
  return ENUMS[type];
}

/** Alternatives of a union; any other type is its only one. */
export function alternatives(type: string): readonly string[] {
  return type.split(/\|(?![^({]*[)}])/);
}

/** The type of a list's items; undefined where the type is no list. */
export function itemType(type: string): string | undefined {
  return type.endsWith('[]') ? type.slice(0, -2).replace(/^\((.*)\)$/, '$1') : undefined;
}

/** The type of a map's values; undefined where the type is no map. */
export function valueType(type: string): string | undefined {
  return /^\{(.*)\}$/.exec(type)?.[1];
}
