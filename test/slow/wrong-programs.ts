// Holds the words beside each `@ts-expect-error` of test/types/wrong-programs.ts against the compiler's own: the programs fail for the
// reason that is meant, not for a slip of the pen. That they fail at all is what `npm run typecheck` sees to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '../..');
const file = join(root, 'test/types/wrong-programs.ts');
const text = readFileSync(file, 'utf8');
const DIRECTIVE = /^ *\/\/ @ts-expect-error (.*)$/gm;

/** The compiler's errors by line, when nothing silences it. */
function errors(): Map<number, string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: ['node'] }, root);
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (name === file ? text.replace(DIRECTIVE, '// $1') : read(name));
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`cannot read ${file}`);
  return new Map(
    program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => {
      const { line } = source.getLineAndCharacterOfPosition(start);
      return [line, ts.flattenDiagnosticMessageText(messageText, '\n')];
    }),
  );
}

const found = errors();
const expected = [...text.matchAll(DIRECTIVE)].map(({ index, 1: words = '' }) => ({
  line: text.slice(0, index).split('\n').length,
  words,
}));

let passed = 0;
for (const { line, words } of expected) {
  const error = found.get(line);
  if (error?.includes(words)) passed += 1;
  else console.log(`FAIL line ${line + 1}: expected: ${words}\n  found: ${error ?? 'no error in the line after'}`);
  found.delete(line);
}
for (const [line, words] of found) console.log(`FAIL line ${line + 1}: nobody expects: ${words}`);
const failed = expected.length - passed + found.size;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || expected.length < 25 ? 1 : 0;
