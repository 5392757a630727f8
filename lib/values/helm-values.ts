import { DEFAULTS } from '../defaults';
import { WireProps } from '../options/wire';
import { checkValues, warnings } from './check';
import { formatProblem, ValuesError } from './problem';
import { readValues } from './reader';
import { misplacedSecrets } from './secrets';
import { toChartValues } from './table';
import { unknownTemplates } from './template';
import { translate } from './translate';

/** Values files, and what they are rendered for. */
export interface HelmValues {
  readonly release: string;
  readonly namespace: string;
  readonly files?: readonly string[];
  readonly secretFiles?: readonly string[];
  readonly values?: unknown;
}

/** Keys of the chart that mean something to Helm alone. */
const WITHOUT_MEANING = { global: { safeToShowValues: false } };

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
  const defaults = { ...WITHOUT_MEANING, ...toChartValues(DEFAULTS) };
  const problems = [...checkValues(values, defaults), ...misplacedSecrets(values), ...unknownTemplates(values, input)];
  if (problems.length) throw new ValuesError(problems);
  for (const warning of warnings(values, defaults)) warn(formatProblem(warning));
  return translate(values, input.release, input.namespace);
}
