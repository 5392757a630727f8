import { Position } from './problem';

/** Where a value came from; for maps and lists, where each of their parts did. */
export interface Place {
  /** Asked for only where something is to be said. */
  readonly position?: () => Position;
  readonly secret: boolean;
  /** By key or index; only maps and lists have them. */
  readonly children?: ReadonlyMap<string | number, Place>;
  readonly isList?: boolean;
}

function isMap(place: Place): boolean {
  return place.children !== undefined && !place.isList;
}

/** The places of merged values: what `mergeMaps` does to the values themselves. */
export function mergePlaces(base: Place, over: Place): Place {
  if (!isMap(base) || !isMap(over)) return over;
  const children = new Map(base.children);
  for (const [key, place] of over.children ?? []) {
    const before = children.get(key);
    children.set(key, before ? mergePlaces(before, place) : place);
  }
  return { position: over.position ?? base.position, secret: base.secret && over.secret, children };
}
