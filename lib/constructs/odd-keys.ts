import { isMap, setKey, Tree } from '../data/maps';

/** Keys that cdk8s takes for what every JavaScript object has, when it copies an object. */
const ODD_KEY = /^(?:constructor|__proto__)\0*$/;

/** The same with keys that cdk8s copies as any other, and that sort as they did. */
export function wrapKeys<T>(value: T): T {
  return renamed(value, (key) => (ODD_KEY.test(key) ? `${key}\0` : key)) as T;
}

/** What `wrapKeys` was given. */
export function unwrapKeys<T>(value: T): T {
  return renamed(value, (key) => (ODD_KEY.test(key) ? key.slice(0, -1) : key)) as T;
}

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isMap(value)) return value;
  const copy: Tree = {};
  for (const [key, item] of Object.entries(value)) setKey(copy, rename(key), renamed(item, rename));
  return copy;
}
