import { WireProps } from '../options/program';
import { CHART_DEFAULTS } from '../chart/chart-defaults';
import { checkValues } from './check/check';
import { checkTarget } from './check/target';
import { applyOver, ValueMap } from '../chart/value';
import { formatPath, formatProblem, ValuesError } from './read/problem';
import { readValues } from './read/reader';
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

function toStandardError(warning: string): void {
  process.stderr.write(`warning: ${warning}\n`);
}

/**
 * The properties that values of the chart stand for.
 * @throws ValuesError with every problem
 */
export function propsFromHelmValues(
  input: HelmValues,
  warn: (warning: string) => void = toStandardError,
): WireProps & { release: string } {
  const values = readValues(input);
  const found = checkValues(values);
  const marked = markSecrets(values);
  const rendered = renderTemplates(marked.values, () => applyOver(CHART_DEFAULTS, marked.values as ValueMap), input);
  const unknown = rendered.problems.map(({ path, message }) => ({
    position: values.position(path),
    path: formatPath(path),
    message,
  }));
  const problems = [...checkTarget(input), ...found.problems, ...marked.problems, ...unknown];
  if (problems.length) throw new ValuesError(problems);
  for (const warning of found.warnings) warn(formatProblem(warning));
  return translate(rendered.values, input.release, input.namespace);
}
