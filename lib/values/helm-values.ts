import { CHART_DEFAULTS } from '../chart/chart-defaults';
import { toChartPath } from '../chart/table';
import { applyOver, ValueMap } from '../chart/value';
import { isMap, Tree } from '../data/maps';
import { WireProps } from '../options/program';
import { checkValues } from './check/check';
import { formatPath, Path, Problem } from './read/problem';
import { readValues, Values } from './read/reader';
import { markSecrets } from './secrets';
import { renderTemplates } from './template';
import { translate } from './translate';

/** Values files, and what they are rendered for. */
export interface HelmValues {
  readonly release: string;
  readonly namespace: string;
  readonly files?: readonly string[];
  readonly secretFiles?: readonly string[];
  readonly values?: unknown;
}

/** What values stand for, and what is wrong with them as values of the chart. */
export interface ReadValues {
  /** The options; without what the problems are about. */
  readonly props: WireProps & { readonly release: string };
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly values: Values;
}

/** The value without what lies at a path; of a list nothing remains, as its items have no names. */
function without(value: unknown, [key, ...rest]: Path): unknown {
  if (!isMap(value) || !Object.prototype.hasOwnProperty.call(value, key)) return value;
  const { [key]: item, ...others } = value;
  return rest.length && isMap(item) ? { ...others, [key]: without(item, rest) } : others;
}

/** Whether one of two places is the other, or lies in it. */
function touches(one: Path, other: Path): boolean {
  return one.slice(0, other.length).every((key, index) => key === other[index]);
}

/**
 * Reads values, and the options that they stand for.
 * @throws ValuesError where a file cannot be read
 */
export function readHelmValues(input: HelmValues): ReadValues {
  const values = readValues(input);
  const found = checkValues(values);
  const marked = markSecrets(values);
  const rendered = renderTemplates(marked.values, () => applyOver(CHART_DEFAULTS, marked.values as ValueMap), input);
  const unknown = rendered.problems.map((problem) => problemAt(values, problem.path, problem.message));
  const problems = [...found.problems, ...marked.problems, ...unknown];
  const sound = problems.reduce<unknown>((rest, { key }) => (key ? without(rest, key) : rest), rendered.values);
  return {
    props: translate(sound as Tree, input.release, input.namespace),
    problems,
    warnings: found.warnings,
    values,
  };
}

/** A problem of the value at a key of the chart. */
function problemAt(values: Values, key: Path, message: string): Problem {
  return { position: values.position(key), path: formatPath(key), key, message };
}

/** A problem of an option, in the place where the values say it; undefined where what they say there is wrong already. */
export function problemOfOption(read: ReadValues, option: Path, message: string): Problem | undefined {
  const [first] = option;
  // Not among the values: what they are rendered for.
  if (first === 'release' || first === 'namespace') return { path: formatPath(option), message };
  const key = toChartPath(option);
  const isKnown = read.problems.some((problem) => problem.key && touches(problem.key, key));
  return isKnown ? undefined : problemAt(read.values, key, message);
}
