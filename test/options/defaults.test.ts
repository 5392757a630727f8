import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import * as ts from 'typescript';
import { isMap, nonEmpty, Path } from '../../lib/data/maps';
import { traitsOf } from '../../lib/jupyterhub/classes';
import { DEFAULTS } from '../../lib/options/defaults';
import { Labels } from '../../lib/release/labels';
import { ENUMS, StructName, STRUCTS, Type } from '../../lib/options/wire/option-types';
import { CLAIM_TRAITS, SERVER_TRAITS } from '../../lib/options/spawner/server-traits';
import { alternatives } from '../../lib/options/wire/lookup';

const OPTIONS = join(__dirname, '..', '..', 'lib', 'options');

/** What is declared of each interface: the default of each member, and the interfaces that it extends. */
interface Declared {
  readonly defaults: ReadonlyMap<string, string>;
  readonly bases: readonly string[];
}

function declaredOf(node: ts.InterfaceDeclaration): Declared {
  const defaults = node.members.flatMap((member): [string, string][] => {
    const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default');
    const text = ts.getTextOfJSDocComment(tag?.comment)?.trim();
    return text === undefined ? [] : [[member.name!.getText(), text]];
  });
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.expression.getText()));
  return { defaults: new Map(defaults), bases };
}

const INTERFACES = new Map(
  readdirSync(OPTIONS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .concat('../kubernetes/props.ts')
    .map((name) => ts.createSourceFile(name, readFileSync(join(OPTIONS, name), 'utf8'), ts.ScriptTarget.ES2020, true))
    .flatMap(({ statements }) => statements.filter(ts.isInterfaceDeclaration))
    .map((node) => [node.name.text, declaredOf(node)] as const),
);

function declaredDefault(struct: string, member: string): string | undefined {
  const { defaults, bases } = INTERFACES.get(struct) ?? { defaults: new Map<string, string>(), bases: [] };
  return defaults.get(member) ?? bases.map((base) => declaredDefault(base, member)).find(Boolean);
}

interface Option {
  readonly path: Path;
  readonly declared: string | undefined;
  readonly value: unknown;
}

/** The options of a struct with the values that the library gives them, those of structs in it by themselves. */
function optionsOf(struct: StructName, defaults: unknown, path: Path = []): Option[] {
  return Object.entries(STRUCTS[struct]).flatMap(([member, { type, wireName }]): Option[] => {
    const key = wireName ?? member;
    const value = isMap(defaults) ? defaults[key] : undefined;
    const own = structOf(type);
    const here = { path: [...path, member], declared: declaredDefault(struct, member), value };
    // Nobody declares the members of what is Kubernetes' own.
    return own && isMap(value) && INTERFACES.has(own) ? [here, ...optionsOf(own, value, here.path)] : [here];
  });
}

function structOf(type: Type): StructName | undefined {
  for (const one of alternatives(type)) if (typeof one === 'object' && 'struct' in one) return one.struct;
  return undefined;
}

const all = optionsOf('JupyterHubProps', DEFAULTS);

/** A declared default as a value: a literal, a member of an enum, a duration, or a string as it is. */
function valueOf(declared: string): unknown {
  const [, name, member] = /^(\w+)\.(\w+)$/.exec(declared) ?? [];
  if (name in ENUMS) return ENUMS[name as keyof typeof ENUMS].members[member as never];
  try {
    const value = new Function('Duration', `return (${declared})`)(Duration) as unknown;
    return value instanceof Duration ? value.toSeconds() : value;
  } catch {
    return declared;
  }
}

const TRAITS = new Map([...SERVER_TRAITS, ...CLAIM_TRAITS]);

/** What KubeSpawner does where the library writes nothing. */
function ofKubeSpawner([component, ...option]: Path): unknown {
  const trait = TRAITS.get(option.join('.'));
  return component === 'spawner' && trait !== undefined ? traitsOf('KubeSpawner').get(trait)?.default : undefined;
}

/** Defaults that stand neither among the library's nor among the traits: KubeSpawner takes its port for 0. */
const ELSEWHERE: Readonly<Record<string, unknown>> = {
  nameOverride: new Labels('jhub', undefined).object('hub')['app.kubernetes.io/name'],
  'spawner.port': 8888,
  'proxy.exposure.httpRoute.gateway.group': 'gateway.networking.k8s.io',
  'proxy.exposure.httpRoute.gateway.kind': 'Gateway',
};

/** An image in one string, as it is declared. */
function shown(value: unknown): unknown {
  if (isMap(value) && 'name' in value && 'tag' in value) return `${String(value.name)}:${String(value.tag)}`;
  return nonEmpty(value);
}

const literals = all.filter(({ declared }) => declared !== undefined && !declared.startsWith('- '));

test('the options are found', () => {
  expect(literals.length).toBeGreaterThan(250);
});

test.each(literals.map((option) => [option.path.join('.'), option] as const))('%s', (name, option) => {
  const value = option.value ?? ELSEWHERE[name] ?? ofKubeSpawner(option.path);
  expect(shown(value)).toEqual(shown(valueOf(option.declared!)));
});
