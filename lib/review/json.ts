import { nameOf } from './change';
import { HubReview, Review } from './review';

function hubJson({ group, restarts, refused, prune }: HubReview) {
  return {
    hub: group.name,
    namespace: group.namespace,
    release: group.release,
    restarts: restarts.map(({ object }) => object),
    refused,
    prune: prune.map(nameOf),
  };
}

/** A review for programs. */
export function reviewJson({ count, changed }: Review): string {
  const hubs = changed.map(hubJson);
  const report = {
    restarts: hubs.flatMap(({ restarts }) => restarts),
    refused: hubs.flatMap(({ refused }) => refused),
    prune: hubs.flatMap(({ prune }) => prune),
    findings: [],
    opens: [],
    closes: [],
    hubs: { count, changed: hubs },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
