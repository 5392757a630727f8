import { Path } from '../data/maps';
import { Installation } from '../release/installation';
import { nearest } from '../data/nearest';
import { findingsOf } from './findings';
import { APP_RULES } from './app';
import { RULES } from './list';
import { Model } from './model';
import { asEnd, didYouMean } from '../data/words';
import { optionName } from './option-name';
import { SuppressionProps } from '../options/props';
import { Finding, messageOf } from './rule';

const IDS = [...RULES, ...APP_RULES].map(({ id }) => id);

function problemsOfSuppressions(suppressions: readonly SuppressionProps[]): string[] {
  return suppressions.flatMap(({ id, reason }, index) => [
    ...(IDS.includes(id)
      ? []
      : [`suppressions[${index}].id: there is no rule ${id}${asEnd(didYouMean(nearest(id, IDS)))}`]),
    ...(reason.trim() ? [] : [`suppressions[${index}].reason: must say why ${id} is meant`]),
  ]);
}

/** What is wrong with the options of a program, a line each. A warning is refused like an error, unless it is suppressed. */
export function problemsOfProgram(installation: Installation): string[] {
  const { suppressions = [] } = installation.props;
  const model = new Model(installation);
  const nameOf = (path: Path) => optionName(path, installation.props);
  const isSuppressed = (finding: Finding) =>
    finding.severity !== 'error' &&
    suppressions.some(({ id, path }) => id === finding.id && (path ?? nameOf(finding.path)) === nameOf(finding.path));
  const refused = findingsOf(model).filter((finding) => finding.severity !== 'note' && !isSuppressed(finding));
  return [
    ...problemsOfSuppressions(suppressions),
    ...refused.map((finding) => `${nameOf(finding.path)}: ${messageOf(finding, nameOf)}`),
  ];
}
