import { DNS_LABEL, DNS_NAME } from '../data/names';
import { entriesOf } from '../data/maps';
import { serviceTokenKey } from '../release/secret-keys';
import { Report, Rule } from './rule';
import { show } from './lookup';

/** What names may be: a release's by Helm, a namespace's by Kubernetes. */
const NAMES = {
  release: { pattern: DNS_NAME, longest: 53, others: "digits, '-' and '.'" },
  namespace: { pattern: DNS_LABEL, longest: 63, others: "digits and '-'" },
} as const;

function checkName(option: keyof typeof NAMES, name: unknown, report: Report): void {
  const { pattern, longest, others } = NAMES[option];
  if (typeof name === 'string' && name.length <= longest && pattern.test(name)) return;
  const rule = `at most ${longest} lower-case letters, ${others}, with a letter or digit at both ends`;
  report([option], `must be ${rule}, but is ${show(name ?? null)}`);
}

/** The beginning of the name of every object; blank for none. */
const PREFIX = /^([a-z]([-a-z0-9]*[a-z0-9])?)?$/;

/** Characters that a key of a Secret may have: each service's token is under the service's name. */
const SECRET_KEY = /^[-._a-zA-Z0-9]+$/;
const LONGEST_SERVICE = 253 - serviceTokenKey('').length;

export const NAME_RULES: readonly Rule[] = [
  {
    id: 'names/prefix',
    severity: 'error',
    title: 'A prefix of names that Kubernetes does not take',
    effect: 'Kubernetes refuses the objects',
    mend: '',
    check: ({ props: { fullnameOverride } }, report) => {
      if (typeof fullnameOverride !== 'string') return;
      if (PREFIX.test(fullnameOverride)) return;
      const rule = `lower-case letters, digits and '-', with a letter first and a letter or digit last`;
      report(['fullnameOverride'], `must be ${rule}, but is ${show(fullnameOverride)}`);
    },
  },
  {
    id: 'names/service',
    severity: 'error',
    title: 'A service whose name cannot be in the key of its token',
    effect: "Kubernetes refuses the key in the hub's Secret: no token at all is generated",
    mend: '',
    check: ({ props }, report) => {
      for (const [path, , key] of entriesOf(props.hub.services, ['hub', 'services'])) {
        if (!SECRET_KEY.test(key))
          report(path, `the name of a service must have letters, digits, '-', '_' and '.' only, but is ${show(key)}`);
        else if (key.length > LONGEST_SERVICE)
          report(path, `the name of a service must have at most ${LONGEST_SERVICE} characters, but has ${key.length}`);
      }
    },
  },
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
