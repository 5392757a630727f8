import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { say } from './say';
import { run } from './shell';

/** Where clouds tell a machine who it is, credentials included. */
export const METADATA = '169.254.169.254';

/**
 * A stand-in for a cloud's metadata server, where the cluster's node is this very machine, and what takes it away again. A cloud has one.
 */
export async function metadataServer(node: string): Promise<() => Promise<void>> {
  const own = Object.values(networkInterfaces()).flat();
  if (!own.some((address) => address?.address === node)) {
    say(`the node is another machine: ${METADATA} is the cloud's own`);
    return async () => undefined;
  }
  await run('ip', ['address', 'replace', `${METADATA}/32`, 'dev', 'lo']);
  const server = createServer((_, response) => response.end('credentials'));
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(80, METADATA, resolve));
  return async () => {
    server.closeAllConnections();
    server.close();
    await run('ip', ['address', 'delete', `${METADATA}/32`, 'dev', 'lo']);
  };
}
