import { readFileSync, statSync } from 'node:fs';
import { fileProblem } from '../../data/file-problem';
import { mergeMaps } from '../../data/maps';
import { describe, Value, ValueMap } from '../../chart/value';
import { copyPlain } from './inline';
import { otherFile } from './other-file';
import { mergePlaces, Place } from './place';
import { Path, Position, Problem, ValuesError } from './problem';
import { readYaml } from './yaml/read';

/** Where values come from. Later ones win: the files in their order, then the secret files, then the inline values. `-` is standard input. */
export interface ValuesSource {
  readonly files?: readonly string[];
  /** Files whose values are secrets. */
  readonly secretFiles?: readonly string[];
  /** Values given by a program: plain JSON data. */
  readonly values?: unknown;
}

/** The place of a key, or of the nearest key above it that there is. */
function positionIn(root: Place, path: Path): Position | undefined {
  let place: Place | undefined = root;
  let position = place.position;
  for (const key of path) {
    place = place.children?.get(key);
    if (!place) break;
    position = place.position ?? position;
  }
  return position?.();
}

/** The user's values, merged, and where each of them came from. */
export class Values {
  constructor(
    readonly map: ValueMap,
    private readonly root: Place,
    /** Whether anything came from a secret file. */
    readonly hasSecrets: boolean,
    /** What is odd about the files, and no error. */
    readonly warnings: readonly Problem[] = [],
    /** Texts of the files by name. */
    private readonly texts: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** The line of a file at a position; undefined where the value came from no file. */
  lineAt({ file, line }: Position): string | undefined {
    return line === undefined ? undefined : this.texts.get(file)?.split('\n')[line - 1];
  }

  /** The place of a key in the user's files, or of the nearest key above it that they have. */
  position(path: Path): Position | undefined {
    return positionIn(this.root, path);
  }

  /** The user's own value at a path; undefined where they gave none. */
  given(path: Path): Value | undefined {
    return path.reduce<Value | undefined>((value, key) => {
      if (typeof value !== 'object' || value === null || !Object.prototype.hasOwnProperty.call(value, key))
        return undefined;
      return Array.isArray(value) ? value[Number(key)] : value[key];
    }, this.map);
  }

  /** Whether the value at a path came from a secret file. A map counts when all of it did. */
  isSecret(path: Path): boolean {
    return this.hasSecrets && (this.at(path)?.secret ?? false);
  }

  private at(path: Path): Place | undefined {
    return path.reduce<Place | undefined>((place, key) => place?.children?.get(key), this.root);
  }
}

interface Part {
  /** Name and text of its file. */
  readonly file?: readonly [name: string, text: string];
  readonly warnings?: readonly Problem[];
  readonly value: ValueMap;
  readonly place: Place;
}

/**
 * Reads and merges values as Helm does.
 * @throws ValuesError with the problems of all files
 */
export function readValues(source: ValuesSource): Values {
  const problems: Problem[] = [];
  const parts: Part[] = [];
  const add = (part: Part | undefined) => part && parts.push(part);
  const isStandardInput = (file: string) => file === STANDARD_INPUT;
  if ([...(source.files ?? []), ...(source.secretFiles ?? [])].filter(isStandardInput).length > 1)
    throw new ValuesError([{ message: 'standard input is given more than once, but can be read only once' }]);
  for (const file of source.files ?? []) add(readFile(file, false, problems));
  for (const file of source.secretFiles ?? []) add(readFile(file, true, problems));
  if (source.values !== undefined) add(copyPlain(source.values, problems));
  if (problems.length) throw new ValuesError(problems);
  for (const { value, place } of parts) {
    const other = otherFile(value);
    if (other) problems.push({ position: positionIn(place, other.place), message: other.message });
  }
  if (problems.length) throw new ValuesError(problems);
  if (!parts.length) return new Values({}, { secret: false, children: new Map() }, false);
  const merged = parts.reduce((base, over): Part => ({
    value: mergeMaps(base.value, over.value),
    place: mergePlaces(base.place, over.place),
  }));
  return new Values(
    merged.value,
    merged.place,
    Boolean(source.secretFiles?.length),
    parts.flatMap(({ warnings }) => warnings ?? []),
    new Map(parts.flatMap(({ file: named }) => (named ? [named] : []))),
  );
}

function readFile(file: string, secret: boolean, problems: Problem[]): Part | undefined {
  const text = readText(file, problems);
  if (text === undefined) return undefined;
  const name = nameOf(file);
  const result = readYaml(text, name, secret);
  problems.push(...result.problems);
  if (result.problems.length) return undefined;
  // An empty file, or one with nothing but comments, is an empty map to Helm.
  const value: Value = result.value ?? {};
  if (typeof value === 'object' && !Array.isArray(value))
    return { file: [name, text], value, place: result.place, warnings: result.warnings };
  problems.push({
    position: result.place.position?.(),
    message: `a values file is a map of keys; this is ${describe(value)}`,
  });
  return undefined;
}

const STANDARD_INPUT = '-';

/** The name by which people know a file. */
function nameOf(file: string): string {
  return file === STANDARD_INPUT ? '<stdin>' : file;
}

function readText(file: string, problems: Problem[]): string | undefined {
  const fail = (message: string, at: Partial<Position> = {}) => {
    problems.push({ position: { file: nameOf(file), ...at }, message });
    return undefined;
  };
  if (file === '') {
    problems.push({ message: 'the name of a values file is empty' });
    return undefined;
  }
  try {
    if (file === STANDARD_INPUT) return decode(readFileSync(0), fail);
    if (statSync(file).isDirectory()) return fail('this is a directory, not a values file');
    return decode(readFileSync(file), fail);
  } catch (error) {
    return fail(`cannot be read: ${fileProblem(error)}`);
  }
}

/** Made once, as that takes longer than to read a file. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer, fail: (message: string, at?: Partial<Position>) => undefined): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return (encoding === 'utf-8' ? UTF_8 : new TextDecoder(encoding, { fatal: true })).decode(bytes);
  } catch {
    return fail(`the file is not ${encoding.toUpperCase()} text; save it as UTF-8`, placeOfBadByte(bytes, encoding));
  }
}

/** Line and column of the first byte that is not UTF-8. */
function placeOfBadByte(bytes: Buffer, encoding: string): Partial<Position> {
  if (encoding !== 'utf-8') return {};
  const isText = (part: Buffer) => {
    // A prefix may end within a character, which streaming forgives.
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(part, { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isText(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const lines = bytes
    .subarray(0, good)
    .toString('utf8')
    .split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...lines[lines.length - 1]].length + 1 };
}
