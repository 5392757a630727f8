import { Change, nameOf, objectOf } from '../change';
import { containersOf, podOf } from '../../kubernetes/pods';

/** An image that containers get in place of another one; undefined where there was, or is, none. */
export interface ImageChange {
  readonly before?: string;
  readonly after?: string;
  /** Containers, as `Kind/name container`. */
  readonly where: readonly string[];
}

/** Images that differ, each pair once. */
export function imageChanges(changes: readonly Change[]): readonly ImageChange[] {
  const found = new Map<string, { before?: string; after?: string; where: string[] }>();
  for (const change of changes) {
    const images = [change.before, change.after].map(
      (object) => new Map(containersOf(podOf(object)).map(({ name, image }) => [String(name), String(image)])),
    );
    const [old, now] = images;
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const [before, after] = [old.get(name), now.get(name)];
      if (before === after) continue;
      const key = JSON.stringify([before, after]);
      const entry = found.get(key) ?? { before, after, where: [] };
      entry.where.push(`${nameOf(objectOf(change))} ${name}`);
      found.set(key, entry);
    }
  }
  return [...found.values()];
}
