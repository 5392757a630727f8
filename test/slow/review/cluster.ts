import { execFile } from 'node:child_process';

/** What a run of kubectl printed, and whether all went well. */
export interface Answer {
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
}

export function kubectl(args: readonly string[], input?: unknown): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile('kubectl', args, { maxBuffer: 2 ** 30 }, (error, out, err) => {
      resolve({ ok: error === null, out, err });
    });
    if (input !== undefined) child.stdin?.write(typeof input === 'string' ? input : JSON.stringify(input));
    child.stdin?.end();
  });
}

/** Objects as one that kubectl takes. */
export function listOf(items: readonly unknown[]) {
  return { apiVersion: 'v1', kind: 'List', items };
}

/** Runs a few at a time, in their order. */
export async function each<T, R>(
  items: readonly T[],
  run: (item: T, index: number) => Promise<R>,
  atOnce = 3,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await run(items[index], index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

interface Item {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly status?: { readonly observedGeneration?: number };
}

async function get(kinds: string): Promise<Item[]> {
  const { ok, out, err } = await kubectl(['get', kinds, '--all-namespaces', '--output=json']);
  if (!ok) throw new Error(err);
  return (JSON.parse(out) as { items: Item[] }).items;
}

/** The workload that a pod is of: `namespace Kind/name`. */
function ownerOf({ metadata: { namespace, name, ownerReferences = [] } }: Item): string {
  const [owner] = ownerReferences;
  if (owner === undefined) return `${namespace} Pod/${name}`;
  if (owner.kind === 'ReplicaSet') return `${namespace} Deployment/${owner.name.replace(/-[^-]+$/, '')}`;
  return `${namespace} ${owner.kind}/${owner.name}`;
}

/** Pods of each workload, by their ids. */
export type Pods = ReadonlyMap<string, ReadonlySet<string>>;

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Asks until the answer is yes, for two minutes at most. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 120 && !(await isSo()); round++) await pause(1);
}

/** The pods, once the controllers have seen everything and nothing has come or gone for a while. */
export async function settledPods(): Promise<Pods> {
  let [last, quiet] = ['', 0];
  for (let round = 0; ; round++) {
    const [pods, workloads] = await Promise.all([get('pods'), get('deployments,statefulsets,daemonsets')]);
    const seen = workloads.every(({ metadata, status }) => metadata.generation === (status?.observedGeneration ?? 0));
    const ending = pods.some(({ metadata }) => metadata.deletionTimestamp !== undefined);
    const now = pods
      .map(({ metadata }) => metadata.uid)
      .sort()
      .join();
    quiet = seen && !ending && now === last ? quiet + 1 : 0;
    last = now;
    if (quiet >= 4 || round > 60) {
      const found = new Map<string, Set<string>>();
      for (const pod of pods) {
        const owner = ownerOf(pod);
        found.set(owner, (found.get(owner) ?? new Set()).add(pod.metadata.uid));
      }
      return found;
    }
    await pause(2);
  }
}

/** Workloads of which pods went and others came. */
export function replaced(before: Pods, after: Pods): string[] {
  return [...before].flatMap(([owner, uids]) => {
    const now = after.get(owner) ?? new Set();
    const gone = [...uids].some((uid) => !now.has(uid));
    const came = [...now].some((uid) => !uids.has(uid));
    return gone && came ? [owner] : [];
  });
}
