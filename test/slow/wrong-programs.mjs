// Holds the words beside each `@ts-expect-error` of test/types/wrong-programs.ts against the compiler's own: the programs fail for the
// reason that is meant, not for a slip of the pen. That they fail at all is what `npm run typecheck` sees to.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const file = join(root, 'test/types/wrong-programs.ts');
const text = readFileSync(file, 'utf8');
const directive = /^ *\/\/ @ts-expect-error (.*)$/gm;

const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: ['node'] }, root);
const host = ts.createCompilerHost(options);
const read = host.readFile.bind(host);
// The same lines, without what silences the compiler.
host.readFile = (name) => (name === file ? text.replace(directive, '// $1') : read(name));
const program = ts.createProgram([file], options, host);
const source = program.getSourceFile(file);

const found = new Map(
  program.getSemanticDiagnostics(source).map(({ start, messageText }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    return [line, ts.flattenDiagnosticMessageText(messageText, '\n')];
  }),
);
const expected = [...text.matchAll(directive)].map(({ index, 1: words }) => ({
  line: text.slice(0, index).split('\n').length,
  words,
}));

let passed = 0;
for (const { line, words } of expected) {
  if (found.get(line)?.includes(words)) passed += 1;
  else
    console.log(
      `FAIL line ${line + 1}: expected: ${words}\n  found: ${found.get(line) ?? 'no error in the line after'}`,
    );
  found.delete(line);
}
for (const [line, words] of found) console.log(`FAIL line ${line + 1}: nobody expects: ${words}`);
const failed = expected.length - passed + found.size;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || expected.length < 25 ? 1 : 0;
