import { Path } from '../../data/maps';
import { oneLine } from '../../data/printable';

export { formatPath } from '../../data/words';
export type { Path };

/** A place in a values file, counted from 1. */
export interface Position {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Something about the values that the user should know: where it is, what is wrong, what is allowed. */
export interface Problem {
  readonly position?: Position;
  /** The key, dotted as in the chart's reference. */
  readonly path?: string;
  /** The same key, in its parts. */
  readonly key?: Path;
  readonly message: string;
}

/** A problem on one line, whatever its keys and values hold: `FILE:LINE:COLUMN: PATH: message`, without the parts that are not known. */
export function formatProblem({ position, path, message }: Problem): string {
  const place =
    position && [position.file, position.line, position.column].filter((part) => part !== undefined).join(':');
  return oneLine([place, path, message].filter((part) => part !== undefined && part !== '').join(': '));
}

/** Values that cannot be used. Its message has one line a problem; none of them shows a value that may be a secret. */
export class ValuesError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ValuesError';
  }
}
