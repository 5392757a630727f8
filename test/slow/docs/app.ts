import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../..');

/** How a command ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(command: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Outcome {
  const options = { cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (error) throw error;
  return { status, stdout, stderr };
}

/** @throws with what the command wrote, where it fails */
function succeed(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** The versions of other packages that the project is tested with. */
export const devVersions: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
).devDependencies;

/** A folder outside of the repository, with the package as npm would publish it and with what an app of one's own installs beside it. */
export class ReadersApp {
  public readonly folder = mkdtempSync(join(tmpdir(), 'docs-'));
  /** The packed package. */
  public readonly tarball: string = '';

  /** @param isOfNpm whether it has the npm package, rather than the Python one alone */
  public constructor(isOfNpm: boolean) {
    if (!isOfNpm) return;
    succeed('npm', ['pack', '--silent', '--pack-destination', this.folder], ROOT);
    this.tarball = join(this.folder, readdirSync(this.folder).find((file) => file.endsWith('.tgz')) ?? '');
    writeFileSync(join(this.folder, 'package.json'), '{ "private": true }\n');
    const tools = ['cdk8s-cli', 'tsx', 'typescript', '@types/node'].map((name) => `${name}@${devVersions[name]}`);
    const options = ['--silent', '--no-audit', '--no-fund', '--prefer-offline'];
    succeed('npm', ['install', ...options, this.tarball, ...tools], this.folder);
  }

  /** A file of the app; its folders are made. */
  public write(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }

  /** The project's command line, as a reader runs it. */
  public cli(args: readonly string[], folder: string): Outcome {
    const cwd = join(this.folder, folder);
    mkdirSync(cwd, { recursive: true });
    return run(process.execPath, [join(this.folder, 'node_modules/.bin/cdk8s-jupyterhub'), ...args], cwd);
  }

  /** Compiles `main.ts` of every folder, strictly; what is wrong, by folder. */
  public compile(): ReadonlyMap<string, string> {
    const compilerOptions = {
      target: 'es2022',
      module: 'commonjs',
      moduleDetection: 'force',
      strict: true,
      noEmit: true,
      types: ['node'],
    };
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*/main.ts'] }));
    const { status, stdout } = run('npx', ['tsc'], this.folder);
    const found = new Map<string, string>();
    for (const [, folder, message] of stdout.matchAll(/^([^/\n]+)\/main\.ts\(\d+,\d+\): (.*(?:\n {2}.*)*)$/gm))
      if (folder && !found.has(folder)) found.set(folder, message ?? '');
    if (status !== 0 && !found.size) throw new Error(stdout);
    return found;
  }

  /** Runs `main.ts` of these folders, each where it lies and in a process that does nothing else; what is wrong, by folder. */
  public synthesize(folders: readonly string[]): ReadonlyMap<string, string> {
    const program = `
      (async () => {
        for (const folder of ${JSON.stringify(folders)}) {
          process.chdir(${JSON.stringify(this.folder)} + '/' + folder);
          try { require(process.cwd() + '/main.ts'); }
          catch (error) { console.log('PROBLEM ' + JSON.stringify([folder, error.message])); }
        }
      })();`;
    this.write('synthesize.cjs', program);
    const { status, stdout, stderr } = run(process.execPath, ['--import', 'tsx', 'synthesize.cjs'], this.folder);
    if (status !== 0) throw new Error(stderr);
    const lines = [...stdout.matchAll(/^PROBLEM (.*)$/gm)];
    return new Map(lines.map(([, line]) => JSON.parse(line ?? '') as [string, string]));
  }

  /** What a program in a folder has written. */
  public manifests(folder: string): string {
    const dist = join(this.folder, folder, 'dist');
    return readdirSync(dist)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => readFileSync(join(dist, file), 'utf8'))
      .join('---\n');
  }
}
