import { Authenticator } from '../../options/authenticator/authenticator';
import { isMap, mapValues, Tree } from '../../data/maps';
import { SecretValue } from '../../secrets/secret-value';
import { reveal } from '../../secrets/secrets';
import { ENUMS } from '../../options/wire/option-types';
import { WireProps } from '../../options/program';
import { addressOf } from '../../rules/hosts';
import { recognizeAuthenticator } from './authenticator';
import { Call, expression, Member, Variable } from './code';
import { inIdioms } from './idioms';
import { commentCode } from './quote';
import { SecretKeys } from './secret-keys';
import { say } from './typed';

/** Where the program finds the secrets: in a file that is read at synth, or in a Secret of the cluster. */
export type SecretSource = { readonly file: string } | { readonly secretName: string };

/** A program, and the secrets that do not stand in it. */
export interface Program {
  readonly code: string;
  readonly secrets: Readonly<Record<string, unknown>>;
}

const OVERRIDES_REMARK = '`overrides` holds what the types of the options do not know, or take for a mistake';

/** Modules of the names that are not the library's own. */
const MODULES: Readonly<Record<string, string>> = {
  App: 'cdk8s',
  Duration: 'cdk8s',
  k8s: 'cdk8s-plus-28',
  ...mapValues(ENUMS, ({ module }) => module),
};

/** Names that an expression uses. */
function namesIn(value: unknown): string[] {
  if (value instanceof Member) return [value.type];
  if (value instanceof Call) return [value.call.replace('new ', '').split('.')[0], ...value.args.flatMap(namesIn)];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isMap(value) ? Object.values(value).flatMap(namesIn) : [];
}

/** The lines that import names, by module. */
function imports(names: readonly string[]): string[] {
  const moduleOf = (name: string) => MODULES[name] ?? 'cdk8s-jupyterhub';
  const modules = [...new Set(names.map(moduleOf))].sort();
  return modules.map((module) => {
    const own = [...new Set(names)].filter((name) => moduleOf(name) === module).sort();
    return `import { ${own.join(', ')} } from '${module}';`;
  });
}

/** The expression with the secrets taken out. */
function withoutSecrets(value: unknown, path: string, takeOut: (secret: SecretValue, path: string) => Call): unknown {
  const inner = (item: unknown, key: string | number) =>
    withoutSecrets(item, path ? `${path}.${key}` : `${key}`, takeOut);
  if (value instanceof SecretValue) return takeOut(value, path);
  if (value instanceof Call)
    return new Call(
      value.call,
      value.args.map((arg) => withoutSecrets(arg, path, takeOut)),
    );
  if (Array.isArray(value)) return value.map(inner);
  if (!isMap(value)) return value;
  return mapValues(value, inner);
}

/** The program that means the same as properties that came from values. */
export function program(
  props: WireProps & { release: string },
  source: SecretSource,
  remarks: readonly string[],
): Program {
  const keys = new SecretKeys();
  const takeOut = (secret: SecretValue, path: string): Call => {
    if (secret.secretName !== undefined)
      return new Call('SecretValue.fromSecret', [secret.secretName, secret.secretKey]);
    const key = keys.add(path, reveal(secret));
    return 'file' in source
      ? new Call('SecretValue.fromFile', [source.file, key])
      : new Call('SecretValue.fromSecret', [source.secretName, key]);
  };
  const { release, namespace, authenticator, ...options } = inIdioms(props);
  const { authenticatorClass, _config: config } = authenticator as Authenticator;
  // Without a class, JupyterHub takes its own default, and so does the program by that default's name.
  const login = recognizeAuthenticator(
    authenticatorClass ?? 'default',
    config as Record<string, Tree>,
    addressOf(props),
  );
  const { said, left } = say({ namespace, authenticator: login, ...options }, { struct: 'JupyterHubProps' });
  const all = { ...(said as Tree), ...(left !== undefined && { overrides: left }) };
  const hub = new Call('new JupyterHub', [new Variable('app'), release, withoutSecrets(all, '', takeOut)]);
  const looks = left === undefined ? remarks : [...remarks, OVERRIDES_REMARK];
  const code = [
    ...looks.map((remark) => commentCode(`Look here: ${remark}`)),
    ...imports(['App', ...namesIn(hub)]),
    '',
    'const app = new App();',
    '',
    `${expression(hub)};`,
    '',
    'app.synth();',
    '',
  ];
  return { code: code.join('\n'), secrets: keys.secrets };
}
