import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../..');

function section(document: string, heading: string): string {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return text.split(/^(?=## )/m).find((part) => part.startsWith(`## ${heading}\n`)) ?? '';
}

/**
 * The first block of a language under a heading of a document.
 * @throws where there is none
 */
export function block(document: string, heading: string, language: string): string {
  const fence = section(document, heading).split('```' + `${language}\n`)[1];
  if (fence === undefined) throw new Error(`${document} has no ${language} under "${heading}"`);
  return fence.split('```')[0] as string;
}

/**
 * The commands in the `sh` blocks under a heading of a document, one an element; a line that ends in a backslash goes on.
 * @throws where there are none, so that no test runs nothing
 */
export function commands(document: string, heading: string): string[] {
  const found = [...section(document, heading).matchAll(/^```sh(?: run)?\n(.*?)^```/gms)].flatMap(([, block]) =>
    (block as string)
      .replace(/\\\n/g, '')
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#')),
  );
  if (!found.length) throw new Error(`${document} has no commands under "${heading}"`);
  return found;
}

/**
 * The one command under a heading that holds a string.
 * @throws where there is none, or more than one
 */
export function command(document: string, heading: string, part: string): string {
  const found = commands(document, heading).filter((line) => line.includes(part));
  if (found.length !== 1) throw new Error(`${document}, "${heading}": ${found.length} commands with "${part}"`);
  return found[0] as string;
}

/**
 * The one piece of code within a sentence under a heading that holds a string.
 * @throws where there is none, or more than one
 */
export function inlineCode(document: string, heading: string, part: string): string {
  const prose = section(document, heading).replace(/^```.*?^```/gms, '');
  const found = [...prose.matchAll(/`([^`]+)`/g)]
    .map(([, code]) => code as string)
    .filter((code) => code.includes(part));
  if (found.length !== 1) throw new Error(`${document}, "${heading}": "${part}" stands in ${found.length} places`);
  return found[0] as string;
}
