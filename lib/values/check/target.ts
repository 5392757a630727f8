import { describe, Value } from '../../chart/value';
import { Problem } from '../read/problem';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

/** What names may be: a release's by Helm, a namespace's by Kubernetes. */
const RULES = {
  release: { pattern: new RegExp(`^${LABEL}(\\.${LABEL})*$`), longest: 53, signs: 'digits, - and .' },
  namespace: { pattern: new RegExp(`^${LABEL}$`), longest: 63, signs: 'digits and -' },
} as const;

function check(option: keyof typeof RULES, name: unknown): Problem[] {
  const { pattern, longest, signs } = RULES[option];
  if (typeof name === 'string' && name.length <= longest && pattern.test(name)) return [];
  const got = typeof name === 'string' ? JSON.stringify(name) : describe((name ?? null) as Value);
  const rule = `at most ${longest} small letters, ${signs}, with a letter or digit at both ends`;
  return [{ path: option, message: `must be ${rule}, but is ${got}` }];
}

/** What is wrong with the names of what the values are rendered for. */
export function checkTarget({ release, namespace }: { release: string; namespace: string }): Problem[] {
  return [...check('release', release), ...check('namespace', namespace)];
}
