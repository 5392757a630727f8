import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { isMap } from '../data/maps';

/** The app to run, and where its manifests go; what is not given stands in `cdk8s.yaml`. */
export interface SynthOptions {
  readonly app?: string;
  readonly output?: string;
}

/** An app that has not written its manifests. */
export class SynthError extends Error {}

const CONFIG = 'cdk8s.yaml';

function configured(): { app?: unknown; output?: unknown } {
  if (!existsSync(CONFIG)) return {};
  const config: unknown = parse(readFileSync(CONFIG, 'utf8'));
  return isMap(config) ? config : {};
}

/** Node's options for the app: it prints what is wrong with its options, without the stack of the library. */
function nodeOptions(): string {
  let root = __dirname;
  while (!existsSync(join(root, 'bin', 'report-errors'))) root = dirname(root);
  return `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(join(root, 'bin', 'report-errors'))}`;
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

/**
 * Runs an app of cdk8s as `cdk8s synth` does, and gives the names of what it wrote, a line each. What was written before stays as it is until the
 * app has ended well.
 * @throws SynthError if it does not, or writes nothing
 */
export function synth(options: SynthOptions): string {
  const config = configured();
  const app = options.app ?? config.app;
  const output = String(options.output ?? config.output ?? 'dist');
  if (typeof app !== 'string')
    throw new SynthError(`no app: name it in ${CONFIG}, as 'app: node --import tsx main.ts'`);
  mkdirSync(dirname(output), { recursive: true });
  const fresh = mkdtempSync(`${output}-`);
  const refused = (what: string) => new SynthError(`${what}; ${output} is left as it was`);
  try {
    const env = { ...process.env, CDK8S_OUTDIR: fresh, NODE_OPTIONS: nodeOptions() };
    const { status, signal, error } = spawnSync(app, { shell: true, stdio: 'inherit', env });
    if (error) throw refused(`the app cannot be run (${error.message})`);
    if (status !== 0) throw refused(signal ? `the app was ended by ${signal}` : `the app ended with status ${status}`);
    if (!readdirSync(fresh).length) throw refused(`the app wrote no manifest to the folder that CDK8S_OUTDIR names`);
    return replace(output, fresh)
      .map((file) => `${file}\n`)
      .join('');
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
