import { hasKey, isMap, ownValue, setKey, Tree } from './maps';

/**
 * `P` with every property for which the defaults `D` hold a value present, at every depth.
 * What has no default stays optional.
 */
export type Completed<P, D> = P extends string | number | boolean | readonly unknown[]
  ? P
  : { [K in keyof P as K extends keyof D ? K : never]-?: Completed<NonNullable<P[K]>, D[K & keyof D]> } & {
      [K in keyof P as K extends keyof D ? never : K]: P[K];
    };

/** Defaults of `P`: each of a name and a kind that the property has; lists and maps of the user's own are whole. */
export type DefaultsOf<P> = P extends string | number | boolean | readonly unknown[]
  ? P
  : string extends keyof P
    ? P
    : { [K in keyof P]?: DefaultsOf<NonNullable<P[K]>> };

/** A value laid over another: maps deeply, all else replaces; a `null` takes away what is there. */
export function overlay(defaults: unknown, given: unknown): unknown {
  if (given === undefined) return defaults;
  if (!isMap(defaults) || !isMap(given)) return given;
  const merged: Tree = {};
  for (const key of new Set([...Object.keys(defaults), ...Object.keys(given)])) {
    const [own, over] = [ownValue(defaults, key), ownValue(given, key)];
    if (over === null && hasKey(defaults, key)) continue;
    const value = overlay(own, over);
    if (value !== undefined) setKey(merged, key, value);
  }
  return merged;
}

/**
 * The given properties laid over the defaults: maps deeply, lists and scalars replace.
 *
 * A `null`, which only a values file can bring here, takes a default away.
 */
export function complete<P extends object, D extends object>(defaults: D, given: P | undefined): Completed<P, D> {
  return overlay(defaults, given ?? {}) as Completed<P, D>;
}
