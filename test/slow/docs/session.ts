import { join } from 'node:path';
import { devVersions, ReadersApp, run } from './app';
import { Block } from './markdown';

/** Whether a block is a file of the reader's app: what it is for is a name with a dot. */
export function isFile({ purpose }: Block): boolean {
  return /^[\w./-]*\.\w+$/.test(purpose);
}

/** Whether a block is commands that a reader runs in the app. */
export function isRun({ language, purpose }: Block): boolean {
  return language === 'sh' && purpose === 'run';
}

/** A page that is followed from its first block to its last, in a folder that is empty at first. */
export class Session {
  public constructor(
    private readonly app: ReadersApp,
    private readonly folder: string,
  ) {
    app.write(`${folder}/.npmrc`, 'prefer-offline=true\naudit=false\nfund=false\n');
  }

  /** Does what a block says: what went wrong, or undefined. */
  public follow(block: Block): string | undefined {
    if (isFile(block)) this.app.write(`${this.folder}/${block.purpose}`, block.text);
    if (!isRun(block)) return undefined;
    const cwd = join(this.app.folder, this.folder);
    const { status, stdout, stderr } = run('bash', ['-euo', 'pipefail', '-c', this.adapt(block.text)], cwd, {
      CI: 'false',
    });
    return status === 0 ? undefined : `${stdout}${stderr}`;
  }

  /** What the app has written until now. */
  public manifests(): string {
    return this.app.manifests(this.folder);
  }

  /** The packed package instead of the published one, and the versions of other packages that the project is tested with. */
  private adapt(commands: string): string {
    return commands.replace(/^npm install .*$/gm, (line) =>
      line
        .split(' ')
        .map((word) =>
          word === 'cdk8s-jupyterhub' ? this.app.tarball : word in devVersions ? `${word}@${devVersions[word]}` : word,
        )
        .join(' '),
    );
  }
}
