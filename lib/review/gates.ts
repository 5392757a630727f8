import { decisionsOf } from './decisions';
import { isWeaker } from './effects/pod-security';
import { HubReview, Review } from './review';

const hasFinding =
  (severities: readonly string[]) =>
  ({ findings }: HubReview) =>
    findings.some(({ severity }) => severities.includes(severity));

/** What a pipeline can be made to fail at, by its name on the command line. */
const GATES: Readonly<Record<string, (hub: HubReview) => boolean>> = {
  'needs-decision': (hub) => decisionsOf(hub).length > 0,
  error: hasFinding(['error']),
  warning: hasFinding(['error', 'warning']),
  refused: ({ refused }) => refused.length > 0,
  restarts: ({ restarts }) => restarts.length > 0,
  prune: ({ prune }) => prune.length > 0,
  access: ({ access }) => access !== undefined && access.before !== access.after,
  'pod-security': ({ podLevels }) => podLevels.some(isWeaker),
  rights: ({ rights }) => rights.some(({ gained }) => gained.length > 0),
};

export const GATE_NAMES = Object.keys(GATES);

/** Whether one of the gates holds a review up. */
export function isHeldUp({ changed }: Review, gates: readonly string[]): boolean {
  return gates.some((gate) => changed.some((hub) => GATES[gate](hub)));
}
