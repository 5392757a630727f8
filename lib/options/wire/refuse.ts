import { Path } from '../../data/maps';
import { formatPath } from '../../data/words';
import { OptionProblem, problemsOf, problemsOfValue } from './check';
import { METHODS, Type } from './option-types';
import { ParameterOf } from './types';

/** Options that cannot be used. Its message has a line for each problem. */
export class OptionsError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'OptionsError';
  }
}

/** The function that a program calls: the stack of an error begins with its caller. */
export type Callee = Parameters<typeof Error.captureStackTrace>[1];

/**
 * Refuses what is wrong, if anything is.
 * @param where what the lines begin with: `[jhub] ` of a hub, `Storage.dynamic: ` of a factory
 */
export function refuse(where: string, problems: readonly OptionProblem[], callee: Callee): void {
  if (!problems.length) return;
  const lines = problems.map(({ path, message }) => `${where}${path.length ? `${formatPath(path)}: ` : ''}${message}`);
  const error = new OptionsError(lines);
  Error.captureStackTrace(error, callee);
  throw error;
}

type Method = keyof typeof METHODS;

/**
 * Refuses arguments of a method that are not of their types: JavaScript has no compiler that would.
 * @param where what the lines begin with, where it is not the method's name
 */
export function checkCall(method: Method, callee: Callee, args: readonly unknown[], where = `${method}: `): void {
  const parameters: readonly ParameterOf<Type>[] = METHODS[method];
  const problems = parameters.flatMap(({ name, type, required, variadic }, index) => {
    const given = variadic ? args.slice(index) : args.slice(index, index + 1);
    if (!variadic && given[0] === undefined) return required ? [{ path: [name], message: 'is missing' }] : [];
    const path = (position: number) => (variadic ? [name, position] : [name]);
    return given.flatMap((arg, position) => problemsOfArgument(arg, type, path(position)));
  });
  refuse(where, problems, callee);
}

/** Options stand for themselves; other arguments are named. */
function problemsOfArgument(arg: unknown, type: Type, path: Path): OptionProblem[] {
  if (typeof type === 'object' && 'struct' in type) return problemsOf(arg, type.struct);
  return problemsOfValue(arg, type, path);
}
