import { Duration, Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { parse } from 'yaml';
import { Allow, Authenticator, JupyterHub, JupyterHubProps, Profile, Release, SecretValue } from '../../lib';
import { isMap } from '../../lib/data/maps';
import { Data } from '../support/objects';

/** What the options make: the objects by `Kind name`, and JupyterHub's configuration. */
export interface Output {
  readonly objects: Record<string, Data>;
  readonly traits: Data;
}

/** A place in the output, and what is there. */
export interface Finding {
  readonly place: string;
  readonly look: (output: Output) => unknown;
  readonly expected: unknown;
}

/** A finding for the value that an option is given. */
type Effect = (value: unknown) => Finding;

const NONE: Partial<JupyterHubProps> = {};

/** One option: a value for it, what it does, and the other options without which it would do nothing. */
export class Row<V> {
  constructor(
    readonly value: V,
    readonly effects: readonly Effect[],
    readonly others: Partial<JupyterHubProps> = NONE,
    readonly idle?: string,
    readonly error?: string,
  ) {}

  beside(others: Partial<JupyterHubProps> = NONE): Row<V> {
    return new Row(this.value, this.effects, others);
  }
}

/** Classes: a value of theirs is one option. */
type Whole = Allow | Authenticator | Duration | Profile | SecretValue;

/** Structs of Kubernetes' own: so is one of these. */
type Kubernetes =
  [k8s.DeploymentStrategy] | [k8s.LabelSelector] | [k8s.Lifecycle] | [k8s.PodSecurityContext] | [k8s.SecurityContext];
type IsKubernetes<V> = true extends (
  Kubernetes extends infer One ? (One extends unknown ? Same<One, [V]> : never) : never
)
  ? true
  : false;
type Same<A, B> = [A, B] extends [B, A] ? true : false;

type IsAny<V> = 0 extends 1 & V ? true : false;
type IsMap<V> = string extends keyof V ? true : IsKubernetes<V>;
type IsOne<V> =
  IsAny<V> extends true ? true : V extends string | number | boolean | readonly unknown[] | Whole ? true : IsMap<V>;

/** A row for every option of a struct, and of the structs in it. A new option does not compile before it has one. */
export type Table<P> = {
  readonly [K in keyof P]-?: [IsOne<NonNullable<P[K]>>] extends [false]
    ? Table<NonNullable<P[K]>>
    : Row<NonNullable<P[K]>>;
};

/** An option with a value, and what it does. */
export function row<V>(value: V, ...effects: Effect[]): Row<V> {
  return new Row(value, effects);
}

/** An option that does nothing here, and why. */
export function idle<V>(value: V, why: string): Row<V> {
  return new Row(value, [], NONE, why);
}

/** An option that is refused here, and words of the error. */
export function refused<V>(value: V, error: string): Row<V> {
  return new Row(value, [], NONE, undefined, error);
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const named = value.find((item: unknown) => isMap(item) && item.name === key) as unknown;
    return named ?? (/^-?\d+$/.test(key) ? value.at(Number(key)) : undefined);
  }
  return isMap(value) ? value[key] : undefined;
}

const follow = (tree: unknown, path: string): unknown => path.split('.').reduce(step, tree);

/**
 * The value, or what is expected instead, is at a path of an object, as in
 * `at('Deployment hub', 'spec.template.spec.containers.hub.image')`: items of a list by their name or place.
 */
export function at(object: string, path: string, ...expected: unknown[]): Effect {
  const look = ({ objects }: Output) => follow(objects[object], path);
  return (value) => ({ place: `${object}: ${path}`, look, expected: expected.length ? expected[0] : value });
}

/** The same in a pod's spec. */
export const pod = (object: string, path: string, ...expected: unknown[]): Effect =>
  at(object, `spec.template.spec.${path}`, ...expected);

/** The same in the first container, or the one of a name. */
export const container = (object: string, path: string, ...expected: unknown[]): Effect =>
  pod(object, `containers.0.${path}`, ...expected);

/** The value, or what is expected instead, is a trait. */
export function trait(name: string, ...expected: unknown[]): Effect {
  const look = ({ traits }: Output) => follow(traits, name);
  return (value) => ({ place: name, look, expected: expected.length ? expected[0] : value });
}

/** There is an object that was not there, or none where there was one. */
export const made = (object: string, is = true): Effect => {
  const look = ({ objects }: Output) => objects[object] !== undefined;
  return () => ({ place: object, look, expected: is });
};
export const gone = (object: string): Effect => made(object, false);

/** A list with this item, whatever else is in it. */
export const items = (item: unknown): unknown => expect.arrayContaining([item]);

/** A list of an object has an item, or has it no more. */
export const has = (object: string, path: string, item: unknown): Effect => at(object, path, items(item));
export const lacks = (object: string, path: string, item: unknown): Effect =>
  at(object, path, expect.not.arrayContaining([item]));

/** A file of a ConfigMap has a part. */
export function file(name: string, key: string, part: string | RegExp): Effect {
  const look = ({ objects }: Output) => (objects[`ConfigMap ${name}`]?.data as Data)?.[key] as unknown;
  return () => ({
    place: `ConfigMap ${name}: ${key}`,
    look,
    expected: typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part),
  });
}

/** A key of a Secret, decoded. */
export function secret(name: string, key: string, expected: unknown): Effect {
  const look = ({ objects }: Output) => {
    const { data, stringData } = (objects[`Secret ${name}`] ?? {}) as Record<
      string,
      Record<string, string> | undefined
    >;
    return data?.[key] === undefined ? stringData?.[key] : Buffer.from(data[key], 'base64').toString('utf8');
  };
  return () => ({ place: `Secret ${name}: ${key}`, look, expected });
}

const COMPONENTS = ['hub', 'proxy', 'spawner', 'userScheduler', 'userPlaceholder', 'imagePuller'] as const;

/** What a release is made of; names of Jobs and the like without the hash of their content. */
function output(release: Release): Output {
  const made = COMPONENTS.flatMap((component) => release._objects(component));
  const named = made.map(({ manifest }) => [
    `${manifest.kind} ${manifest.metadata.name.replace(/-[0-9a-f]{8}$/, '')}`,
    JSON.parse(JSON.stringify(manifest)) as Data,
  ]);
  const objects = Object.fromEntries(named) as Record<string, Data>;
  const config = Object.values(objects).find(({ data }) => data?.['jupyterhub_config.py'] !== undefined);
  return { objects, traits: parse(config.data['config.yaml'] as string, { version: '1.1' }) };
}

function put(tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const map = isMap(tree) ? tree : {};
  return { ...map, [key]: put(map[key], rest, value) };
}

function rows(table: object, path: readonly string[] = []): [path: string[], row: Row<unknown>][] {
  return Object.entries(table).flatMap(([option, entry]) =>
    entry instanceof Row
      ? [[[...path, option], entry] as [string[], Row<unknown>]]
      : rows(entry as object, [...path, option]),
  );
}

function expectFinding({ look, expected }: Finding, made: Output): void {
  if (isMap(expected)) expect(look(made)).toMatchObject(expected);
  else expect(look(made)).toEqual(expected);
}

/** What the tables' hubs are made of where nothing else is said. */
export const BASE: JupyterHubProps = {
  namespace: 'jhub',
  authenticator: Authenticator.dummy({ insecure: true, allow: Allow.all() }),
};

/**
 * Tests every row of a table: what it expects is not there without the option, and is there with it.
 * @param name what the options belong to
 * @param make a release with the options
 * @param table the rows
 * @param base options that must be given
 */
export function testRows<P extends object>(
  name: string,
  make: (options: P, others: Partial<JupyterHubProps>) => Release,
  table: Table<P>,
  base: Partial<P> = {},
): void {
  const cases = rows(table).map(([path, entry]) => [`${name}.${path.join('.')}`, path, entry] as const);
  const without = new Map<unknown, Output>();
  test.each(cases)('%s', (_, path, entry) => {
    if (entry.error !== undefined) {
      expect(() => make(put(base, path, entry.value) as P, entry.others)).toThrow(entry.error);
      return;
    }
    const before = without.get(entry.others) ?? output(make(base as P, entry.others));
    without.set(entry.others, before);
    const after = output(make(put(base, path, entry.value) as P, entry.others));
    if (entry.idle) expect(after).toEqual(before);
    else expect(entry.effects).not.toHaveLength(0);
    for (const effect of entry.effects) {
      const finding = effect(entry.value);
      expectFinding(finding, after);
      expect({ [finding.place]: holds(finding, before) }).toEqual({ [finding.place]: false });
    }
  });
}

/** The same for options that `build` makes options of a hub of. */
export function testOptions<P extends object>(
  name: string,
  build: (props: P) => Partial<JupyterHubProps>,
  table: Table<P>,
  base: Partial<P> = {},
): void {
  const make = (options: P, others: Partial<JupyterHubProps>) => {
    const props = { ...BASE, ...(merge(others, build(options)) as Partial<JupyterHubProps>) };
    return new Release(props.release ?? 'jhub', props);
  };
  testRows(name, make, table, base);
}

/** The same for the options of what is added to a hub. */
export function testAdded<P extends object>(
  name: string,
  add: (jupyterhub: JupyterHub, props: P) => void,
  table: Table<P>,
  base: Partial<P> = {},
): void {
  const make = (options: P, others: Partial<JupyterHubProps>) => {
    const jupyterhub = new JupyterHub(Testing.app(), 'jhub', { ...BASE, ...others });
    add(jupyterhub, options);
    return jupyterhub.release;
  };
  testRows(name, make, table, base);
}

function holds(finding: Finding, output: Output): boolean {
  try {
    expectFinding(finding, output);
    return true;
  } catch {
    return false;
  }
}

function merge(one: unknown, other: unknown): unknown {
  if (other === undefined) return one;
  if (!isMap(one) || !isMap(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(keys.map((key) => [key, merge(one[key], other[key])]));
}
