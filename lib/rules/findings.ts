import { Path } from '../data/maps';
import { RULES } from './list';
import { Model } from './model';
import { Finding, Rule, Severity } from './rule';

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** Most severe first; those of one severity stay in their order. */
export function bySeverity<T extends { readonly severity: Severity }>(findings: readonly T[]): T[] {
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Whether one of two options is the other, or is within it; of a whole component, one option says little. */
function touches(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  const isSame = one.slice(0, length).every((key, index) => String(key) === String(other[index]));
  return isSame && (length > 2 || one.length === other.length);
}

function foundBy({ check, id, severity, effect, mend }: Rule, model: Model): Finding[] {
  const found: Finding[] = [];
  check(model, (path, what, details) => found.push({ id, severity, path, what, effect, mend, ...details }));
  return found;
}

/** What the rules have to say of a model, most severe first. */
export function findingsOf(model: Model, rules: readonly Rule[] = RULES): Finding[] {
  const found: Finding[] = [];
  for (const rule of rules.filter(({ isLast }) => !isLast)) found.push(...foundBy(rule, model));
  // What cannot work need not be made.
  if (found.some(({ severity }) => severity === 'error')) return bySeverity(found);
  const ofFields = rules.filter(({ tellsOfFields }) => tellsOfFields).map(({ id }) => id);
  if (found.some(({ id }) => ofFields.includes(id))) return bySeverity(found);
  const told = found.filter(({ severity }) => severity !== 'note').map(({ path }) => path);
  for (const rule of rules.filter(({ isLast }) => isLast)) {
    found.push(...foundBy(rule, model).filter(({ path }) => !told.some((other) => touches(other, path))));
  }
  return bySeverity(found);
}
