import { DescribedHub, describedHubs } from '../hubs/hub';
import { Manifest } from '../kubernetes/manifest';
import { UserObjects } from '../user-pods/user-objects';
import { Change, changesBetween } from './change';
import { Access, accessOf } from './effects/access';
import { CapacityChange, capacityChanges } from './effects/capacity';
import { CodeChange, codeChanges, traitChanges } from './effects/configuration';
import { newFindings, ReviewFinding } from './effects/findings';
import { ImageChange, imageChanges } from './effects/images';
import { PodLevel, podLevels, userPodLevels } from './effects/pod-security';
import { leftBehind } from './effects/prune';
import { Refusal, refusalsOf } from './effects/refused';
import { Restart, restartOf } from './effects/restarts';
import { RightsChange, rightsChanges } from './effects/rights';
import { SecretChange, secretChangeOf } from './effects/secrets';
import { ServerChange, serverChanges, serversOf } from './effects/servers';
import { Group, groupByHub } from './hubs';
import { Difference, isSame } from './stored/difference';

/** Pods and claims of users' servers, by the names of `user-pods`. */
export type Servers = Readonly<Record<string, UserObjects>>;

/** Something on both sides of a review; undefined on the side that does not have it. */
export interface Sides<T> {
  readonly before?: T;
  readonly after?: T;
}

/** What applying HEAD over BASE does to one hub. */
export interface HubReview {
  readonly group: Group;
  /** Objects that are not the same. */
  readonly changes: readonly Change[];
  /** The hub, as far as the manifests tell its configuration. */
  readonly hub: Sides<DescribedHub>;
  readonly servers: { readonly before: Servers; readonly after: Servers };
  readonly restarts: readonly Restart[];
  readonly refused: readonly Refusal[];
  readonly prune: readonly Manifest[];
  readonly access?: Access;
  readonly serverChanges: readonly ServerChange[];
  readonly traits: readonly Difference[];
  readonly code: readonly CodeChange[];
  /** What is wrong from now on. */
  readonly findings: readonly ReviewFinding[];
  readonly images: readonly ImageChange[];
  readonly rights: readonly RightsChange[];
  /** Levels of all pods, those that stay as they are too. */
  readonly podLevels: readonly PodLevel[];
  readonly capacity: readonly CapacityChange[];
  readonly secrets: readonly SecretChange[];
}

/** What applying HEAD over BASE does. */
export interface Review {
  /** How many hubs there are, changed or not. */
  readonly count: number;
  /** Hubs that change, and last what belongs to none. */
  readonly changed: readonly HubReview[];
}

/** The hub of a group on one side; of several, the one whose release it is. */
function hubIn({ release, objects }: Group, side: keyof Change): DescribedHub | undefined {
  if (release === undefined) return undefined;
  const hubs = describedHubs(objects.flatMap((change) => change[side] ?? []));
  return hubs.find((hub) => hub.release === release) ?? hubs[0];
}

function reviewOf(group: Group, changes: readonly Change[]): HubReview {
  const [before, after] = [hubIn(group, 'before'), hubIn(group, 'after')];
  const servers = { before: serversOf(before), after: serversOf(after) };
  return {
    group,
    changes,
    hub: { before, after },
    servers,
    restarts: changes.flatMap((change) => restartOf(change) ?? []),
    refused: changes.flatMap(refusalsOf),
    prune: leftBehind(changes),
    access: before || after ? accessOf(before, after) : undefined,
    serverChanges: serverChanges(servers.before, servers.after),
    traits: traitChanges(before, after),
    code: codeChanges(before, after),
    findings: newFindings(before, after),
    images: imageChanges(changes),
    rights: rightsChanges(group.objects),
    podLevels: [...podLevels(group.objects), ...userPodLevels(servers.before, servers.after, group.namespace)],
    capacity: capacityChanges(group.objects),
    secrets: changes.flatMap((change) => secretChangeOf(change) ?? []),
  };
}

/** Compares the objects of two sides. */
export function reviewManifests(before: ReadonlyMap<string, Manifest>, after: ReadonlyMap<string, Manifest>): Review {
  const groups = groupByHub(changesBetween(before, after));
  const changed = groups.flatMap((group) => {
    const changes = group.objects.filter((change) => !isSame(change.before, change.after));
    return changes.length ? [reviewOf(group, changes)] : [];
  });
  return { count: groups.filter(({ release }) => release !== undefined).length, changed };
}
