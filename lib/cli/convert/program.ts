import { spawnerTraits } from '../../components/spawner/configuration';
import { profileList } from '../../components/spawner/profiles';
import { isMap, mapOf, mapValues, mergeMaps, put, Tree, valueAt } from '../../data/maps';
import { Authenticator } from '../../options/authenticator/authenticator';
import { DEFAULTS } from '../../options/defaults';
import { propsToWire, WireProps } from '../../options/program';
import { JupyterHubProps } from '../../options/props';
import { Installation } from '../../release/installation';
import { ENUMS } from '../../options/wire/option-types';
import { LIMITS } from '../../options/wire/structs';
import { SecretValue } from '../../secrets/secret-value';
import { reveal } from '../../secrets/secrets';
import { addressOf } from '../../rules/hosts';
import { recognizeAuthenticator } from './authenticator';
import { Call, expression, Member, Variable } from './code';
import { evaluate, madeBy } from './evaluate';
import { inIdioms, withoutDefaults } from './idioms';
import { profileCalls } from './profiles';
import { commentCode } from './quote';
import { same } from './same';
import { SecretKeys } from './secret-keys';
import { sayMembers } from './typed';

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

/** Options as a program says them; `left` is what no type can say, to be laid over the rest. */
interface SaidOptions {
  readonly said: Tree;
  readonly left?: Tree;
}

type Props = WireProps & { readonly release: string };

/** The options but for their target, who logs in, and the profiles. */
function toldBy(props: Props): Tree {
  const { release: _release, namespace: _namespace, authenticator: _authenticator, ...options } = props;
  const told = withoutDefaults(options as Tree, DEFAULTS);
  if (!isMap(told.spawner)) return told;
  const { profiles: _, ...spawner } = told.spawner;
  return { ...told, spawner };
}

/** The authenticator, sections without traits included. */
function loginOf(props: Props): Call {
  const { authenticatorClass = 'default', _config: config } = props.authenticator as Authenticator;
  const call = recognizeAuthenticator(authenticatorClass, config as Record<string, Tree>, addressOf(props));
  if (same(madeBy(call)?._config, config)) return call;
  const allow = new Call('Allow.byTraits', []);
  return new Call('Authenticator.custom', [authenticatorClass, { allow, config }]);
}

/** Profiles as KubeSpawner reads them; undefined where there are none. */
function rawProfiles(props: Props): Tree | undefined {
  return props.spawner?.profiles && { spawner: { profiles: profileList(new Installation(props)) } };
}

/** One of two overrides over the other; undefined where there is none. */
function over(under: unknown, more: Tree | undefined): Tree | undefined {
  return under === undefined ? more : mergeMaps(mapOf(under), mapOf(more));
}

/** The options in the words that people would choose. */
function inWords(props: Props): SaidOptions {
  const told = toldBy(props);
  const typed = sayMembers(told, 'JupyterHubProps');
  const said = { namespace: props.namespace, authenticator: loginOf(props), ...mapOf(inIdioms(typed, told)) };
  const profiles = props.spawner?.profiles && profileCalls(props);
  return {
    said: profiles ? put(said, ['spawner', 'profiles'], profiles) : said,
    left: withBudgets(over(typed.left, profiles ? undefined : rawProfiles(props)), props),
  };
}

const BUDGETS = ['hub.pdb', 'proxy.chp.pdb', 'proxy.traefik.pdb', 'scheduling.userScheduler.pdb'];

/** Budgets with both limits where values have both: in a program, the one without a default takes the other one's away. */
function withBudgets(left: Tree | undefined, props: Props): Tree | undefined {
  const complete = new Installation(props).props;
  const hasBoth = (budget: unknown) => isMap(budget) && LIMITS.every((limit) => typeof budget[limit] === 'number');
  return BUDGETS.map((path) => path.split('.')).reduce((tree, path) => {
    const budget = valueAt(complete, path);
    return tree && hasBoth(budget) && isMap(valueAt(tree, path)) ? put(tree, path, budget) : tree;
  }, left);
}

/** The options in the form of manifests, all but who logs in laid over the rest. */
export function asTheyAre(props: Props): SaidOptions {
  return {
    said: { namespace: props.namespace, authenticator: loginOf(props) },
    left: withBudgets(over(toldBy(props), rawProfiles(props)), props),
  };
}

/** What options mean: each with its default, and what becomes of profiles. */
function meaningOf(props: Props): unknown {
  const installation = new Installation(props);
  const { spawner, ...others } = installation.props;
  return [others, { ...spawner, profiles: undefined }, profileList(installation), spawnerTraits(installation)];
}

/** Whether the program would have the same options. */
function isSame({ said, left }: SaidOptions, props: Props): boolean {
  try {
    const own = propsToWire({ ...(evaluate(said) as JupyterHubProps), overrides: left });
    return same(meaningOf({ ...own, release: props.release }), meaningOf(props));
  } catch {
    return false;
  }
}

/** The options as a program says them, in the best words that say the same. */
function saidOf(props: Props): SaidOptions {
  const found = [inWords, asTheyAre].map((words) => words(props)).find((one) => isSame(one, props));
  if (!found) throw new Error('no program was found that means the same as these values; please report it');
  return found;
}

/** The program that means the same as properties that came from values. */
export function program(props: Props, source: SecretSource, remarks: readonly string[]): Program {
  const keys = new SecretKeys();
  const takeOut = (secret: SecretValue, path: string): Call => {
    const partly = secret._partly();
    if (partly) {
      const parts = mapValues({ ...partly.parts }, (part, marker) => takeOut(part as SecretValue, `${path}.${marker}`));
      return new Call('SecretValue.within', [partly.shown, parts]);
    }
    if (secret.secretName !== undefined)
      return new Call('SecretValue.fromSecret', [secret.secretName, secret.secretKey]);
    const key = keys.add(path, reveal(secret));
    return 'file' in source
      ? new Call('SecretValue.fromFile', [source.file, key])
      : new Call('SecretValue.fromSecret', [source.secretName, key]);
  };
  const { said, left } = saidOf(props);
  const all = { ...said, ...(left !== undefined && { overrides: left }) };
  const hub = new Call('new JupyterHub', [new Variable('app'), props.release, withoutSecrets(all, '', takeOut)]);
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
