import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as ts from 'typescript';

const LIB = resolve(__dirname, '../../lib');

/** Structs that are no options of a hub, and where they are tested. */
const ELSEWHERE: Record<string, string> = {
  CiLogonIdentityProviderProps: 'what a rule of Allow takes, in authenticator.test.ts',
  SuppressionProps: 'what rules do not tell, in rules/program.test.ts',
  DatabaseServerProps: 'what factories of Database take, in database.test.ts',
};

/** The public structs, each with the structs that its options are. */
function publicStructs(): Map<string, string[]> {
  const index = readFileSync(join(LIB, 'index.ts'), 'utf8');
  const files = [...index.matchAll(/'\.\/(.*)'/g)].map(([, file]) => join(LIB, `${file}.ts`));
  const interfaces = files.flatMap((file) =>
    ts
      .createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
      .statements.filter(ts.isInterfaceDeclaration)
      .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)),
  );
  const name = (type: ts.TypeNode | undefined) =>
    type && ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? [type.typeName.text] : [];
  const parents = (declaration: ts.InterfaceDeclaration) =>
    (declaration.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap(({ expression }) => (ts.isIdentifier(expression) ? [expression.text] : [])),
    );
  const options = (declaration: ts.InterfaceDeclaration) =>
    declaration.members.flatMap((member) => (ts.isPropertySignature(member) ? name(member.type) : []));
  return new Map(
    interfaces.map((declaration) => [declaration.name.text, [...parents(declaration), ...options(declaration)]]),
  );
}

test('every struct of the public API has a table, its own or that of a struct it is in', () => {
  const structs = publicStructs();
  const tables = readdirSync(__dirname).map((file) => readFileSync(join(__dirname, file), 'utf8'));
  const covered = new Set(
    tables.flatMap((text) => [...text.matchAll(/(?:Table|test\w+)<\s*(?:Omit<)?(\w+)/g)].map(([, struct]) => struct)),
  );
  for (const struct of covered) for (const inner of structs.get(struct) ?? []) covered.add(inner);
  expect(structs.size).toBeGreaterThan(60);
  expect([...structs.keys()].filter((struct) => !covered.has(struct) && !(struct in ELSEWHERE))).toEqual([]);
});
