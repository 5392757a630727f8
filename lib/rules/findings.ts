import { RULES } from './list';
import { Model } from './model';
import { Finding, Rule, Severity } from './rule';

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** Most severe first; those of one severity stay in their order. */
export function bySeverity<T extends { readonly severity: Severity }>(findings: readonly T[]): T[] {
  return ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** What the rules have to say of a model, most severe first. */
export function findingsOf(model: Model, rules: readonly Rule[] = RULES): Finding[] {
  const found = rules.flatMap((rule) => {
    const { id, severity, effect, mend } = rule;
    const own: Finding[] = [];
    rule.check(model, (path, what, details) => own.push({ id, severity, path, what, effect, mend, ...details }));
    return own;
  });
  return bySeverity(found);
}
