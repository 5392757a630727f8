import * as spec from '@jsii/spec';
import { defaultText, describe, example, link, Locate, nameOf, table, typeText } from './text';

/** In the order in which the source declares them; jsii sorts by name. */
function declared<T extends spec.SourceLocatable>(members: readonly T[] = []): readonly T[] {
  return [...members].sort((one, other) => (one.locationInModule?.line ?? 0) - (other.locationInModule?.line ?? 0));
}

/** The section of a page that describes a type. */
export function section(type: spec.Type, types: Readonly<Record<string, spec.Type>>, locate: Locate): string {
  const body = spec.isClassType(type)
    ? ofClass(type, locate)
    : spec.isEnumType(type)
      ? ofEnum(type)
      : ofStruct(type, types, locate);
  return ['', `## ${type.name}`, '', describe(type.docs), ...example(type.docs), ...body].join('\n');
}

function ofClass(type: spec.ClassType, locate: Locate): readonly string[] {
  const properties = declared(type.properties).filter(({ name }) => !name.startsWith('_'));
  const methods = declared(type.methods);
  return [
    ...(type.base ? ['', `Extends ${link(nameOf(type.base), locate)}.`] : []),
    ...constructorOf(type, locate),
    ...methodTable(type.name, methods, locate),
    ...table(
      ['property', 'type', 'description'],
      properties.map((property) => [
        `\`${property.static ? `${type.name}.` : ''}${property.name}\``,
        typeText(property.type, locate),
        describe(property.docs),
      ]),
    ),
    ...[...properties, ...methods].flatMap(({ name, docs }) => example(docs, name)),
  ];
}

function constructorOf({ name, initializer, abstract }: spec.ClassType, locate: Locate): readonly string[] {
  if (!initializer || abstract) return [];
  const parameters = initializer.parameters ?? [];
  const signature = parameters.map((one) => `${one.name}${one.optional ? '?' : ''}: ${typeText(one.type)}`).join(', ');
  return [
    '',
    `\`new ${name}(${signature})\``,
    ...table(
      ['parameter', 'type', 'description'],
      parameters.map((one) => [`\`${one.name}\``, typeText(one.type, locate), describe(one.docs)]),
    ),
    ...example(initializer.docs, `new ${name}`),
  ];
}

function methodTable(type: string, methods: readonly spec.Method[], locate: Locate): readonly string[] {
  return table(
    ['method', 'parameters', 'gives', 'description'],
    methods.map(({ name, static: ofType, parameters = [], returns, docs }) => [
      `\`${ofType ? `${type}.` : ''}${name}\``,
      parameters.map((one) => parameterText(one, locate)).join(', '),
      returns ? typeText(returns.type, locate) : '',
      [
        describe(docs),
        ...parameters.filter((one) => one.docs).map((one) => `\`${one.name}\`: ${describe(one.docs)}`),
      ].join(' '),
    ]),
  );
}

function parameterText({ name, type, optional, variadic }: spec.Parameter, locate: Locate): string {
  return `${variadic ? '...' : ''}${name}${optional ? '?' : ''}: ${typeText(type, locate)}${variadic ? '[]' : ''}`;
}

function ofStruct(
  type: spec.InterfaceType,
  types: Readonly<Record<string, spec.Type>>,
  locate: Locate,
): readonly string[] {
  const options = declared(type.properties);
  const parents = (type.interfaces ?? []).map((parent) => inherited(parent, types, locate));
  return [
    ...table(
      ['option', 'type', 'default', 'description'],
      options.map((option) => [
        `\`${option.name}\``,
        typeText(option.type, locate),
        defaultText(option),
        describe(option.docs),
      ]),
    ),
    ...parents.flatMap((parent) => ['', parent]),
    ...options.flatMap(({ name, docs }) => example(docs, name)),
  ];
}

/** Options that a struct has from another one: by name, as that one describes them. */
function inherited(fqn: string, types: Readonly<Record<string, spec.Type>>, locate: Locate): string {
  const names = declared((types[fqn] as spec.InterfaceType | undefined)?.properties).map(({ name }) => `\`${name}\``);
  return `And the options of ${link(nameOf(fqn), locate)}: ${names.join(', ')}.`;
}

function ofEnum(type: spec.EnumType): readonly string[] {
  return table(
    ['member', 'description'],
    type.members.map(({ name, docs }) => [`\`${type.name}.${name}\``, describe(docs)]),
  );
}
