import { toChartPath } from '../../chart/table';
import { formatPath } from '../../data/words';
import { DescribedHub } from '../../hubs/hub';
import { findingsOf } from '../../rules/findings';
import { DescribedModel } from '../../rules/model';
import { messageOf, Severity } from '../../rules/rule';

/** Something that a rule finds wrong with a hub, in the words of the chart's keys. */
export interface ReviewFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
}

/** Rules about how options were said, which manifests do not tell, and about what is in Secrets that are not at hand. */
const NOT_TOLD = [
  'traits/replaces-options',
  'traits/services-dropped',
  'traits/base-url',
  'access/dummy-without-password',
];

function findingsIn(hub: DescribedHub | undefined): ReviewFinding[] {
  if (!hub) return [];
  const found = findingsOf(new DescribedModel(hub)).filter(({ id }) => !NOT_TOLD.includes(id));
  return found.map((finding) => ({
    id: finding.id,
    severity: finding.severity,
    path: formatPath(toChartPath(finding.path)),
    message: messageOf(finding, (option) => formatPath(toChartPath(option))),
  }));
}

/** What is wrong with a hub after a change and was not before. */
export function newFindings(
  before: DescribedHub | undefined,
  after: DescribedHub | undefined,
): readonly ReviewFinding[] {
  const keyOf = ({ id, path, message }: ReviewFinding) => JSON.stringify([id, path, message]);
  const old = new Set(findingsIn(before).map(keyOf));
  return findingsIn(after).filter((finding) => !old.has(keyOf(finding)));
}
