import { CHART_DEFAULTS } from '../chart/chart-defaults';
import { toChartPath } from '../chart/table';
import { applyOver, ValueMap } from '../chart/value';
import { mapOf, Tree } from '../data/maps';
import { Paths } from '../data/paths';
import { WireProps } from '../options/program';
import { problemsOf } from '../options/wire/check';
import { structInOptionNames } from '../options/wire/overrides';
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

/** The places of problems, which each finding of a rule asks for. */
const PLACES = new WeakMap<readonly Problem[], Paths>();

function placesOf(problems: readonly Problem[]): Paths {
  const places = PLACES.get(problems) ?? new Paths(problems.flatMap(({ key }) => (key ? [key] : [])));
  PLACES.set(problems, places);
  return places;
}

/** Problems, and those of more that are about something else: of a value that is wrong, nothing more is told, nor of what lies in it. */
function withNews(known: readonly Problem[], more: readonly Problem[]): Problem[] {
  const places = new Set(known.map(({ key = [] }) => formatPath(key)));
  const isKnown = (key: Path) => key.some((_, index) => places.has(formatPath(key.slice(0, index + 1))));
  return [...known, ...more.filter(({ key = [] }) => !isKnown(key))];
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
  const problems = [found.problems, marked.problems, unknown].reduce<readonly Problem[]>(withNews, []);
  const sound = placesOf(problems).leaveOut(rendered.values);
  const read = {
    props: translate(sound as Tree, input.release, input.namespace),
    problems,
    warnings: found.warnings,
    values,
  };
  return withoutWrongOptions(read);
}

/** Maps of which the chart takes no notice but for the keys that it knows. */
const HALF_OPEN = /^(.*\.(livenessProbe|readinessProbe)|imagePullSecret)$/;

/** The options without those that are not of their types, which no program could have, with what is wrong with these. */
function withoutWrongOptions(read: ReadValues): ReadValues {
  const { spawner, ...others } = read.props as ReadValues['props'] & Tree;
  // Profiles are KubeSpawner's own form.
  const { profiles, ...server } = mapOf(spawner);
  const options = structInOptionNames({ ...others, ...(spawner && { spawner: server }) }, 'JupyterHubProps');
  const wrong = problemsOf(options, 'JupyterHubProps', { isOverride: true });
  if (!wrong.length) return read;
  const props = new Paths(wrong.map(({ path }) => path)).leaveOut(read.props) as ReadValues['props'];
  const told = wrong.flatMap(({ path, message }) => problemOfOption(read, path, message) ?? []);
  const isIdle = ({ key = [] }: Problem) => HALF_OPEN.test(formatPath(key.slice(0, -1)));
  const idle = told
    .filter(isIdle)
    .map((problem) => ({ ...problem, message: 'has no effect: the chart does not read it' }));
  const problems = [...read.problems, ...told.filter((problem) => !isIdle(problem))];
  const places = new Set(problems.map(({ path }) => path));
  const isNews = ({ path }: Problem) => !places.has(path);
  return { ...read, props, problems, warnings: [...read.warnings.filter(isNews), ...idle] };
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
  return placesOf(read.problems).touch(key) ? undefined : problemAt(read.values, key, message);
}
