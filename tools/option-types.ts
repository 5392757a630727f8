// Writes lib/options/wire/option-types.ts: every struct of the public API and of `k8s` of cdk8s-plus that one holds, with its members' types.
// With --check it only tells whether the file is up to date. Usage: node --import tsx tools/option-types.ts [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as prettier from 'prettier';
import * as ts from 'typescript';

type Declaration = ts.InterfaceDeclaration | ts.EnumDeclaration | ts.ClassDeclaration;
type Declarations = ReadonlyMap<string, Declaration>;

const root = resolve(__dirname, '..');
const plus = `${root}/node_modules/cdk8s-plus-28/lib`;
const output = `${root}/lib/options/wire/option-types.ts`;

/** Where `k8s` begins the names of a declaration's neighbours, they are Kubernetes' own. */
const K8S = 'k8s.';

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** What files export, by name. */
function declarations(files: readonly string[], prefix = ''): Declarations {
  const isDeclaration = (node: ts.Statement): node is Declaration =>
    (ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node) || ts.isClassDeclaration(node)) &&
    (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;
  const all = files.flatMap((file) => parse(file).statements.filter(isDeclaration));
  return new Map(all.map((declaration) => [prefix + (declaration.name?.text ?? ''), declaration]));
}

/** The files of the public API: those that the index exports. */
function publicFiles(): string[] {
  const exports = parse(`${root}/lib/index.ts`).statements.filter(ts.isExportDeclaration);
  return exports.map(({ moduleSpecifier }) => `${root}/lib/${(moduleSpecifier as ts.StringLiteral).text}.ts`);
}

const own = declarations(publicFiles());
const kubernetes = declarations([`${plus}/imports/k8s.d.ts`], K8S);
const plusFiles = readdirSync(plus).filter((file) => file.endsWith('.d.ts'));
const plusOwn = declarations(plusFiles.map((file) => `${plus}/${file}`));

const structs = new Map<string, string[]>();
const enums = new Map<string, string>();

const quoted = (text: string) => JSON.stringify(text);

/** A struct, as jsii tells it from an interface of classes. */
function isStruct(declaration: Declaration | undefined): declaration is ts.InterfaceDeclaration {
  return declaration !== undefined && ts.isInterfaceDeclaration(declaration) && !/^I[A-Z]/.test(declaration.name.text);
}

function findDeclaration(name: string, prefix: string): { name: string; prefix: string; found?: Declaration } {
  const inK8s = kubernetes.get(prefix + name);
  if (inK8s) return { name: prefix + name, prefix: K8S, found: inK8s };
  return { name, prefix: '', found: own.get(name) ?? plusOwn.get(name) };
}

function namedType(text: string, prefix: string): string {
  const { name, prefix: below, found } = findDeclaration(text, prefix);
  if (isStruct(found)) {
    addStruct(name, found, below);
    return `{ struct: ${quoted(name)} }`;
  }
  if (found && ts.isEnumDeclaration(found)) {
    addEnum(name, found);
    return `{ enum: ${quoted(name)} }`;
  }
  return `{ instance: ${quoted(name)} }`;
}

/** The code of a type. */
function typeCode(node: ts.TypeNode, prefix: string): string {
  if (ts.isParenthesizedTypeNode(node)) return typeCode(node.type, prefix);
  if (ts.isArrayTypeNode(node)) return `{ list: ${typeCode(node.elementType, prefix)} }`;
  if (ts.isUnionTypeNode(node)) return `{ anyOf: [${node.types.map((type) => typeCode(type, prefix)).join(', ')}] }`;
  if (ts.isTypeLiteralNode(node)) {
    const [index] = node.members;
    if (!ts.isIndexSignatureDeclaration(index)) throw new Error(`no map: ${node.getText()}`);
    return `{ map: ${typeCode(index.type, prefix)} }`;
  }
  if (ts.isTypeReferenceNode(node)) return namedType(node.getText(), prefix);
  return quoted(node.getText());
}

/** Members that the wire spells in another way than the generator. */
function wireNames(): Map<string, string> {
  const text = readFileSync(`${plus}/imports/k8s.js`, 'utf8');
  const functions = text.matchAll(/^function toJson_(\w+)\(obj\) \{([^]*?)^\}/gm);
  const all = [...functions].flatMap(([, struct, body]) =>
    [...body.matchAll(/^ {8}'([^']+)': [^\n]*?obj\.(\w+)/gm)]
      .filter(([, wireName, member]) => wireName !== member)
      .map(([, wireName, member]): [string, string] => [`${K8S}${struct}.${member}`, wireName]),
  );
  return new Map(all);
}

const WIRE_NAMES = wireNames();

function memberCodes(struct: string, declaration: ts.InterfaceDeclaration, prefix: string): Map<string, string> {
  const codes = new Map<string, string>();
  const parents = (declaration.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .map(({ expression }) => own.get(expression.getText()));
  for (const parent of parents) {
    if (!isStruct(parent)) throw new Error(`${struct} extends what is no struct`);
    for (const [name, code] of memberCodes(struct, parent, prefix)) codes.set(name, code);
  }
  for (const member of declaration.members.filter(ts.isPropertySignature)) {
    const name = member.name.getText();
    if (!member.type) throw new Error(`${struct}.${name} has no type`);
    const wireName = WIRE_NAMES.get(`${struct}.${name}`);
    const required = member.questionToken ? '' : ', required: true';
    const renamed = wireName === undefined ? '' : `, wireName: ${quoted(wireName)}`;
    codes.set(name, `${name}: { type: ${typeCode(member.type, prefix)}${required}${renamed} },`);
  }
  return codes;
}

function addStruct(name: string, declaration: ts.InterfaceDeclaration, prefix: string): void {
  if (structs.has(name)) return;
  const lines: string[] = [];
  structs.set(name, lines);
  lines.push(...memberCodes(name, declaration, prefix).values());
}

function addEnum(name: string, declaration: ts.EnumDeclaration): void {
  const members = declaration.members.map(({ name: member, initializer }) => {
    if (!initializer || !ts.isStringLiteral(initializer)) throw new Error(`${name}.${member.getText()} is no string`);
    return `${member.getText()}: ${quoted(initializer.text)}`;
  });
  enums.set(
    name,
    `{ module: ${quoted(own.has(name) ? 'cdk8s-jupyterhub' : 'cdk8s-plus-28')}, members: { ${members.join(', ')} } }`,
  );
}

for (const [name, declaration] of own) if (isStruct(declaration)) addStruct(name, declaration, '');

/** The methods of the public API that take arguments, and what they take. */
function methodCodes(): string[] {
  return [...own.values()].filter(ts.isClassDeclaration).flatMap((declaration) =>
    declaration.members.filter(isPublicMethod).map((method) => {
      const parameters = method.parameters.map(({ name, type, questionToken, initializer, dotDotDotToken }) => {
        if (!type) throw new Error(`${method.name.getText()} has a parameter without a type`);
        // The type of a rest parameter is a list.
        const code = typeCode(dotDotDotToken && ts.isArrayTypeNode(type) ? type.elementType : type, '');
        const required = (questionToken ?? initializer ?? dotDotDotToken) ? '' : ', required: true';
        return `{ name: ${quoted(name.getText())}, type: ${code}${required}${dotDotDotToken ? ', variadic: true' : ''} },`;
      });
      return `${quoted(`${declaration.name?.text ?? ''}.${method.name.getText()}`)}: [\n${parameters.join('\n')}\n],`;
    }),
  );
}

function isPublicMethod(member: ts.ClassElement): member is ts.MethodDeclaration {
  if (!ts.isMethodDeclaration(member) || !member.parameters.length) return false;
  const isHidden = ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
  return !isHidden && !member.name.getText().startsWith('_');
}

/** Fields that a newer Kubernetes has, by struct. The generator of structs writes names of types its own way. */
function newerFields(): string[] {
  const text = readFileSync(`${root}/imports/k8s-newer-fields.json`, 'utf8');
  const fields = Object.entries(JSON.parse(text) as Record<string, string[]>);
  const byName = new Map(fields.map(([name, own]) => [`${K8S}${name}`.toLowerCase(), own]));
  return [...structs.keys()].sort().flatMap((name) => {
    const own = byName.get(name.toLowerCase());
    return own ? [`${quoted(name)}: ${JSON.stringify(own)},`] : [];
  });
}

// Before the structs and enums are written, as methods add theirs.
const methods = methodCodes().sort();
const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const union = (map: ReadonlyMap<string, unknown>) =>
  sorted(map)
    .map(([name]) => quoted(name))
    .join(' | ');
const structCodes = sorted(structs).map(([name, lines]) => `${quoted(name)}: {\n${lines.join('\n')}\n},`);
const enumCodes = sorted(enums).map(([name, code]) => `${quoted(name)}: ${code},`);

const code = `// Generated by \`npm run options\` from the interfaces of lib/ and of \`k8s\` of cdk8s-plus: not to be edited.
import type { Enum, MemberOf, MembersOf, ParameterOf, TypeOf } from './types';

export type StructName = ${union(structs)};

export type EnumName = ${union(enums)};

export type Type = TypeOf<StructName, EnumName>;
export type Member = MemberOf<Type>;
export type Members = MembersOf<Type>;

/** The structs of programs, with their members. */
export const STRUCTS: Readonly<Record<StructName, Members>> = {
${structCodes.join('\n')}
};

/** The methods of the public API, with their parameters. */
export const METHODS = {
${methods.join('\n')}
} satisfies Readonly<Record<string, readonly ParameterOf<Type>[]>>;

/** Fields of structs that a newer Kubernetes has. */
export const NEWER_FIELDS: Readonly<Partial<Record<StructName, readonly string[]>>> = {
${newerFields().join('\n')}
};

/** The enums of programs. */
export const ENUMS: Readonly<Record<EnumName, Enum>> = {
${enumCodes.join('\n')}
};
`;

async function main(): Promise<void> {
  const options = await prettier.resolveConfig(output);
  const formatted = await prettier.format(code, { ...options, parser: 'typescript' });
  if (!process.argv.includes('--check')) {
    writeFileSync(output, formatted);
  } else if (readFileSync(output, 'utf8') !== formatted) {
    console.error('lib/options/wire/option-types.ts is out of date: run npm run options');
    process.exitCode = 1;
  }
}

void main();
