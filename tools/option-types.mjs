// Writes lib/options/wire/option-types.json: every option with its type, as the interfaces of lib/ and of `k8s` of cdk8s-plus declare it.
// With --check it only tells whether the file is up to date. Usage: node tools/option-types.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const plus = `${root}/node_modules/cdk8s-plus-28/lib`;
const output = `${root}/lib/options/wire/option-types.json`;

function files(folder, ending, options = {}) {
  const names = readdirSync(folder, options).filter((name) => name.endsWith(ending));
  return names.map((name) => `${folder}/${name}`).sort();
}

function declarations(paths, prefix) {
  const found = new Map();
  for (const file of paths) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement) || ts.isClassDeclaration(statement)) {
        found.set(prefix + statement.name.text, statement);
      }
    }
  }
  return found;
}

const own = declarations(files(`${root}/lib`, '.ts', { recursive: true }), '');
const kubernetes = declarations([`${plus}/imports/k8s.d.ts`], 'k8s.');
const enums = declarations(files(plus, '.d.ts'), '');

/** A type in short: `string`, `k8s.Toleration[]`, `{string}` for a map, `string|number`. */
function shortType(node, prefix) {
  if (ts.isArrayTypeNode(node)) return `${shortType(node.elementType, prefix)}[]`;
  if (ts.isParenthesizedTypeNode(node)) return `(${shortType(node.type, prefix)})`;
  if (ts.isUnionTypeNode(node)) return node.types.map((type) => shortType(type, prefix)).join('|');
  if (ts.isTypeLiteralNode(node)) return `{${shortType(node.members[0].type, prefix)}}`;
  const text = node.getText();
  return ts.isTypeReferenceNode(node) && kubernetes.has(prefix + text) ? prefix + text : text;
}

function members(declaration, prefix) {
  const inherited = (declaration.heritageClauses ?? [])
    .flatMap((clause) => clause.types)
    .map((type) => own.get(type.expression.getText()))
    .filter((parent) => parent !== undefined);
  const all = declaration.members.filter((member) => ts.isPropertySignature(member));
  return Object.assign(
    {},
    ...inherited.map((parent) => members(parent, prefix)),
    Object.fromEntries(
      all.map((member) => {
        const name = member.name.text;
        return [member.questionToken ? `${name}?` : name, shortType(member.type, prefix)];
      }),
    ),
  );
}

const structs = {};
const choices = {};

function addChoice(name, declaration, module) {
  const values = declaration.members.map((member) => [member.name.getText(), member.initializer.text]);
  choices[name] = { module, members: Object.fromEntries(values) };
}

function addNamed(type) {
  for (const [name] of type.matchAll(/[A-Za-z0-9_.]+/g)) {
    if (structs[name] || choices[name]) continue;
    const known = kubernetes.get(name);
    const choice = enums.get(name);
    if (known && ts.isInterfaceDeclaration(known)) addStruct(name, known, 'k8s.');
    else if (choice && ts.isEnumDeclaration(choice)) addChoice(name, choice, 'cdk8s-plus-28');
  }
}

function addStruct(name, declaration, prefix) {
  structs[name] = members(declaration, prefix);
  for (const type of Object.values(structs[name])) addNamed(type);
}

for (const [name, declaration] of own) {
  if (ts.isEnumDeclaration(declaration)) addChoice(name, declaration, 'cdk8s-jupyterhub');
}
for (const [name, declaration] of own) {
  if (ts.isInterfaceDeclaration(declaration) && /(Props|Traits|Rules|Keys)$/.test(name))
    addStruct(name, declaration, '');
}

/** Members that the wire spells in another way than the generator, by struct. */
function wireNames() {
  const text = readFileSync(`${plus}/imports/k8s.js`, 'utf8');
  const all = {};
  for (const [, name, body] of text.matchAll(/^function toJson_(\w+)\(obj\) \{([^]*?)^\}/gm)) {
    if (!structs[`k8s.${name}`]) continue;
    const pairs = [...body.matchAll(/^ {8}'([^']+)': [^\n]*?obj\.(\w+)/gm)].map(([, wire, member]) => [member, wire]);
    const renamed = pairs.filter(([member, wire]) => member !== wire);
    if (renamed.length) all[`k8s.${name}`] = Object.fromEntries(renamed);
  }
  return all;
}

const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
const rows = (map) =>
  Object.entries(sorted(map))
    .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');
const text = `{
  "structs": {
${rows(structs)}
  },
  "enums": {
${rows(choices)}
  },
  "wireNames": {
${rows(wireNames())}
  }
}
`;

if (process.argv.includes('--check')) {
  const same = readFileSync(output, 'utf8') === text;
  if (!same) console.error('lib/options/wire/option-types.json is out of date: run npm run options');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(output, text);
}
