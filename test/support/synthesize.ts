import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../lib/cli/main';

/** The repository. */
export const ROOT = resolve(__dirname, '../..');

/** Runs something in a folder of the repository. */
export function within<T>(folder: string, run: () => T): T {
  const before = process.cwd();
  process.chdir(join(ROOT, folder));
  try {
    return run();
  } finally {
    process.chdir(before);
  }
}

/** The texts of a folder's files, by name. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** What an app of the repository writes when it is run in its folder: texts by file name. */
export function synthesize(program: string): Record<string, string> {
  const output = mkdtempSync(join(tmpdir(), 'synth-'));
  process.env.CDK8S_OUTDIR = output;
  try {
    within(join(program, '..'), () => {
      jest.isolateModules(() => void jest.requireActual(join(ROOT, program)));
    });
    return filesOf(output);
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(output, { recursive: true });
  }
}

/** What the command line prints when it is run in a folder of the repository. */
export function commandLine(folder: string, command: string): string {
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
  );
  try {
    const status = within(folder, () => main(command.split(' '), (text) => void written.push(text)));
    if (status) throw new Error(`cdk8s-jupyterhub ${command}: ${written.join('')}`);
    return written.join('');
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
