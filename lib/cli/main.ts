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
import { synth, SynthError } from './synth';
import { userPods } from './user-pods';

export const USAGE = `Usage: cdk8s-jupyterhub COMMAND [OPTION]...

Commands:
  render    print all manifests for values of the zero-to-jupyterhub chart
  convert   print the TypeScript program that means the same as values of the chart
  check     print what is wrong with values of the chart, most severe first
  user-pods print the pods and claims that KubeSpawner asks for when users start their servers
  synth     run the app that cdk8s.yaml names, and keep what it wrote before if it fails

Options of render, convert, check and user-pods:
  -f, --values FILE        values file; repeat it for overlays, later ones win
      --secret-file FILE   values file whose texts are secrets; they end up in Secrets only
      --release NAME       name of the release; of check, the default is jhub
      --namespace NAME     namespace of all objects that have one; of check, the default is jhub

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
  'secrets-file': { type: 'string', default: 'secrets.yaml' },
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

/** What each command does. */
const COMMANDS: Readonly<Record<string, (values: Arguments) => Result>> = {
  render: (values) => done(render(helmValues(values))),
  convert: (values) =>
    done(convert(helmValues(values), { secretsFile: values['secrets-file'], secretName: values['secret-name'] })),
  check: ({ release = 'jhub', namespace = 'jhub', ...values }) => {
    const format = values.sarif ? 'sarif' : values.json ? 'json' : 'text';
    return check(helmValues({ release, namespace, ...values }), { strict: values.strict, format });
  },
  'user-pods': (values) => {
    const { text, note } = userPods(helmValues(values), values);
    if (note !== undefined) process.stderr.write(`note: ${oneLine(note)}\n`);
    return done(text);
  },
  synth: (values) => done(synth(values)),
};

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
  if (rest.length) {
    const hint = command === 'synth' ? 'the app is given with --app COMMAND' : 'values files are given with -f FILE';
    throw new UsageError(`unexpected argument '${rest[0]}'; ${hint}`);
  }
  return COMMANDS[command](values);
}

/** The text of an error for people: what went wrong, never where in the program. */
function messageFor(error: unknown): string {
  if (error instanceof ValuesError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof SynthError) return `cdk8s-jupyterhub: ${oneLine(message)}`;
  return `cdk8s-jupyterhub: ${oneLine(message)}\nTry 'cdk8s-jupyterhub --help'.`;
}

/** Runs the command line: 0 when all went well, 1 after an error, with nothing printed. */
export function main(argv: string[]): number {
  // Whoever reads may stop when he has seen enough, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    const { output, status } = run(argv);
    process.stdout.write(output);
    return status;
  } catch (error) {
    process.stderr.write(`${messageFor(error)}\n`);
    return 1;
  }
}
