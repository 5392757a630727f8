import { fstatSync, writeFileSync } from 'node:fs';
import { fileProblem } from '../data/file-problem';

/** What is printed is lost, or a part of it. */
class OutputError extends Error {
  constructor(cause: unknown) {
    super(`standard output cannot be written: ${fileProblem(cause)}`);
  }
}

function isFile(): boolean {
  try {
    return fstatSync(1).isFile();
  } catch {
    return false;
  }
}

/**
 * Writes to standard output. A pipe or a device tells later that it could not be written: then a line on standard error says so, and the exit
 * status is 1 in the end.
 * @throws OutputError where a file cannot be written
 */
export function print(text: string): void {
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads may stop when he has seen enough, as `head` does.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`cdk8s-jupyterhub: ${new OutputError(error).message}\n`);
    process.exitCode = 1;
  });
  if (!isFile()) {
    process.stdout.write(text);
    return;
  }
  try {
    // A stream does not notice when a full disk takes only a part.
    writeFileSync(1, text);
  } catch (error) {
    throw new OutputError(error);
  }
}
