import { dirname, join } from 'node:path/posix';
import * as ts from 'typescript';

/** Sources by their path, such as `lib/hub.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** An import between two files, or of a package. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** What each file imports. Imports of types count unless `loaded` asks only for what is still there once types are erased. */
export function arrows(sources: Sources, options: { loaded?: boolean } = {}): readonly Arrow[] {
  return [...sources].flatMap(([from, text]) => {
    const { importedFiles } = ts.preProcessFile(options.loaded ? withoutTypes(text) : text);
    return importedFiles.map(({ fileName }) => ({ from, to: resolve(from, fileName, sources) }));
  });
}

function withoutTypes(text: string): string {
  return ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } })
    .outputText;
}

/** The file that is meant; a package by its name. */
function resolve(from: string, specifier: string, sources: Sources): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = join(dirname(from), specifier);
  return [path, `${path}.ts`, `${path}/index.ts`].find((file) => sources.has(file)) ?? path;
}

/** Imports from a room to one that does not stand below it. A file outside of all rooms is reported as such by `strays`. */
export function upward(all: readonly Arrow[], floors: readonly (readonly string[])[]): readonly string[] {
  const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
  return all
    .filter(({ from, to }) => to.startsWith('lib/') && roomOf(from) !== roomOf(to))
    .filter(({ from, to }) => floorOf(roomOf(to)) <= floorOf(roomOf(from)))
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** The folder of `lib/` that a file is in, or its name where it is in none. */
export function roomOf(file: string): string {
  return file.split('/')[1] as string;
}

/** Files that import each other, straight or by way of others: each circle once, by the files on it. */
export function circles(all: readonly Arrow[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

/** How a file comes to load what it may not: the imports from the one to the other, for each that is forbidden. */
export function ways(all: readonly Arrow[], start: string, forbidden: (target: string) => boolean): readonly string[] {
  const found: string[] = [];
  const seen = new Set([start]);
  const queue: (readonly string[])[] = [[start]];
  for (const path of queue) {
    for (const { to } of all.filter(({ from }) => from === path.at(-1))) {
      if (seen.has(to)) continue;
      seen.add(to);
      if (forbidden(to)) found.push([...path, to].join(' > '));
      else queue.push([...path, to]);
    }
  }
  return found;
}
