import { isMap, mapValues, sortedKeys } from './maps';

/** Metadata of a manifest. */
export interface ManifestMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
}

/** One Kubernetes object in wire names, as `kubectl` takes it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
  readonly [field: string]: unknown;
}

/** A part of a manifest in wire names. */
export type Wire = Record<string, unknown>;

/** The value, or undefined where it says nothing: null, an empty map, list or string, false. */
export function given<T>(value: T | null | undefined): T | undefined {
  if (value === null || value === undefined || (value as unknown) === '' || (value as unknown) === false)
    return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (isMap(value) && Object.keys(value).length === 0) return undefined;
  return value;
}

/** The lists after one another; one that is absent counts as empty. */
export function concat<T>(...lists: (readonly T[] | null | undefined)[]): T[] {
  return lists.flatMap((list) => list ?? []);
}

/** A deep copy without the keys whose value is null or undefined: the API server would drop them and report a change. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutNulls(item)) as T;
  if (!isMap(value)) return value;
  return mapValues(value, (item) => (item === null ? undefined : withoutNulls(item))) as T;
}

/** A copy with the keys of every map in order, so that the order in which options were given leaves no trace. */
export function sortKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => sortKeys(item)) as T;
  if (!isMap(value)) return value;
  return mapValues(value, (item) => sortKeys(item), sortedKeys(value)) as T;
}
