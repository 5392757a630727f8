import { spawnSync } from 'node:child_process';

/** Manifests of hundreds of hubs at once. */
const MAX_BYTES = 2 ** 30;

/** Asks git; never by a shell, as revisions and paths are anybody's words. */
function git(args: readonly string[], input?: string): Buffer | undefined {
  const done = spawnSync('git', args, { input, maxBuffer: MAX_BYTES });
  return done.status === 0 ? done.stdout : undefined;
}

/** The id of the tree that a revision stands for. */
function treeOf(revision: string): string | undefined {
  return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{tree}`])
    ?.toString()
    .trim();
}

/** Whether git knows a revision by this name: a branch, a tag, a commit. */
export function isRevision(name: string): boolean {
  return treeOf(name) !== undefined;
}

/** Files of a revision whose paths, from the top of the repository, are wanted, in their order. */
export function filesOfRevision(
  revision: string,
  isWanted: (path: string) => boolean,
): { readonly path: string; readonly text: string }[] {
  const listing = git(['ls-tree', '-r', '-z', '--full-tree', treeOf(revision) ?? revision]) ?? Buffer.alloc(0);
  const entries = listing
    .toString()
    .split('\0')
    .flatMap((line) => {
      // Symbolic links and submodules have other modes.
      const [, id, path] = /^100\d{3} blob (\w+)\t(.*)$/s.exec(line) ?? [];
      return id !== undefined && isWanted(path) ? [{ id, path }] : [];
    });
  if (!entries.length) return [];
  const contents = git(['cat-file', '--batch'], entries.map(({ id }) => `${id}\n`).join('')) ?? Buffer.alloc(0);
  let offset = 0;
  return entries.map(({ path }) => {
    const start = contents.indexOf('\n', offset) + 1;
    const size = Number(contents.subarray(offset, start).toString().trim().split(' ')[2]);
    offset = start + size + 1;
    return { path, text: contents.subarray(start, start + size).toString() };
  });
}
