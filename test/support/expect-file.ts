import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './synthesize';

/** Holds a string against a file of the repository, as a snapshot: `jest -u` writes it anew. */
export function expectFile(path: string, text: string): void {
  const file = join(ROOT, path);
  const { snapshotState } = expect.getState() as { snapshotState?: { _updateSnapshot?: string } };
  if (snapshotState?._updateSnapshot === 'all') writeFileSync(file, text);
  expect({ [relative(ROOT, file)]: existsSync(file) ? readFileSync(file, 'utf8') : undefined }).toEqual({
    [relative(ROOT, file)]: text,
  });
}
