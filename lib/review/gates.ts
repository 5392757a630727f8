import { HubReview, Review } from './review';

/** What a pipeline can be made to fail at, by its name on the command line. */
const GATES: Readonly<Record<string, (hub: HubReview) => boolean>> = {
  refused: ({ refused }) => refused.length > 0,
  prune: ({ prune }) => prune.length > 0,
  restarts: ({ restarts }) => restarts.length > 0,
};

export const GATE_NAMES = Object.keys(GATES);

/** Whether one of the gates holds a review up. */
export function isHeldUp({ changed }: Review, gates: readonly string[]): boolean {
  return gates.some((gate) => changed.some((hub) => GATES[gate](hub)));
}
