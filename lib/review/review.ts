import { Manifest } from '../kubernetes/manifest';
import { Change, changesBetween } from './change';
import { leftBehind } from './effects/prune';
import { Refusal, refusalsOf } from './effects/refused';
import { Restart, restartOf } from './effects/restarts';
import { Group, groupByHub } from './hubs';
import { isSame } from './stored/difference';

/** What applying HEAD over BASE does to one hub. */
export interface HubReview {
  readonly group: Group;
  /** Objects that are not the same. */
  readonly changes: readonly Change[];
  readonly restarts: readonly Restart[];
  readonly refused: readonly Refusal[];
  readonly prune: readonly Manifest[];
}

/** What applying HEAD over BASE does. */
export interface Review {
  /** How many hubs there are, changed or not. */
  readonly count: number;
  /** Hubs that change, and last what belongs to none. */
  readonly changed: readonly HubReview[];
}

function reviewOf(group: Group): HubReview {
  const changes = group.objects.filter(({ before, after }) => !isSame(before, after));
  return {
    group,
    changes,
    restarts: changes.flatMap((change) => restartOf(change) ?? []),
    refused: changes.flatMap(refusalsOf),
    prune: leftBehind(changes),
  };
}

/** Compares the objects of two sides. */
export function reviewManifests(before: ReadonlyMap<string, Manifest>, after: ReadonlyMap<string, Manifest>): Review {
  const groups = groupByHub(changesBetween(before, after));
  return {
    count: groups.filter(({ release }) => release !== undefined).length,
    changed: groups.map(reviewOf).filter(({ changes }) => changes.length),
  };
}
