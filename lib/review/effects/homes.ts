import { mapsIn, valueAt } from '../../data/maps';
import { SAMPLE_SERVERS, serverKey } from '../../user-pods/sample';
import { UserObjects } from '../../user-pods/user-objects';
import { serverContainer } from './servers';

/** Where what a user keeps is, in words: the claim, with the part of it, and where it is seen. */
export interface HomeChange {
  readonly user: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Claims and shared disks that a server has, each with its place. */
function keptBy(objects: UserObjects | undefined): string[] | undefined {
  if (!objects || 'error' in objects) return undefined;
  const sources = new Map(
    mapsIn(valueAt(objects.pod, ['spec', 'volumes'])).flatMap((volume) => {
      const [claim, server, path] = [
        valueAt(volume, ['persistentVolumeClaim', 'claimName']),
        valueAt(volume, ['nfs', 'server']),
        valueAt(volume, ['hostPath', 'path']),
      ];
      const source =
        typeof claim === 'string'
          ? claim
          : typeof server === 'string'
            ? `${server}:${String(valueAt(volume, ['nfs', 'path']))}`
            : typeof path === 'string'
              ? `${path} of the node`
              : undefined;
      return source === undefined ? [] : [[volume.name, source] as const];
    }),
  );
  return mapsIn(serverContainer(objects).volumeMounts)
    .flatMap(({ name, subPath, mountPath }) => {
      const source = sources.get(name);
      if (source === undefined) return [];
      const part = typeof subPath === 'string' && subPath ? ` (${subPath})` : '';
      return [`${source}${part} at ${String(mountPath)}`];
    })
    .sort();
}

/** Sample users whose servers find their files no longer, or elsewhere. */
export function homeChanges(
  before: Readonly<Record<string, UserObjects>>,
  after: Readonly<Record<string, UserObjects>>,
): readonly HomeChange[] {
  return SAMPLE_SERVERS.map(serverKey).flatMap((user) => {
    const [old, now] = [keptBy(before[user]), keptBy(after[user])];
    if (!old || !now || old.every((home) => now.includes(home))) return [];
    return [
      { user, before: old.filter((home) => !now.includes(home)), after: now.filter((home) => !old.includes(home)) },
    ];
  });
}

/** The class and the size that new claims of users have. */
export function claimChange(
  before: Readonly<Record<string, UserObjects>>,
  after: Readonly<Record<string, UserObjects>>,
): readonly [before: string, after: string] | undefined {
  const user = serverKey(SAMPLE_SERVERS[0]);
  const describe = (objects: UserObjects | undefined) => {
    if (!objects || 'error' in objects || !objects.pvc) return undefined;
    const at = (...path: string[]) => valueAt(objects.pvc, ['spec', ...path]);
    const kind = at('storageClassName');
    return `${String(at('resources', 'requests', 'storage'))} of ${kind === undefined ? 'the default class' : `the class ${String(kind)}`}`;
  };
  const [old, now] = [describe(before[user]), describe(after[user])];
  return old !== undefined && now !== undefined && old !== now ? [old, now] : undefined;
}
