import { CHART_SCHEMA } from '../../chart/schema/schema';
import { isValueMap, Value, ValueMap } from '../../chart/value';
import { hasKey, Path } from '../../data/maps';
import { formatPath } from './problem';

/** Keys that only values of this chart have, or of a chart around it one level deeper. */
const COMPONENTS = ['hub', 'proxy', 'singleuser', 'scheduling', 'prePuller', 'cull'];

/** The same in a string, as manifests may hold values; it may be a template that is no YAML yet. */
const IN_STRING = new RegExp(`^\\s*(${COMPONENTS.join('|')}):`, 'm');

/** How deep values of the chart may stand in another file: an ApplicationSet of Argo CD has them below its seventh key. */
const DEEPEST = 10;

/** Keys that name where values are: of Argo CD, Flux, Kustomize, Fleet. */
const NAMES_VALUES = /^values?(Files?|From)$/;

const KNOWN = CHART_SCHEMA.keys ?? {};

/** Whether a map has one of some keys of the chart with something known in it. */
function looksLikeValues(map: ValueMap, keys: readonly string[]): boolean {
  return keys.some((key) => {
    const value = hasKey(map, key) ? map[key] : undefined;
    return isValueMap(value) && Object.keys(value).some((inner) => hasKey(KNOWN[key].keys ?? {}, inner));
  });
}

interface Places {
  /** Where values of the chart stand. */
  readonly values: Path[];
  /** What names where they stand. */
  readonly names: Path[];
}

function search(value: Value, path: Path, found: Places): void {
  const last = path.at(-1);
  if (typeof last === 'string' && NAMES_VALUES.test(last) && value !== null) found.names.push(path);
  else if (typeof value === 'string' && IN_STRING.test(value)) found.values.push(path);
  // A chart around this one may have keys of its own that are called like those of this one.
  else if (isValueMap(value) && looksLikeValues(value, last === 'jupyterhub' ? Object.keys(KNOWN) : COMPONENTS))
    found.values.push(path);
  else if (typeof value === 'object' && value !== null && path.length < DEEPEST) searchBelow(value, path, found);
}

function searchBelow(value: ValueMap | Value[], path: Path, found: Places): void {
  if (Array.isArray(value)) value.forEach((item, index) => search(item, [...path, index], found));
  else for (const [key, item] of Object.entries(value)) search(item, [...path, key], found);
}

/** What a file is that is no values file, by its own words; undefined where these do not tell. */
function kindOf({ apiVersion, kind, name, version }: ValueMap): string | undefined {
  if (typeof apiVersion !== 'string') return undefined;
  if (typeof kind === 'string') return `a manifest (${kind} of ${apiVersion})`;
  return typeof name === 'string' && version !== undefined ? 'the Chart.yaml of a chart' : undefined;
}

/** A file that is something else than values of the chart, and the first place in it that leads to these. */
export interface OtherFile {
  readonly place: Path;
  readonly message: string;
}

/** What a file is that has no values of the chart at its top: a manifest, or values of a chart around this one; undefined where it may have. */
export function otherFile(map: ValueMap): OtherFile | undefined {
  if (COMPONENTS.some((component) => hasKey(map, component))) return undefined;
  const kind = kindOf(map);
  const found: Places = { values: [], names: [] };
  for (const [key, value] of Object.entries(map)) {
    if (kind !== undefined || !hasKey(KNOWN, key)) search(value, [key], found);
  }
  const places = found.values.length ? found.values : found.names;
  if (kind === undefined && !places.length) return undefined;
  const named = places.slice(0, 3).map(formatPath).join(' and ');
  const where = found.values.length
    ? `; the values of the chart stand in ${named}: give what is there as a file of its own`
    : `; the values of the chart are in what ${named} names`;
  const what = kind === undefined ? 'this is not a values file of the chart' : `this is ${kind}, not a values file`;
  return { place: places[0] ?? [], message: `${what}${places.length ? where : ''}` };
}
