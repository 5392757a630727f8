import { Kind, Trait } from './kind';

const WORDS: Readonly<Record<string, string>> = {
  any: 'anything',
  bool: 'true or false',
  bytes: 'bytes, which only Python can give',
  callable: 'a function, which only Python can give',
  float: 'a number',
  int: 'an integer',
  unicode: 'a string',
  cunicode: 'a string',
  'url prefix': 'a string',
  'byte specification': 'a number of bytes, or a string that ends in K, M, G or T',
  command: 'a string or a list of strings',
  tuple: 'a list',
  type: 'the name of a class',
  instance: 'an object, which only Python can give',
};

/** Kinds of many: "strings" of "a string". */
const MANY: Readonly<Record<string, string>> = {
  unicode: 'strings',
  int: 'integers',
  float: 'numbers',
  dict: 'maps',
  list: 'lists',
  set: 'lists',
};

function range({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return ` of at least ${min}`;
  return max === undefined ? '' : ` of at most ${max}`;
}

/** What a kind takes, for a message: "a list of strings". */
export function describeKind(kind: Kind): string {
  switch (kind.is) {
    case 'list':
    case 'set':
      return `a list${kind.of && kind.of.is in MANY ? ` of ${MANY[kind.of.is]}` : ''}`;
    case 'dict':
      return `a map${kind.values && kind.values.is in MANY ? ` of ${MANY[kind.values.is]}` : ''}`;
    case 'enum':
      return `one of ${kind.values.join(', ')}`;
    case 'union': {
      const plain = kind.of.filter(({ is }) => is !== 'callable');
      return plain.map(describeKind).join(' or ');
    }
    case 'int':
    case 'float':
      return WORDS[kind.is] + range(kind);
    default:
      return WORDS[kind.is];
  }
}

/** What a trait takes, for a message. */
export function describeTrait({ kind, allowNone }: Trait): string {
  return `${describeKind(kind)}${allowNone && kind.is !== 'any' ? ' or null' : ''}`;
}
