import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { say } from './say';

/** A port of this machine that is forwarded into the cluster. */
export interface Forwarding {
  readonly url: string;
  readonly stop: () => void;
}

/** A port of this machine that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Runs a `kubectl port-forward` of the documentation until it is stopped, with a free port instead of its 8000. */
export async function forward(command: string): Promise<Forwarding> {
  const port = await freePort();
  const line = command.replace('8000', String(port));
  say(`$ ${line}`);
  const child = spawn('bash', ['-c', `exec ${line}`], { stdio: 'ignore' });
  return { url: `http://localhost:${port}`, stop: () => void child.kill() };
}
