import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The library's root: the sources, the compiled library and the bundled command line lie at different depths below it. */
function packageRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'lib', 'components', 'hub', 'files'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('the files of cdk8s-jupyterhub are incomplete: lib/components/hub/files is missing');
    folder = parent;
  }
  return folder;
}

const texts = new Map<string, string>();

/** Text of one of the hub's own Python files. */
export function hubFile(name: string): string {
  const text = texts.get(name) ?? readFileSync(join(packageRoot(), 'lib', 'components', 'hub', 'files', name), 'utf8');
  texts.set(name, text);
  return text;
}
