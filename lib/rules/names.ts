import { Report, Rule } from './rule';
import { show } from './lookup';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

/** What names may be: a release's by Helm, a namespace's by Kubernetes. */
const NAMES = {
  release: { pattern: new RegExp(`^${LABEL}(\\.${LABEL})*$`), longest: 53, others: "digits, '-' and '.'" },
  namespace: { pattern: new RegExp(`^${LABEL}$`), longest: 63, others: "digits and '-'" },
} as const;

function checkName(option: keyof typeof NAMES, name: unknown, report: Report): void {
  const { pattern, longest, others } = NAMES[option];
  if (typeof name === 'string' && name.length <= longest && pattern.test(name)) return;
  const rule = `at most ${longest} lower-case letters, ${others}, with a letter or digit at both ends`;
  report([option], `must be ${rule}, but is ${show(name ?? null)}`);
}

export const NAME_RULES: readonly Rule[] = [
  {
    id: 'names/release-or-namespace',
    severity: 'error',
    title: 'The name of a release or a namespace is not one that Kubernetes takes',
    effect: '',
    mend: '',
    check: ({ installation: { release, namespace } }, report) => {
      checkName('release', release, report);
      checkName('namespace', namespace, report);
    },
  },
];
