import { parseArgs } from 'node:util';
import { nearest } from '../data/nearest';
import { oneLine } from '../data/printable';
import { ValuesError } from '../values/read/problem';
import { CHART_VERSION, JUPYTERHUB_VERSION, LIBRARY_VERSION } from '../version';
import { convert } from './convert/convert';
import { render } from './render';
import { synth, SynthError } from './synth';
import { userPods } from './user-pods';

export const USAGE = `Usage: cdk8s-jupyterhub COMMAND [OPTION]...

Commands:
  render    print all manifests for values of the zero-to-jupyterhub chart
  convert   print the TypeScript program that means the same as values of the chart
  user-pods print the pods and claims that KubeSpawner asks for when users start their servers
  synth     run the app that cdk8s.yaml names, and keep what it wrote before if it fails

Options of render, convert and user-pods:
  -f, --values FILE        values file; repeat it for overlays, later ones win
      --secret-file FILE   values file whose texts are secrets; they end up in Secrets only
      --release NAME       name of the release
      --namespace NAME     namespace of all objects that have one

Options of convert:
      --secrets-file FILE  file for the secrets, which the program reads at synth; default: secrets.yaml
      --secret-name NAME   refer to this Secret of the cluster instead

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

const COMMANDS = ['render', 'convert', 'user-pods', 'synth'];

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
    throw new UsageError(`unknown option '${option}'${near === undefined ? '' : `; did you mean --${near}?`}`);
  }
}

function run(argv: string[]): string {
  const { values, positionals } = parseArguments(argv);
  if (values.help) return USAGE;
  if (values.version) {
    return `cdk8s-jupyterhub ${LIBRARY_VERSION} (zero-to-jupyterhub chart ${CHART_VERSION}, JupyterHub ${JUPYTERHUB_VERSION})\n`;
  }
  const [command, ...rest] = positionals;
  if (!COMMANDS.includes(command)) {
    const what = command ? `unknown command '${command}'` : 'no command';
    throw new UsageError(`${what}; commands are ${COMMANDS.slice(0, -1).join(', ')} and ${COMMANDS.at(-1)}`);
  }
  if (command === 'synth') {
    if (rest.length) throw new UsageError(`unexpected argument '${rest[0]}'; the app is given with --app COMMAND`);
    return synth(values);
  }
  if (rest.length) throw new UsageError(`unexpected argument '${rest[0]}'; values files are given with -f FILE`);
  if (!values.release) throw new UsageError('--release NAME is missing');
  if (!values.namespace) throw new UsageError('--namespace NAME is missing');
  const { release, namespace, values: files, 'secret-file': secretFiles } = values;
  const input = { release, namespace, files, secretFiles };
  if (command === 'render') return render(input);
  if (command === 'user-pods') {
    const { text, note } = userPods(input, values);
    if (note !== undefined) process.stderr.write(`note: ${oneLine(note)}\n`);
    return text;
  }
  return convert(input, { secretsFile: values['secrets-file'], secretName: values['secret-name'] });
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
    process.stdout.write(run(argv));
    return 0;
  } catch (error) {
    process.stderr.write(`${messageFor(error)}\n`);
    return 1;
  }
}
