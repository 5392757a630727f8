import { toChartPath } from '../chart/table';
import { WireProps } from '../options/program';
import { Installation } from '../release/installation';
import { HelmValues, problemOfOption, readHelmValues } from '../values/helm-values';
import { formatPath, formatProblem, Problem, ValuesError } from '../values/read/problem';
import { findingsOf } from './findings';
import { Model } from './model';
import { optionName } from './option-name';
import { messageOf, Severity } from './rule';

function toStandardError(warning: string): void {
  process.stderr.write(`warning: ${warning}\n`);
}

/**
 * The options that values of the chart stand for, checked. What was warned of is suppressed in them, as it has been told.
 * @throws ValuesError with every error
 */
export function propsFromHelmValues(
  input: HelmValues,
  warn: (warning: string) => void = toStandardError,
): WireProps & { release: string } {
  const read = readHelmValues(input);
  const model = new Model(new Installation(read.props));
  const findings = findingsOf(model);
  const problemsOf = (severity: Severity): Problem[] =>
    findings
      .filter((finding) => finding.severity === severity)
      .flatMap((finding) => {
        const message = messageOf(finding, (option) => formatPath(toChartPath(option)));
        return problemOfOption(read, finding.path, message) ?? [];
      });
  const errors = [...read.problems, ...problemsOf('error')];
  if (errors.length) throw new ValuesError(errors);
  for (const warning of [...read.warnings, ...problemsOf('warning')]) warn(formatProblem(warning));
  const suppressions = findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ id, path }) => ({ id, path: optionName(path, model.props), reason: 'the values have it' }));
  return suppressions.length ? { ...read.props, suppressions } : read.props;
}
