import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './app';

const CONFIG = readFileSync(join(ROOT, 'config.yaml'), 'utf8');

/** A values file that a page names and does not show: the repository's, or one that sets nothing. */
export function valuesFile(name: string): string {
  return name === 'config.yaml' ? CONFIG : '';
}

/** The files that a program reads: values, and secrets by the keys that it asks for. */
export function filesOf(program: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [, file = ''] of program.matchAll(/'([\w./-]+\.ya?ml)'/g)) files.set(file, valuesFile(file));
  for (const [, file = '', key] of program.matchAll(/fromFile\('([^']+)', '([^']+)'\)/g))
    files.set(file, `${files.get(file) ?? ''}${JSON.stringify(key)}: "${'0123456789abcdef'.repeat(4)}"\n`);
  return files;
}
