import { spawn } from 'node:child_process';
import { say } from './say';

/** How a command ended. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string;
  /** Do not show the command in the log: it is one of many that wait for something. */
  readonly quiet?: boolean;
}

/** Runs a program to its end, whatever that is. */
export function attempt(program: string, args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  if (!options.quiet) say(`$ ${program} ${args.join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? 1, stdout, stderr }));
    // A program that has ended closes its input; its status says what there is to say.
    child.stdin.on('error', () => undefined).end(options.input ?? '');
  });
}

/**
 * Standard output of a program that succeeds.
 * @throws with what it wrote to standard error
 */
export async function run(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await attempt(program, args, options);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: status ${status}: ${(stderr || stdout).trim()}`);
  return stdout;
}

/** Runs a command line of the documentation, as it stands. */
export async function shell(command: string, cwd: string): Promise<string> {
  say(`$ ${command}`);
  return run('bash', ['-ec', command], { cwd, quiet: true });
}
