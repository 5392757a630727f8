import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the library: of its sources, or of what they are compiled to. */
const LIBRARY = dirname(__dirname);

/** File, line and column at the end of a frame of a stack; Node's own modules have none of these. */
const FRAME = /\(?((?:file:\/\/)?\/[^()]+|[A-Za-z]:\\[^()]+):(\d+):(\d+)\)?$/;

/** Whether a file is the user's: neither the library's, nor a package's. */
function isOwn(file: string): boolean {
  return !file.startsWith(LIBRARY) && !/[\\/]node_modules[\\/]/.test(file);
}

/**
 * The place in the user's program that is being run, `main.ts:12:3`: the first frame on the stack that is the user's.
 * Undefined where there is none, as in Python, whose frames are in another process.
 */
export function callerOf(): string | undefined {
  if (process.env.JSII_AGENT !== undefined) return undefined; // jsii names the language that calls; the frames are those of its kernel
  for (const frame of (new Error().stack ?? '').split('\n')) {
    const [, name, line, column] = FRAME.exec(frame) ?? [];
    if (name === undefined) continue;
    const file = name.startsWith('file:') ? fileURLToPath(name) : name;
    if (isOwn(file)) return `${relative(process.cwd(), file)}:${line}:${column}`;
  }
  return undefined;
}
