import { isMap, mapValues, setKey, Tree } from '../../../lib/data/maps';

/** Every tree that has one thing less: a key, an item, what wraps a map. */
function* smaller(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (let index = value.length - 1; index >= 0; index -= 1) {
      yield value.filter((_, other) => other !== index);
      for (const below of smaller(value[index]))
        yield value.map((item: unknown, other) => (other === index ? below : item));
    }
  } else if (isMap(value)) {
    for (const key of Object.keys(value)) {
      yield mapValues(value, (item, other) => (other === key ? undefined : item));
      for (const below of smaller(value[key])) {
        const copy = { ...value };
        setKey(copy, key, below);
        yield copy;
      }
    }
  } else if (typeof value === 'string' && value.length > 8) yield 'x';
}

const TRIES = 400;

/** What is left of trees when all is taken away that does not matter. */
export function shrink(trees: readonly Tree[], stays: (trees: Tree[]) => boolean): Tree[] {
  let best = [...trees];
  let tries = TRIES;
  for (let goesOn = true; goesOn && tries > 0;) {
    goesOn = false;
    search: for (let index = 0; index < best.length; index += 1) {
      for (const one of smaller(best[index])) {
        const changed = best.map((tree, other) => (other === index ? (one as Tree) : tree));
        if ((tries -= 1) < 0) break search;
        if (!stays(changed)) continue;
        best = changed;
        goesOn = true;
        break search;
      }
    }
  }
  return best;
}
