import { Path } from '../data/maps';
import { eitherOf } from '../data/words';
import { at, mapsOf, show } from './lookup';
import { Rule } from './rule';

const BUDGETS: readonly Path[] = [
  ['hub', 'pdb'],
  ['proxy', 'chp', 'pdb'],
  ['proxy', 'traefik', 'pdb'],
  ['scheduling', 'userScheduler', 'pdb'],
];
const SERVICES: readonly Path[] = [
  ['hub', 'service'],
  ['proxy', 'exposure', 'service'],
];
const FAMILY_POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];

/** What Kubernetes refuses of objects that stand for themselves. */
export const OBJECT_RULES: readonly Rule[] = [
  {
    id: 'objects/budget-with-two-limits',
    severity: 'warning',
    title: 'A PodDisruptionBudget with minAvailable and maxUnavailable',
    effect: 'Kubernetes refuses the PodDisruptionBudget',
    mend: 'set one of them to null',
    check: ({ props }, report) => {
      for (const path of BUDGETS) {
        const budget = at(props, path);
        const both = [at(budget, ['minAvailable']), at(budget, ['maxUnavailable'])];
        if (at(budget, ['enabled']) !== true || both.includes(undefined) || both.includes(null)) continue;
        report([...path, 'maxUnavailable'], 'stands beside minAvailable');
      }
    },
  },
  {
    id: 'objects/ip-family-policy',
    severity: 'warning',
    title: 'An IP family policy that Kubernetes does not know',
    effect: 'Kubernetes refuses the Service',
    mend: '',
    check: ({ props }, report) => {
      for (const service of SERVICES) {
        const path = [...service, 'ipFamilyPolicy'];
        const policy = at(props, path);
        if (typeof policy !== 'string' || policy === '' || FAMILY_POLICIES.includes(policy)) continue;
        report(path, `must be ${eitherOf(FAMILY_POLICIES)}, but is ${show(policy)}`);
      }
    },
  },
  {
    id: 'objects/hub-mounts',
    severity: 'warning',
    title: 'Two files or volumes of the hub are mounted at one path',
    effect: 'Kubernetes refuses the hub',
    mend: 'give each a path of its own',
    check: ({ props: { hub } }, report) => {
      const files = mapsOf(hub.extraFiles, ['hub', 'extraFiles']);
      const seen = new Set<unknown>();
      for (const [path, { mountPath }] of [...files, ...mapsOf(hub.extraVolumeMounts, ['hub', 'extraVolumeMounts'])]) {
        if (mountPath === undefined) continue;
        // A slash at the end is no other path.
        const place = String(mountPath).replace(/(.)\/+$/, '$1');
        if (seen.has(place)) report([...path, 'mountPath'], `something is mounted at ${place} already`);
        seen.add(place);
      }
    },
  },
  {
    id: 'objects/placeholders-without-priority',
    severity: 'warning',
    title: 'Placeholders without priority classes',
    effect: 'placeholders do not make way for users',
    mend: (option) =>
      `set ${option('scheduling.podPriority.enabled')} to true, or ${option('scheduling.userPlaceholder.replicas')} to 0`,
    check: ({ props: { scheduling } }, report) => {
      const { podPriority, userPlaceholder } = scheduling;
      if (podPriority.enabled || !userPlaceholder.enabled || !userPlaceholder.replicas) return;
      report(
        ['scheduling', 'userPlaceholder', 'replicas'],
        (option) => `are there without ${option('scheduling.podPriority.enabled')}`,
      );
    },
  },
];
