import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { fileProblem } from '../data/file-problem';
import { isMap } from '../data/maps';

/** The app to run, and where its manifests go; what is not given stands in `cdk8s.yaml`. */
export interface SynthOptions {
  readonly app?: string;
  readonly output?: string;
}

/** An app that has not written its manifests. */
class SynthError extends Error {}

const CONFIG = 'cdk8s.yaml';

/** Files of literal secrets, however an app divides its manifests. */
const SECRETS_FILE = /-secrets\b.*\.yaml$|^Secret\./;

/** Does something with files, and tells in words where that fails. */
function attempt<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new SynthError(`${what}: ${fileProblem(error)}`);
  }
}

function configured(): { app?: unknown; output?: unknown } {
  if (!existsSync(CONFIG)) return {};
  const text = attempt(`${CONFIG} cannot be read`, () => readFileSync(CONFIG, 'utf8'));
  try {
    const config: unknown = parse(text, { prettyErrors: false });
    return isMap(config) ? config : {};
  } catch (error) {
    throw new SynthError(`${CONFIG} is no YAML: ${(error as Error).message}`);
  }
}

/** An option of the command line, or of the configuration; undefined where neither has it. */
function setting(name: string, option: string | undefined, fromConfig: unknown): string | undefined {
  const value = option ?? fromConfig;
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw new SynthError(
    `${option === undefined ? `${CONFIG}: ${name}` : `--${name}`} must be a string that is not empty`,
  );
}

/** Node's options for the app: it prints what is wrong with its options, without the stack of the library. */
function nodeOptions(): string {
  let root = __dirname;
  while (!existsSync(join(root, 'bin', 'report-errors'))) root = dirname(root);
  return `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(join(root, 'bin', 'report-errors'))}`;
}

/** Has none but the owner read the secrets in a folder. */
function closeSecrets(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) closeSecrets(path);
    else if (SECRETS_FILE.test(entry.name)) chmodSync(path, 0o600);
  }
}

/** Has a folder hold what another one does, which lies beside it. */
function replace(output: string, fresh: string): string[] {
  const names = readdirSync(fresh).sort();
  mkdirSync(output, { recursive: true });
  for (const old of readdirSync(output, { withFileTypes: true })) {
    // A new file takes the place of an old one at once, a folder does not.
    if (old.isDirectory() || !names.includes(old.name)) rmSync(join(output, old.name), { recursive: true });
  }
  for (const name of names) renameSync(join(fresh, name), join(output, name));
  return names.map((name) => join(output, name));
}

/** An empty folder beside the output, on the same disk; it can be made where the output can. */
function folderBeside(output: string): string {
  mkdirSync(dirname(output), { recursive: true });
  if (existsSync(output)) readdirSync(output);
  return mkdtempSync(join(dirname(output), `${basename(output)}-`));
}

/**
 * Runs an app of cdk8s as `cdk8s synth` does, and gives the names of what it wrote, a line each. What was written before stays as it is until the
 * app has ended well. Files of secrets are for their owner only.
 * @throws SynthError if it does not, or writes nothing
 */
export function synth(options: SynthOptions): string {
  const config = configured();
  const app = setting('app', options.app, config.app);
  const output = setting('output', options.output, config.output) ?? 'dist';
  if (app === undefined) throw new SynthError(`no app: name it in ${CONFIG}, as 'app: node --import tsx main.ts'`);
  const fresh = attempt(`${output} cannot be written`, () => folderBeside(output));
  const refused = (what: string) => new SynthError(`${what}; ${output} is left as it was`);
  try {
    const env = { ...process.env, CDK8S_OUTDIR: fresh, NODE_OPTIONS: nodeOptions() };
    const { status, signal, error } = spawnSync(app, { shell: true, stdio: 'inherit', env });
    if (error) throw refused(`the app cannot be run (${error.message})`);
    if (status !== 0) throw refused(signal ? `the app was ended by ${signal}` : `the app ended with status ${status}`);
    if (!readdirSync(fresh).length) throw refused(`the app wrote no manifest to the folder that CDK8S_OUTDIR names`);
    closeSecrets(fresh);
    return attempt(`${output} cannot be written`, () => replace(output, fresh))
      .map((file) => `${file}\n`)
      .join('');
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
