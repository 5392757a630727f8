import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { say } from './say';

const STATE = process.env.CLUSTER_STATE ?? join(homedir(), '.cache/test-cluster');

/** The process of the API server, where the cluster of the tests is one that this machine has started; the file names its parent. */
export function apiServerProcess(): number | undefined {
  const file = join(STATE, 'run/pid/apiserver');
  if (process.env.KUBECONFIG !== join(STATE, 'run/admin.conf') || !existsSync(file)) return undefined;
  const parent = readFileSync(file, 'utf8').split(' ')[0];
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim();
  return Number(children.split(' ')[0] || parent);
}

/** Nobody gets an answer from the API server while something else happens. */
export async function withoutApiServer(pid: number, run: () => Promise<void>): Promise<void> {
  say('the API server stops answering');
  process.kill(pid, 'SIGSTOP');
  try {
    await run();
  } finally {
    process.kill(pid, 'SIGCONT');
    say('the API server answers again');
  }
}
