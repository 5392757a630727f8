import { Path } from '../../data/maps';
import { nearest, plain } from '../../data/nearest';
import { asEnd, didYouMean, eitherOf, formatPath } from '../../data/words';
import { StructName, STRUCTS } from './option-types';

/** Places that are named at most. */
const MOST = 3;

/** The paths of the options that are called so, below a struct; not those of Kubernetes' own structs, which are everywhere. */
function placesOf(key: string, struct: StructName, path: Path = []): Path[] {
  return Object.entries(STRUCTS[struct]).flatMap(([name, { type }]) => {
    const here = [...path, name];
    const own = plain(name) === plain(key) ? [here] : [];
    const below =
      typeof type === 'object' && 'struct' in type && !type.struct.startsWith('k8s.') ? type.struct : undefined;
    return below === undefined ? own : [...own, ...placesOf(key, below, here)];
  });
}

/**
 * What was probably meant by an option that there is not.
 * @param root the struct that all paths begin in, where there is one
 */
export function suggestion(key: string, struct: StructName, path: Path, root: StructName | undefined): string {
  const near = nearest(key, Object.keys(STRUCTS[struct]));
  if (near !== undefined) return asEnd(didYouMean(near));
  const places = (root === undefined ? [] : placesOf(key, root)).filter(
    (place) => formatPath(place.slice(0, -1)) !== formatPath(path),
  );
  return places.length && places.length <= MOST ? asEnd(didYouMean(eitherOf(places.map(formatPath)))) : '';
}
