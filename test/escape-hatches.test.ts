import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const lib = join(__dirname, '../lib');

/** Members that take anything: what the library passes on as it is. */
const ESCAPE_HATCHES = new Set([
  'args', // of kube-scheduler's plugins; elsewhere strings
  'config',
  'custom',
  'data',
  'extra',
  'extraContainerConfig',
  'extraDynamicConfig',
  'extraPodConfig',
  'extraPodSpec',
  'extraStaticConfig',
  'overrides', // checked when the program runs
  'templateVars',
  'traits',
  'values',
]);

/** What cdk8s declares so. */
const OF_CDK8S = new Set(['toJson', 'onValidate']);

interface Member {
  readonly of: string;
  readonly name: string;
  readonly docs: string;
  readonly isOption: boolean;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(lib, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Whether `any` stands in the declaration; what a body does is not its business. */
function takesAnything(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return true;
  return !ts.isBlock(node) && (ts.forEachChild(node, (child) => takesAnything(child) || undefined) ?? false);
}

/** Members of the public API that take anything. */
function untyped(): readonly Member[] {
  const files = ts.preProcessFile(readFileSync(join(lib, 'index.ts'), 'utf8')).importedFiles;
  const types = files
    .flatMap(({ fileName }) => [...parse(`${fileName}.ts`).statements])
    .filter((node) => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node));
  return types.flatMap((type) =>
    [...type.members]
      .filter((member) => !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private))
      .filter(takesAnything)
      .map((member) => ({
        of: type.name?.text ?? '',
        name: member.name?.getText() ?? 'constructor',
        docs: ts
          .getJSDocCommentsAndTags(member)
          .map((docs) => docs.getText())
          .join('\n'),
        isOption: ts.isInterfaceDeclaration(type),
      }))
      .filter(({ docs, name }) => !docs.includes('@internal') && !OF_CDK8S.has(name)),
  );
}

test('nothing but the escape hatches takes anything', () => {
  expect(untyped().length).toBeGreaterThan(10);
  expect(untyped().filter(({ name }) => !ESCAPE_HATCHES.has(name))).toEqual([]);
});

test('every option that is an escape hatch tells so, in the same words', () => {
  const silent = untyped().filter(
    ({ isOption, name, docs }) =>
      isOption && name !== 'overrides' && !docs.includes('Escape hatch: passed on as it is, unchecked.'),
  );
  expect(silent.map(({ of, name }) => `${of}.${name}`)).toEqual([]);
});
