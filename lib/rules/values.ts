import { toChartPath } from '../chart/table';
import { WireProps } from '../options/program';
import { Installation } from '../release/installation';
import { HelmValues, problemOfOption, ReadValues, readHelmValues } from '../values/helm-values';
import { formatPath, formatProblem, Path, Problem, ValuesError } from '../values/read/problem';
import { bySeverity, findingsOf } from './findings';
import { Model } from './model';
import { optionName } from './option-name';
import { messageOf, Severity } from './rule';

/** The id of what is wrong with values as values of the chart: unknown keys, wrong kinds, what the chart's templates refuse. */
export const VALUES_RULE = 'values/schema';

/** A finding with its place among the values. */
export interface ValuesFinding extends Problem {
  readonly id: string;
  readonly severity: Severity;
  /** Why it is meant: the reason of a comment `# allow: ID: reason` on its line. */
  readonly suppressed?: string;
}

/** What values stand for, and all that is to be said about them. */
export interface CheckedValues {
  /** Undefined where a file cannot be read. */
  readonly props?: WireProps & { readonly release: string };
  /** Most severe first. */
  readonly findings: readonly ValuesFinding[];
}

/** The name of an option in values: the chart's key. */
export function chartName(option: Path): string {
  return formatPath(toChartPath(option));
}

/** A comment that says that a finding of its line is meant. */
const ALLOW = /(?:^|\s)#\s*allow:\s*([a-z0-9-]+\/[a-z0-9-]+):\s*(\S.*?)\s*$/;

/** The reason for which a finding is meant, if its line says so. An error is none that can be meant. */
function reasonFor({ values }: ReadValues, { id, severity, position }: ValuesFinding): string | undefined {
  const line = severity === 'error' || !position ? undefined : values.lineAt(position);
  const [, allowed, reason] = ALLOW.exec(line ?? '') ?? [];
  return allowed === id ? reason : undefined;
}

function ofSchema(problems: readonly Problem[], severity: Severity): ValuesFinding[] {
  return problems.map((problem) => ({ ...problem, id: VALUES_RULE, severity }));
}

function read(input: HelmValues): ReadValues | ValuesError {
  try {
    return readHelmValues(input);
  } catch (error) {
    if (error instanceof ValuesError) return error;
    throw error;
  }
}

/** Checks values: as values of the chart, and for what they lead to. */
export function checkHelmValues(input: HelmValues): CheckedValues {
  const found = read(input);
  if (found instanceof ValuesError) return { findings: ofSchema(found.problems, 'error') };
  const model = new Model(new Installation(found.props));
  const ofRules = findingsOf(model).flatMap((finding): (ValuesFinding & { readonly option: string })[] => {
    const { id, severity, path } = finding;
    const message = messageOf(finding, chartName);
    const problem = problemOfOption(found, path, message);
    return problem ? [{ ...problem, id, severity, option: optionName(path, model.props) }] : [];
  });
  // What is told here need not be told again at the synth of a program.
  const suppressions = ofRules
    .filter(({ severity }) => severity === 'warning')
    .map((finding) => ({
      id: finding.id,
      path: finding.option,
      reason: reasonFor(found, finding) ?? 'the values have it',
    }));
  const findings = bySeverity([
    ...ofSchema(found.problems, 'error'),
    ...ofSchema(found.warnings, 'warning'),
    ...ofRules,
  ]);
  return {
    props: suppressions.length ? { ...found.props, suppressions } : found.props,
    findings: findings.map((finding) => ({ ...finding, suppressed: reasonFor(found, finding) })),
  };
}

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
  const { props, findings } = checkHelmValues(input);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!props || errors.length) throw new ValuesError(errors);
  const warnings = findings.filter(({ severity, suppressed }) => severity === 'warning' && suppressed === undefined);
  for (const warning of warnings) warn(formatProblem(warning));
  return props;
}
