import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOfRevision, isRevision } from './git';

/** A file that may hold manifests. */
export interface SourceFile {
  /** Where it is, below the folder or in the repository. */
  readonly path: string;
  readonly text: string;
}

/** What cannot be read as one of the two sides of a review. */
export class SourceError extends Error {}

const IS_MANIFEST = /\.(ya?ml|json)$/;

/** Folders that hold no manifests of one's own. */
const SKIPPED = ['.git', 'node_modules'];

/** Files of a folder and all below it, in the order of their paths. */
function filesOfFolder(folder: string, below = ''): SourceFile[] {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : filesOfFolder(folder, path);
    if (!IS_MANIFEST.test(entry.name) || !isFile(join(folder, path))) return [];
    return [{ path, text: readFileSync(join(folder, path), 'utf8') }];
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * The files of one side of a review: a folder, one file, or a revision of git. Of a revision it is what is in folders called `dist`, or in the
 * folder that is named after a colon: `main:hubs/prod`.
 * @throws SourceError where it is none of these
 */
export function readSource(source: string): readonly SourceFile[] {
  const found = statSync(source, { throwIfNoEntry: false });
  if (found?.isDirectory()) return filesOfFolder(source);
  if (found?.isFile()) return [{ path: source, text: readFileSync(source, 'utf8') }];
  const [, revision, folder] = /^([^:]*)(?::(.*))?$/s.exec(source) ?? [];
  if (!revision || !isRevision(revision)) throw new SourceError(`${source}: neither a folder nor a revision of git`);
  return filesOfRevision(revision, (path) => IS_MANIFEST.test(path) && isBelow(path, folder));
}

function isBelow(path: string, folder: string | undefined): boolean {
  if (folder === undefined) return path.split('/').slice(0, -1).includes('dist');
  const prefix = folder.replace(/\/+$/, '');
  return prefix === '' || prefix === '.' || path === prefix || path.startsWith(`${prefix}/`);
}
