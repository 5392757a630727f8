// Serves test_authenticators.py and test_who_gets_in.py. `table` prints the factories with their options and what is written about these, and
// the rules; `objects` reads calls of factories by name, and prints the objects of a release with each; `traits` the class and its traits, or
// why it is refused; `documented` those of each program in README and docs. All are JSON.
import { readdirSync, readFileSync } from 'node:fs';
import * as ts from 'typescript';
import { Allow } from '../../../../lib/options/authenticator/allow';
import { Authenticator } from '../../../../lib/options/authenticator/authenticator';
import { COMMON_ALLOW } from '../../../../lib/options/authenticator/kind';
import { KINDS } from '../../../../lib/options/authenticator/kinds';
import { identityProviderProps } from '../../../../lib/options/authenticator/identity-provider';
import { isMap, mapValues } from '../../../../lib/data/maps';
import { whoGetsIn } from '../../../../lib/rules/access/who-gets-in';
import { SecretValue } from '../../../../lib/secrets/secret-value';
import { reveal } from '../../../../lib/secrets/secrets';
import { memberOf } from '../../../../lib/options/wire/lookup';
import { ENUMS, Type } from '../../../../lib/options/wire/option-types';
import { Enum } from '../../../../lib/options/wire/types';
import { objectsOf } from '../../../support/typed';

interface Call {
  readonly factory: string;
  readonly args: readonly unknown[];
  readonly props: Record<string, unknown>;
  readonly allow: readonly (readonly [rule: string, args: unknown[]])[];
}

const enums: Readonly<Partial<Record<string, Enum>>> = ENUMS;

type Functions<T> = Record<string, (...args: unknown[]) => T>;

function source(name: string): ts.SourceFile {
  const file = `lib/options/authenticator/${name}.ts`;
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2020, true);
}

/** What is said of each option of each interface: `Class.trait` and the default. */
function documented(): Record<string, Record<string, { text: string; byDefault?: string }>> {
  const interfaces = ['props', 'oauth-props'].flatMap((name) =>
    source(name).statements.filter(ts.isInterfaceDeclaration),
  );
  const own = Object.fromEntries(
    interfaces.map((declaration) => [
      declaration.name.text,
      {
        parents: (declaration.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText())),
        options: Object.fromEntries(
          declaration.members.map((member) => {
            const tags = ts.getJSDocTags(member).filter(({ tagName }) => tagName.text === 'default');
            const [comment] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
            const written = ts.getTextOfJSDocComment(tags[0]?.comment);
            const [choice, one] = written?.split('.') ?? [];
            const byDefault = enums[choice ?? '']?.members[one ?? ''] ?? written;
            return [member.name?.getText(), { text: ts.getTextOfJSDocComment(comment?.comment) ?? '', byDefault }];
          }),
        ),
      },
    ]),
  );
  const all = (name: string): object => Object.assign({}, ...own[name].parents.map(all), own[name].options) as object;
  const [authenticator] = source('authenticator').statements.filter(ts.isClassDeclaration);
  const factories = authenticator.members.filter(ts.isMethodDeclaration).map((method) => {
    const props = method.parameters.find(({ name }) => name.getText() === 'props')?.type?.getText() ?? '';
    return [method.name.getText(), props in own ? all(props) : {}];
  });
  return Object.fromEntries(factories) as ReturnType<typeof documented>;
}

/** The secrets that JSON can only hint at. */
function withSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSecrets);
  if (!isMap(value)) return value;
  const { literal, reference } = value as { literal?: string; reference?: [string, string] };
  if (literal !== undefined) return SecretValue.literal(literal);
  return reference ? SecretValue.fromSecret(...reference) : mapValues(value, withSecrets);
}

/** What the type of an option is called in the test. */
function kindOf(type: Type | undefined): string {
  if (type === 'string') return 'text';
  if (typeof type !== 'object') return type ?? '';
  if ('enum' in type) return 'text';
  if ('list' in type) return `${kindOf(type.list)}s`;
  return 'map' in type ? 'map' : 'secret';
}

/** The factories, each option with its trait and what it takes. */
function kinds(): unknown[] {
  return KINDS.map((kind) => {
    const options = Object.entries(kind.options).map(([option, trait]) => {
      return [option, { trait, kind: kindOf(memberOf(kind.props, option)?.type) }];
    });
    return { ...kind, options: Object.fromEntries(options) as unknown };
  });
}

/** Arguments of a rule. Identity providers are in the words of their trait here. */
function ruleArguments(rule: string, values: unknown[]): unknown[] {
  if (rule !== 'identityProviders') return values;
  const entries = Object.entries(values[0] as Record<string, Record<string, unknown>>);
  return [Object.fromEntries(entries.map(([id, traits]) => [id, identityProviderProps(traits)]))];
}

function made({ factory, args, props, allow }: Call): Authenticator {
  const rules = allow.map(([rule, values]) => {
    return (Allow as unknown as Functions<Allow>)[rule](...ruleArguments(rule, values));
  });
  const make = (Authenticator as unknown as Functions<Authenticator>)[factory];
  const kind = KINDS.find((one) => one.factory === factory);
  const given = mapValues(withSecrets(props) as Record<string, unknown>, (value, option) => {
    const type = kind && memberOf(kind.props, option)?.type;
    const isOfSecrets = typeof type === 'object' && 'map' in type && kindOf(type.map) === 'secret';
    return isOfSecrets && isMap(value)
      ? mapValues(value, (item) => (typeof item === 'string' ? SecretValue.literal(item) : item))
      : value;
  });
  return make(...args, { ...given, allow: rules.length ? Allow.anyOf(...rules) : Allow.nobody() });
}

function objects(call: Call): unknown {
  return objectsOf({ authenticator: made(call), culling: { enabled: false } });
}

/** What JupyterHub is configured with; the text of an error where it is refused. */
function traits(make: () => Authenticator): unknown {
  try {
    const { authenticatorClass, _config: config } = make();
    const who = whoGetsIn({ JupyterHub: { authenticator_class: authenticatorClass }, ...config });
    return { class: authenticatorClass, config: reveal(config), who };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

/** Secrets that a program finds elsewhere: a string for each. */
const ELSEWHERE = {
  literal: (text: string) => SecretValue.literal(text),
  fromFile: (file: string, key: string) => SecretValue.literal(`${key} of ${file}`.padEnd(32, '.')),
  fromSecret: (name: string, key: string) => SecretValue.literal(`${key} of ${name}`.padEnd(32, '.')),
};

/** What the programs of the pages know where an authenticator stands in them. */
const KNOWN = { Allow, Authenticator, SecretValue: ELSEWHERE, host: 'hub.example.org' };

/** The authenticators of the programs in README and docs, by page and heading. */
function ofPages(): Record<string, Authenticator> {
  const found: Record<string, Authenticator> = {};
  for (const page of ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
    /\.md$/.test(name),
  )) {
    let heading = '';
    for (const [, title, code] of readFileSync(page, 'utf8').matchAll(/^#+ (.*)$|^```ts[^\n]*\n([^]*?)^```/gm)) {
      heading = title ?? heading;
      const visit = (node: ts.Node): void => {
        if (!ts.isCallExpression(node) || !/^Authenticator\.\w+$/.test(node.expression.getText()))
          return node.forEachChild(visit);
        const run = new Function(...Object.keys(KNOWN), `return ${node.getText()}`) as (
          ...all: unknown[]
        ) => Authenticator;
        const name = `${page}: ${heading}`;
        found[name in found ? `${name}, 2` : name] = run(...Object.values(KNOWN));
      };
      visit(ts.createSourceFile(page, code ?? '', ts.ScriptTarget.ES2020, true));
    }
  }
  return found;
}

function table(): unknown {
  const rules = Object.getOwnPropertyNames(Allow).filter((name) => !['length', 'name', 'prototype'].includes(name));
  return { kinds: kinds(), commonAllow: COMMON_ALLOW, rules, documented: documented() };
}

function run(command = process.argv[2]): unknown {
  if (command === 'table') return table();
  if (command === 'documented') return mapValues(ofPages(), (authenticator) => traits(() => authenticator));
  const calls = JSON.parse(readFileSync(0, 'utf8')) as Record<string, Call>;
  return mapValues(calls, (call) => (command === 'traits' ? traits(() => made(call)) : objects(call)));
}

process.stdout.write(JSON.stringify(run()));
