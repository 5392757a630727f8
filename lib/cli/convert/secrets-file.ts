import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileProblem } from '../../data/file-problem';

/** What the owner may read and write, and nobody else. */
const OWNER_ONLY = 0o600;

/** A file of secrets that cannot be written. */
class SecretsFileError extends Error {
  constructor(file: string, problem: string) {
    super(`${file === '' ? '--secrets-file' : file}: ${problem}`);
  }
}

const IN_THE_WAY = 'is there already and is not overwritten: move it away, or name another file by --secrets-file';

/** Whether a file has the text already. */
function holds(file: string, text: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return false;
  if (!found.isFile()) throw new SecretsFileError(file, 'is no file that secrets could be written to');
  return found.size === Buffer.byteLength(text) && readFileSync(file, 'utf8') === text;
}

function create(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: OWNER_ONLY, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new SecretsFileError(file, IN_THE_WAY);
    // Half of the secrets would be in the way of the next attempt.
    rmSync(file, { force: true });
    throw error;
  }
}

/**
 * Writes secrets to a file that only its owner may read.
 * @throws SecretsFileError where that is not possible, or the file holds something else
 */
export function keepSecrets(file: string, text: string): void {
  if (file === '') throw new SecretsFileError(file, 'the name of the file is empty');
  try {
    if (holds(file, text)) chmodSync(file, OWNER_ONLY);
    else create(file, text);
  } catch (error) {
    if (error instanceof SecretsFileError) throw error;
    throw new SecretsFileError(file, `cannot be written: ${fileProblem(error)}`);
  }
}
