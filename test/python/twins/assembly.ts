import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Assembly, EnumType, InterfaceType, Parameter, Property, Type, TypeReference } from '@jsii/spec';

const ROOT = join(__dirname, '../../..');

/** Packages whose types are in the API, with the names that Python programs have for their modules. */
const PACKAGES: Record<string, string> = {
  'cdk8s-jupyterhub': '',
  'cdk8s-plus-28': 'kplus.',
  'cdk8s-plus-28.k8s': 'k8s.',
  cdk8s: 'cdk8s.',
  constructs: 'constructs.',
};

function assemblyOf(folder: string): Assembly {
  return JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8')) as Assembly;
}

const ASSEMBLIES = [
  assemblyOf(ROOT),
  ...['cdk8s-plus-28', 'cdk8s', 'constructs'].map((name) =>
    assemblyOf(dirname(require.resolve(`${name}/package.json`))),
  ),
];

/** All types, by their names in the assemblies. */
const TYPES = new Map<string, Type>(ASSEMBLIES.flatMap(({ types }) => Object.entries(types ?? {})));

export const OWN = 'cdk8s-jupyterhub.';

/** Words that jsii takes apart, and Python has whole. */
const WORDS = JSON.parse(readFileSync(join(ROOT, 'tools/python-names.json'), 'utf8')) as Record<string, string>;
const APART = new RegExp(`(?<![a-z0-9])(${Object.keys(WORDS).join('|')})(?![a-z0-9])`);

export function typeOf(fqn: string): Type {
  const type = TYPES.get(fqn);
  if (!type) throw new Error(`no assembly has ${fqn}`);
  return type;
}

export function isStruct(fqn: string): boolean {
  const type = typeOf(fqn) as InterfaceType;
  return type.kind === 'interface' && type.datatype === true;
}

export function isEnum(fqn: string): boolean {
  return typeOf(fqn).kind === 'enum';
}

/** Structs of the package. */
export function ownStructs(): string[] {
  return [...TYPES.keys()].filter((fqn) => fqn.startsWith(OWN) && isStruct(fqn));
}

/** A struct and those that it extends. */
export function withBases(fqn: string): string[] {
  return [fqn, ...((typeOf(fqn) as InterfaceType).interfaces ?? []).flatMap(withBases)];
}

/** The members of a struct, with those that it extends, by name. */
export function membersOf(fqn: string): Map<string, Property> {
  const own = withBases(fqn).flatMap((one) => (typeOf(one) as InterfaceType).properties ?? []);
  return new Map(own.map((member) => [member.name, member]));
}

export function parametersOf(fqn: string, method: string): Parameter[] {
  const type = typeOf(fqn);
  const methods = 'methods' in type ? (type.methods ?? []) : [];
  const found = methods.find(({ name }) => name === method);
  if (!found) throw new Error(`${fqn} has no ${method}`);
  return found.parameters ?? [];
}

/** What a reference can be: itself, or one of a union. */
export function alternatives(type: TypeReference): TypeReference[] {
  return 'union' in type ? type.union.types.flatMap(alternatives) : [type];
}

export function enumMembers(fqn: string): string[] {
  return (typeOf(fqn) as EnumType).members.map(({ name }) => name);
}

/** The name that Python has for a member of a type. */
export function pythonName(name: string, fqn: string): string {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
  const whole = fqn.startsWith(OWN) ? snake.replace(APART, (word) => WORDS[word]) : snake;
  return /^(from|except|continue|in|is|as|with|for|or|not)$/.test(whole) ? `${whole}_` : whole;
}

/** The expression that Python has for a type. */
export function pythonType(fqn: string): string {
  const end = fqn.lastIndexOf('.');
  return `${PACKAGES[fqn.slice(0, end)]}${fqn.slice(end + 1)}`;
}
