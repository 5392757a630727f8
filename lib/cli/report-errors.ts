import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What cdk8s puts before what validations find. */
const VALIDATION = 'Validation failed with the following errors:\n';

/** File, line and column at the end of a frame of a stack. */
const FRAME = /\(?((?:file:\/\/)?\/[^()]+|[A-Za-z]:\\[^()]+):(\d+):(\d+)\)?$/;

/** A message that names its own place in a file. */
const PLACED = /^\S+:\d+:\d+: /;

/** Errors of the language: a mistake of the program, or of the library. */
const LANGUAGE = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

interface Frame {
  readonly file: string;
  readonly place: string;
}

function framesOf({ stack = '' }: Error): Frame[] {
  return stack.split('\n').flatMap((line) => {
    const [, name, row, column] = (/^\s+at /.test(line) && FRAME.exec(line)) || [];
    if (name === undefined) return [];
    const file = name.startsWith('file:') ? fileURLToPath(name) : name;
    return [{ file, place: `${relative(process.cwd(), file)}:${row}:${column}` }];
  });
}

/**
 * What an error says of the options of an app, with the line of the app that it comes from; undefined where it is of another kind, for which
 * the whole stack is of use.
 * @param root folder of the package
 */
export function optionsError(error: unknown, root: string): string | undefined {
  if (!(error instanceof Error) || LANGUAGE.includes(error.name)) return undefined;
  if (error.message.startsWith(VALIDATION)) return error.message.slice(VALIDATION.length).replace(/^ {2}/gm, '');
  const frames = framesOf(error);
  const isOurs = ({ file }: Frame) => ['lib', 'build'].some((folder) => file.startsWith(join(root, folder, '/')));
  const isOfOptions = error.name === 'OptionsError';
  if (!isOfOptions && (!frames.length || !isOurs(frames[0]))) return undefined;
  if (PLACED.test(error.message)) return error.message;
  const caller = frames.find((frame) => !isOurs(frame) && !/[\\/]node_modules[\\/]/.test(frame.file));
  if (!caller) return error.message;
  // A line for each problem, the hub before the place as cdk8s has it.
  return isOfOptions
    ? error.message.replace(/^(\[[^\]]*\] )?/gm, `$1${caller.place}: `)
    : `${caller.place}: ${error.message}`;
}

/**
 * Has what is wrong with the options of an app printed by itself, without the stack of the library. Other errors are printed as Node does.
 * @param root folder of the package
 */
export function reportErrors(root: string): void {
  process.on('uncaughtExceptionMonitor', (error: unknown) => {
    const message = optionsError(error, root);
    if (message === undefined) return;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  });
}
