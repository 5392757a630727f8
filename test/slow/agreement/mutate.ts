import { CHART_SCHEMA } from '../../../lib/chart/schema/schema';
import { Kind, Schema } from '../../../lib/chart/schema/types';
import { isMap, mapValues, setKey, Tree } from '../../../lib/data/maps';
import { spawnerTraitNames } from '../../../lib/options/spawner/traits';
import { STRUCTS } from '../../../lib/options/wire/option-types';

type Numbers = (below: number) => number;

/** Keys that JavaScript, YAML, TypeScript or the options have a meaning of their own for. */
const ODD_KEYS = [
  ...[
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    'toJSON',
    'toSeconds',
    'length',
  ],
  ...[
    '0',
    '1',
    '10',
    '2',
    '0.5',
    '-1',
    '1e3',
    '007',
    '4294967295',
    'NaN',
    'null',
    'true',
    'yes',
    'y',
    '',
    ' ',
    'a b',
    'a.b',
    '<<',
    '=',
  ],
  ...[
    'a\nb',
    'a\r\nb',
    'a\u0085b',
    'a\u2028b',
    'é',
    '日本',
    '😀',
    "it's",
    '"q"',
    '`t`',
    '${x}',
    '{{ x }}',
    '{x}',
    '#',
    '- a',
    '? a',
    '\u001b[31m',
  ],
  ...[
    'name',
    'value',
    'valueFrom',
    'key',
    'data',
    'extra',
    'traits',
    'config',
    'overrides',
    'default',
    'enabled',
    'password',
    'apiToken',
    'image',
  ],
];

/** Strings that a reader or a writer might take for something else. */
const ODD_TEXTS = [
  ...[
    '',
    ' ',
    'yes',
    'No',
    'on',
    'y',
    'null',
    '~',
    'true',
    '0',
    '00',
    '0644',
    '0o17',
    '1e05',
    '1_000',
    '.5',
    '1.',
    '1.0',
    '12:30',
    '2001-01-01',
    '.inf',
    '.nan',
  ],
  ...[
    '=',
    '<<',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '- a',
    '? a',
    'a: b',
    'a #b',
    '#a',
    '{a}',
    '[a]',
    "'",
    '"',
    '---',
    '...',
    '|',
    '>',
  ],
  ...[
    'a\n',
    'a\n\n',
    '\na',
    'a\nb',
    ' a\n b\n',
    'a\r\nb',
    'a\tb',
    '\t',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    '\ufeffa',
    '\u007f',
    '\u001b[0m',
    '\0',
  ],
  ...[
    '{{ .Release.Name }}',
    '{{ .Values.hub.baseUrl | quote }}',
    '{{ .Chart.Version }}',
    '{{',
    '{{ x',
    '}}',
    '{username}',
    '{{username}}',
    '{',
    '}',
    '{unknown}',
  ],
  ...[
    '${x}',
    '`',
    '\\',
    '\\n',
    '$(A)',
    '//',
    '/*',
    '*/',
    '<b>',
    'é',
    '日本',
    '😀',
    'a'.repeat(300),
    'constructor',
    '__proto__',
    '[object Object]',
  ],
  ...[
    '4Gi',
    '1G',
    '500m',
    '1.5',
    '0.5',
    '512Mi',
    '10Gi',
    '0',
    '-1',
    'postgresql://u:p@h:5432/d',
    'https://a.example.org/hub/oauth_callback',
    '/srv/x.yaml',
  ],
  ...[
    'dummy',
    'github',
    'google',
    'generic-oauth',
    'cilogon',
    'ldap',
    'nativeauthenticator.NativeAuthenticator',
    'jupyterhub.auth.PAMAuthenticator',
  ],
  ...[
    'letsencrypt',
    'manual',
    'offload',
    'secret',
    'ClusterIP',
    'NodePort',
    'sqlite-memory',
    'postgres',
    'mysql',
    'other',
    'none',
    'static',
    'dynamic',
  ],
];

const NUMBERS = [0, 1, -1, 2, 8, 80, 443, 8000, 30080, 65536, 0.5, 1.5, 1e9, 1e21, 1e-7, 123456789012, -0.25];

/** Names of options and traits, which mean something in one place and nothing in another. */
const WORDS = [
  ...spawnerTraitNames(),
  ...(
    [
      'SpawnerProps',
      'ServerProps',
      'ProfileProps',
      'HubProps',
      'ProxyProps',
      'ServiceProps',
      'SchedulingProps',
    ] as const
  ).flatMap((struct) => Object.keys(STRUCTS[struct])),
];

/** A map or a list, and where in it something stands. */
type Spot = readonly [parent: Tree | unknown[], key: string | number];

function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T;
  return isMap(value) ? (mapValues(value, clone) as T) : value;
}

function keysOf(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.map((_, index) => index);
  return isMap(value) ? Object.keys(value) : [];
}

function get([parent, key]: Spot): unknown {
  return (parent as Tree)[key];
}

function put([parent, key]: Spot, value: unknown): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else setKey(parent, String(key), value);
}

function spots(tree: unknown): Spot[] {
  return keysOf(tree).flatMap((key) => {
    const spot: Spot = [tree as Tree, key];
    return [spot, ...spots(get(spot))];
  });
}

/** Makes changed values of values, the same ones for the same numbers. */
export class Mutator {
  constructor(
    private readonly next: Numbers,
    private readonly pool: readonly Tree[],
  ) {}

  /** One of the files with some changes. */
  values(): Tree {
    const tree = clone(this.one(this.pool));
    for (let changes = 1 + this.next(4); changes > 0; changes -= 1) this.change(tree);
    return tree;
  }

  /** Some top-level keys of the values taken out, for a file of their own. */
  takeOut(tree: Tree): Tree {
    const taken: Tree = {};
    for (const key of Object.keys(tree)) {
      if (this.next(3)) continue;
      const own = tree[key];
      const below = isMap(own) && Object.keys(own).length > 1 && this.next(2) ? this.takeOut(own) : undefined;
      setKey(taken, key, below ?? own);
      if (!below) delete tree[key];
    }
    return taken;
  }

  one<T>(list: readonly T[]): T {
    return list[this.next(list.length)];
  }

  private change(tree: Tree): void {
    const all = spots(tree);
    const kind = this.next(13);
    if (kind < 3 || !all.length) return this.setOption(tree);
    if (kind < 5) return this.graft(tree);
    const spot = this.one(all);
    const value = get(spot);
    if (kind === 5) put(spot, this.scalar());
    else if (kind === 6) put(spot, this.anything(2));
    else if (kind === 7) this.rename(spot);
    else if (kind === 8) this.remove(spot);
    else if (kind === 9) put(spot, this.next(2) ? [clone(value)] : { [this.key()]: clone(value) });
    else if (kind === 10) put(spot, clone(get(this.one(all))));
    else if (kind === 11 && isMap(value)) setKey(value, this.key(), this.anything(2));
    else if (kind === 12 && Array.isArray(value)) value.splice(this.next(value.length + 1), 0, this.anything(2));
    else put(spot, this.alike(value));
  }

  /** Another value of the same kind. */
  private alike(value: unknown): unknown {
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'number') return this.one(NUMBERS);
    if (typeof value === 'string') return this.next(2) ? this.one(ODD_TEXTS) : value + this.one(ODD_TEXTS);
    return Array.isArray(value) ? [] : {};
  }

  private scalar(): unknown {
    const kind = this.next(6);
    if (kind === 0) return null;
    if (kind === 1) return this.next(2) === 0;
    return kind === 2 ? this.one(NUMBERS) : this.one(ODD_TEXTS);
  }

  private key(): string {
    return this.next(2) ? this.one(WORDS) : this.one(ODD_KEYS);
  }

  private anything(depth: number): unknown {
    const kind = this.next(depth > 0 ? 5 : 3);
    if (kind < 3) return this.scalar();
    const items = Array.from({ length: this.next(4) }, () => this.anything(depth - 1));
    if (kind === 3) return items;
    const map: Tree = {};
    for (const item of items) setKey(map, this.key(), item);
    return map;
  }

  private remove([parent, key]: Spot): void {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  }

  private rename(spot: Spot): void {
    const [parent, key] = spot;
    if (Array.isArray(parent)) return;
    const value = get(spot);
    this.remove(spot);
    setKey(parent, this.misspelt(String(key)), value);
  }

  private misspelt(word: string): string {
    const place = this.next(word.length);
    const letters = [...word];
    switch (this.next(6)) {
      case 0:
        letters.splice(place, 1);
        break;
      case 1:
        letters.splice(place, 0, letters[place] ?? 'x');
        break;
      case 2:
        return word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      case 3:
        return word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      case 4:
        return word.toUpperCase();
      default:
        return this.key();
    }
    return letters.join('');
  }

  /** What another file has, at the same place: into what stands there, or in its place. */
  private graft(tree: Tree): void {
    const other = this.one(this.pool);
    let [from, to]: [unknown, unknown] = [other, tree];
    for (let depth = this.next(4); depth >= 0; depth -= 1) {
      const keys = keysOf(from);
      if (!keys.length || typeof to !== 'object' || to === null || Array.isArray(to) !== Array.isArray(from)) return;
      const key = this.one(keys);
      const [source, target]: [Spot, Spot] = [
        [from as Tree, key],
        [to as Tree, key],
      ];
      const isLast = depth === 0 || !keysOf(get(source)).length || typeof get(target) !== 'object';
      if (isLast) return put(target, clone(get(source)));
      [from, to] = [get(source), get(target)];
    }
  }

  /** An option of the chart, mostly of the kind that it is. */
  private setOption(tree: Tree): void {
    let at: Tree = tree;
    let schema: Schema = CHART_SCHEMA;
    for (;;) {
      const keys = Object.keys(schema.keys ?? {});
      const isOwn = schema.others !== undefined && (!keys.length || !this.next(3));
      const key = isOwn || !keys.length ? this.key() : this.one(keys);
      const below = (isOwn ? schema.others : schema.keys?.[key]) ?? {};
      const isDeeper = (below.keys !== undefined || below.others !== undefined) && this.next(6) > 0;
      if (!isDeeper) return setKey(at, key, this.fitting(below));
      const there = Object.prototype.hasOwnProperty.call(at, key) ? at[key] : undefined;
      const map = isMap(there) ? there : {};
      setKey(at, key, map);
      at = map;
      schema = below;
      if (!Object.keys(schema.keys ?? {}).length && !this.next(2)) return setKey(at, this.key(), this.anything(3));
    }
  }

  private fitting({ kinds, choices, items, expected }: Schema): unknown {
    if (!this.next(8)) return this.anything(2);
    if (choices) return this.one(choices);
    const kind: Kind = kinds
      ? this.one(kinds)
      : this.one(['text', 'number', 'boolean', 'null', 'map', 'list'] as const);
    switch (kind) {
      case 'text':
        return this.one(ODD_TEXTS);
      case 'number':
        return this.one(NUMBERS);
      case 'integer':
        return this.one([0, 1, 2, 80, 30080, 600, -1]);
      case 'boolean':
        return this.next(2) === 0;
      case 'null':
        return null;
      case 'map':
        return this.map();
      default:
        return Array.from({ length: this.next(3) }, () => this.fitting(items ?? expected ?? {}));
    }
  }

  private map(): Tree {
    const map: Tree = {};
    for (let count = this.next(4); count > 0; count -= 1) setKey(map, this.key(), this.anything(3));
    return map;
  }
}

/** Plain scalars and signs that a string of YAML may have anywhere. */
const TOKENS = [
  ...[
    'yes',
    'Off',
    'y',
    '~',
    'null',
    '0644',
    '0o17',
    '1_000',
    '0x1F',
    '1e3',
    '.5',
    '.inf',
    '12:30',
    '2001-01-01',
    '-',
    '{}',
    '[]',
    '""',
    "''",
  ],
  ...[
    '"a\\u0085b"',
    '"\\u2028"',
    '"a\\nb"',
    '|\n',
    '>-\n',
    '&a x',
    '*a',
    '!!str 1',
    '!!binary YQ==',
    '<<',
    '{{ .Release.Name }}',
    '#',
    ' #',
    ': ',
    '\t',
  ],
  ...[
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00a0',
    '\ufeff',
    '\r\n',
    '\r',
    '\n',
    '\n\n',
    '  ',
    "'",
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    '?',
    '---\n',
    '...\n',
  ],
];

/** A string with slips in it. */
export function slips(text: string, next: Numbers): string {
  let changed = text;
  for (let count = 1 + next(3); count > 0; count -= 1) {
    const words = [...changed.matchAll(/[^\s:]+/g)];
    const word = words.length ? words[next(words.length)] : undefined;
    const start = word && next(4) ? word.index : next(changed.length + 1);
    const end = word && start === word.index ? start + word[0].length : start + next(2);
    changed = changed.slice(0, start) + TOKENS[next(TOKENS.length)] + changed.slice(end);
  }
  return changed;
}
