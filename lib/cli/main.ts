import { parseArgs } from 'node:util';
import { nearest } from '../data/nearest';
import { asEnd, didYouMean } from '../data/words';
import { oneLine } from '../data/printable';
import { HelmValues } from '../values/helm-values';
import { ValuesError } from '../values/read/problem';
import { CHART_VERSION, JUPYTERHUB_VERSION, LIBRARY_VERSION } from '../version';
import { check } from './check';
import { convert } from './convert/convert';
import { render } from './render';
import { print } from './standard-output';
import { synth } from './synth';
import { userPods } from './user-pods';

export const USAGE = `Usage: cdk8s-jupyterhub COMMAND [OPTION]...

Commands:
  render    print all manifests for values of the zero-to-jupyterhub chart
  convert   print the TypeScript program that means the same as values of the chart
  check     print what is wrong with values of the chart, most severe first
  user-pods print the pods and claims that KubeSpawner asks for when users start their servers
  review    print what applying the manifests of HEAD over those of BASE does: review BASE HEAD
  synth     run the app that cdk8s.yaml names, and keep what it wrote before if it fails

Options of render, convert, check and user-pods:
  -f, --values FILE        values file, - for standard input; repeat it for overlays, later ones win
      --secret-file FILE   values file whose texts are secrets; they end up in Secrets only
      --release NAME       name of the release; of check, the default is jhub
  -n, --namespace NAME     namespace of all objects that have one; of check, the default is jhub

Options of convert:
      --secrets-file FILE  file for the secrets, which the program reads at synth; default: secrets.yaml
      --secret-name NAME   refer to this Secret of the cluster instead

Options of check, which exits with 1 where there are errors:
      --strict             warnings are errors
      --json               print JSON
      --sarif              print SARIF 2.1.0

Options of user-pods:
      --user NAME            whose server; default: alice, with a second server, and Bob.Smith@example.org
      --server NAME          a named server
      --profile SLUG         only with this profile; default: with each
      --option OPTION=CHOICE what is chosen in it; repeat it for more options
      --json                 print JSON

Options of review, where BASE and HEAD are each a folder of manifests or a revision of git (its folders called dist), or REVISION:FOLDER:
      --json                 print JSON
      --fail-on GATE,...     exit with 2 where there is such a thing: needs-decision, error, warning,
                             refused, restarts, prune, access, pod-security, rights

Options of synth:
  -a, --app COMMAND          the app; default: that of cdk8s.yaml
  -o, --output FOLDER        where manifests go; default: that of cdk8s.yaml, or dist

  --version   print versions
  --help      print this text
`;

/** A command line that cannot be carried out. */
class UsageError extends Error {}

const OPTIONS = {
  values: { type: 'string', short: 'f', multiple: true },
  'secret-file': { type: 'string', multiple: true },
  release: { type: 'string' },
  namespace: { type: 'string', short: 'n' },
  'secrets-file': { type: 'string' },
  'secret-name': { type: 'string' },
  user: { type: 'string' },
  server: { type: 'string' },
  profile: { type: 'string' },
  option: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  app: { type: 'string', short: 'a' },
  output: { type: 'string', short: 'o' },
  strict: { type: 'boolean' },
  sarif: { type: 'boolean' },
  'fail-on': { type: 'string', multiple: true },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parseArguments(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(message);
    // Node's text goes on with advice about positional arguments, which none of ours begin with a dash.
    const option = /'(-[^']*)'/.exec(message)?.[1] ?? '';
    const near = nearest(option, Object.keys(OPTIONS));
    throw new UsageError(`unknown option '${option}'${asEnd(didYouMean(near && `--${near}`))}`);
  }
}

type Arguments = ReturnType<typeof parseArguments>['values'];

/** What is printed, and the exit status. */
interface Result {
  readonly output: string;
  readonly status: number;
}

const done = (output: string): Result => ({ output, status: 0 });

/** The values files that are named, for a release that has to be named too. */
function helmValues({ release, namespace, values: files, 'secret-file': secretFiles }: Arguments): HelmValues {
  if (!release) throw new UsageError('--release NAME is missing');
  if (!namespace) throw new UsageError('--namespace NAME is missing');
  return { release, namespace, files, secretFiles };
}

/** A command: what it does, and the options that it takes. */
interface Command {
  readonly options: readonly (keyof typeof OPTIONS)[];
  /** How what is no option is given; without it, the command takes such arguments. */
  readonly hint?: string;
  readonly run: (values: Arguments, operands: readonly string[]) => Result;
}

const OF_VALUES = ['values', 'secret-file', 'release', 'namespace'] as const;
const FILES_HINT = 'values files are given with -f FILE';

const COMMANDS: Readonly<Record<string, Command>> = {
  render: { options: OF_VALUES, hint: FILES_HINT, run: (values) => done(render(helmValues(values))) },
  convert: {
    options: [...OF_VALUES, 'secrets-file', 'secret-name'],
    hint: FILES_HINT,
    run: (values) =>
      done(convert(helmValues(values), { secretsFile: values['secrets-file'], secretName: values['secret-name'] })),
  },
  check: {
    options: [...OF_VALUES, 'strict', 'json', 'sarif'],
    hint: FILES_HINT,
    run: ({ release = 'jhub', namespace = 'jhub', ...values }) => {
      if (values.sarif && values.json) throw new UsageError('--json and --sarif exclude each other');
      const format = values.sarif ? 'sarif' : values.json ? 'json' : 'text';
      return check(helmValues({ release, namespace, ...values }), { strict: values.strict, format });
    },
  },
  'user-pods': {
    options: [...OF_VALUES, 'user', 'server', 'profile', 'option', 'json'],
    hint: FILES_HINT,
    run: (values) => {
      const { text, note } = userPods(helmValues(values), values);
      if (note !== undefined) process.stderr.write(`note: ${oneLine(note)}\n`);
      return done(text);
    },
  },
  review: {
    options: ['json', 'fail-on'],
    run: ({ json, 'fail-on': gates }, sides) => {
      if (sides.length !== 2) throw new UsageError('review compares two sides: review BASE HEAD');
      return reviewCommand().review(sides[0], sides[1], { json, failOn: gates?.flatMap((gate) => gate.split(',')) });
    },
  },
  synth: {
    options: ['app', 'output'],
    hint: 'the app is given with --app COMMAND',
    run: (values) => done(synth(values)),
  },
};

/** Loaded when asked for: it is much, and the other commands have to start quickly. */
function reviewCommand() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./review') as typeof import('./review');
}

function run(argv: string[]): Result {
  const { values, positionals } = parseArguments(argv);
  if (values.help) return done(USAGE);
  if (values.version) {
    return done(
      `cdk8s-jupyterhub ${LIBRARY_VERSION} (zero-to-jupyterhub chart ${CHART_VERSION}, JupyterHub ${JUPYTERHUB_VERSION})\n`,
    );
  }
  const [command, ...rest] = positionals;
  const names = Object.keys(COMMANDS);
  if (!names.includes(command)) {
    const what = command ? `unknown command '${command}'` : 'no command';
    throw new UsageError(`${what}; commands are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
  }
  const { options, hint, run: carryOut } = COMMANDS[command];
  if (rest.length && hint !== undefined) throw new UsageError(`unexpected argument '${rest[0]}'; ${hint}`);
  const other = Object.keys(values).find((name) => !options.some((own) => own === name));
  if (other !== undefined) throw new UsageError(`${command} has no option --${other}`);
  return carryOut(values, rest);
}

/** The text of an error for people: what went wrong, never where in the program. */
function messageFor(error: unknown): string {
  if (error instanceof ValuesError) return error.message;
  const message = `cdk8s-jupyterhub: ${oneLine(error instanceof Error ? error.message : String(error))}`;
  return error instanceof UsageError ? `${message}\nTry 'cdk8s-jupyterhub --help'.` : message;
}

/** A warning that nobody reads is no reason to fail. */
const ignore = () => undefined;

/**
 * Runs the command line: 0 when all went well, 1 after an error, with nothing printed.
 * @param write takes what is for standard output
 */
export function main(argv: string[], write = print): number {
  process.stderr.off('error', ignore).on('error', ignore);
  try {
    const { output, status } = run(argv);
    write(output);
    return status;
  } catch (error) {
    process.stderr.write(`${messageFor(error)}\n`);
    return 1;
  }
}
