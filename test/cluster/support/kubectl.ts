import { Data } from '../../support/objects';
import { attempt, CommandOptions, Outcome, run } from './shell';

/** Standard output of kubectl. */
export function kubectl(args: readonly string[], options: CommandOptions = {}): Promise<string> {
  return run('kubectl', args, options);
}

/** kubectl that may fail. */
export function tryKubectl(args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  return attempt('kubectl', args, options);
}

/** An object, or a list of them, as the cluster has it. */
export async function getJson(...args: string[]): Promise<Data> {
  return JSON.parse(await kubectl(['get', ...args, '--output=json'], { quiet: true }));
}

/** A command in a container, and how it ended. */
export function exec(namespace: string, target: string, command: string, container?: string): Promise<Outcome> {
  const where = ['--namespace', namespace, 'exec', target, ...(container ? ['--container', container] : [])];
  return tryKubectl([...where, '--', 'bash', '-c', command]);
}
