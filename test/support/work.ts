import { Session } from 'node:inspector';

/** What something takes, without a clock: blocks of code that are run, and bytes that are allocated, kept or not. */
export interface Work {
  readonly blocks: number;
  readonly bytes: number;
}

interface Coverage {
  readonly result: { readonly functions: { readonly ranges: { readonly count: number }[] }[] }[];
}

interface Sampled {
  readonly selfSize: number;
  readonly children: readonly Sampled[];
}

const session = new Session();

function ask<T>(method: string, parameters: object = {}): T {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error) throw new Error(`${method}: ${error.message}`);
    answer = result;
  });
  return answer as T;
}

function bytesOf({ selfSize, children }: Sampled): number {
  return children.reduce((sum, child) => sum + bytesOf(child), selfSize);
}

/** Counts what each of several runs takes, one after the other. */
export function workOf(runs: readonly (() => void)[]): Work[] {
  session.connect();
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  try {
    return runs.map((run) => {
      ask('Profiler.takePreciseCoverage');
      ask('HeapProfiler.startSampling', {
        samplingInterval: 4096,
        includeObjectsCollectedByMajorGC: true,
        includeObjectsCollectedByMinorGC: true,
      });
      run();
      const { profile } = ask<{ profile: { head: Sampled } }>('HeapProfiler.stopSampling');
      const { result } = ask<Coverage>('Profiler.takePreciseCoverage');
      const counts = result.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
      return { blocks: counts.reduce((sum, { count }) => sum + count, 0), bytes: bytesOf(profile.head) };
    });
  } finally {
    session.disconnect();
  }
}
