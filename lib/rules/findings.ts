import { Model } from './model';
import { RULES } from './list';
import { Finding, Rule, Severity } from './rule';

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** What the rules have to say of a model, most severe first. */
export function findingsOf(model: Model, rules: readonly Rule[] = RULES): Finding[] {
  const found: Finding[] = [];
  for (const rule of rules) {
    rule.check(model, (path, what, details) =>
      found.push({
        id: rule.id,
        severity: rule.severity,
        path,
        what,
        effect: details?.effect ?? rule.effect,
        mend: details?.mend ?? rule.mend,
      }),
    );
  }
  return ORDER.flatMap((severity) => found.filter((finding) => finding.severity === severity));
}
