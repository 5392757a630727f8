// Serves test_authenticators.py. `table` prints the factories with their options and what is written about these; `objects` reads calls of
// factories by name, and prints the objects of a release with each. Both are JSON.
import { readFileSync } from 'node:fs';
import * as ts from 'typescript';
import { Allow } from '../../../../lib/options/authenticator/allow';
import { Authenticator } from '../../../../lib/options/authenticator/authenticator';
import { COMMON_ALLOW, KINDS } from '../../../../lib/options/authenticator/kinds';
import { identityProviderProps } from '../../../../lib/options/authenticator/identity-provider';
import { SecretValue } from '../../../../lib/secrets/secret-value';
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
  const { literal, reference } = (value ?? {}) as { literal?: string; reference?: [string, string] };
  if (literal !== undefined) return SecretValue.literal(literal);
  return reference ? SecretValue.fromSecret(...reference) : value;
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

function objects({ factory, args, props, allow }: Call) {
  const rules = allow.map(([rule, values]) => {
    return (Allow as unknown as Functions<Allow>)[rule](...ruleArguments(rule, values));
  });
  const options = Object.fromEntries(Object.entries(props).map(([option, value]) => [option, withSecrets(value)]));
  const make = (Authenticator as unknown as Functions<Authenticator>)[factory];
  const authenticator = make(...args, { ...options, allow: Allow.anyOf(...rules) });
  return objectsOf({ authenticator, culling: { enabled: false } });
}

function run(): unknown {
  if (process.argv[2] === 'table') return { kinds: kinds(), commonAllow: COMMON_ALLOW, documented: documented() };
  const calls = JSON.parse(readFileSync(0, 'utf8')) as Record<string, Call>;
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, objects(call)]));
}

process.stdout.write(JSON.stringify(run()));
