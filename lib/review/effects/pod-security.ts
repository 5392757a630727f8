import { SecurityLevel, securityLevel, securityViolations } from '../../kubernetes/pod-security';
import { Tree } from '../../data/maps';
import { UserObjects } from '../../user-pods/user-objects';
import { Change, nameOf, objectOf } from '../change';
import { namespaceOf } from '../read/manifests';
import { podOf } from '../../kubernetes/pods';

/** The strictest level of Pod Security that a pod passes, before and after; undefined on a side without it. */
export interface PodLevel {
  /** `Kind/name`, or the server of a user as `user-pods` names it. */
  readonly object: string;
  readonly namespace: string;
  readonly before?: SecurityLevel;
  readonly after?: SecurityLevel;
  /** What keeps it from the next level after the change. */
  readonly why: readonly string[];
}

function levelOf(pod: Tree | undefined): SecurityLevel | undefined {
  return pod && securityLevel(pod);
}

function whyNot(pod: Tree | undefined): string[] {
  if (!pod) return [];
  const found = securityViolations(pod);
  const worst = found.some(({ level }) => level === 'baseline') ? 'baseline' : 'restricted';
  return found.filter(({ level }) => level === worst).map(({ what }) => what);
}

/** Levels of all pods of workloads. */
export function podLevels(objects: readonly Change[]): readonly PodLevel[] {
  return objects.flatMap((change) => {
    const [before, after] = [podOf(change.before), podOf(change.after)];
    if (!before && !after) return [];
    const object = objectOf(change);
    return [
      {
        object: nameOf(object),
        namespace: namespaceOf(object),
        before: levelOf(before),
        after: levelOf(after),
        why: whyNot(after),
      },
    ];
  });
}

/** Levels of users' pods. */
export function userPodLevels(
  before: Readonly<Record<string, UserObjects>>,
  after: Readonly<Record<string, UserObjects>>,
  namespace: string,
): readonly PodLevel[] {
  const podIn = (objects: UserObjects | undefined) =>
    objects && 'pod' in objects ? (objects.pod as unknown as Tree) : undefined;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => {
    const [old, now] = [podIn(before[key]), podIn(after[key])];
    return { object: key, namespace, before: levelOf(old), after: levelOf(now), why: whyNot(now) };
  });
}

const STRICTNESS: readonly SecurityLevel[] = ['privileged', 'baseline', 'restricted'];

/** Whether a pod may do more than before. */
export function isWeaker({ before, after }: PodLevel): boolean {
  return before !== undefined && after !== undefined && STRICTNESS.indexOf(after) < STRICTNESS.indexOf(before);
}
