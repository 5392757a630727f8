import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadersApp, ROOT } from './app';
import { valuesFile } from './files';

/** Programs of others that a page may call. */
const OTHERS = new Set(
  [
    'kubectl',
    'git',
    'cd',
    'sops',
    'kubeseal',
    'helm',
    'python3',
    'pip',
    'argocd',
    'flux',
    'openssl',
    'cat',
    'diff',
  ].concat(['echo', 'export']),
);

/** Files that `synth` writes. */
const WRITTEN = /^dist\/([\w-]+\.k8s\.yaml)?$/;

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The commands of a block: lines, continued ones joined, without comments. What stands in quotes is one word. */
function commandsOf(text: string): readonly string[] {
  return text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean)
    .flatMap((line) => line.split(/ (?:&&|\|\||\|) (?=(?:[^'"]|'[^']*'|"[^"]*")*$)/));
}

function wordsOf(command: string): readonly string[] {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)];
  return words.map(([, single, double, bare]) => single ?? double ?? bare ?? '');
}

/** Runs the project's own command line, on values files that the page does not show. */
function checkOwn(words: readonly string[], app: ReadersApp, folder: string): readonly string[] {
  const stop = words.findIndex((word) => word === '>' || word === '<');
  const args = stop < 0 ? words : words.slice(0, stop);
  for (const file of args.filter((word) => /\.ya?ml$/.test(word) || word === '{}'))
    app.write(`${folder}/${file}`, valuesFile(file));
  const { status, stderr } = app.cli(args, folder);
  return status === 0 ? [] : [stderr];
}

function isKnown(words: readonly string[]): boolean {
  const [program = '', first = '', second = ''] = words;
  if (program === 'npm') return ['ci', 'cit', 'test', 'install', 'init', 'pack', 'run'].includes(first);
  if (program === 'npx') return first === 'cdk8s' && ['synth', 'init'].includes(second);
  if (program === 'bash') return existsSync(join(ROOT, first));
  return OTHERS.has(program);
}

function checkCommand(command: string, app: ReadersApp, folder: string): readonly string[] {
  const words = wordsOf(command).filter((word, index) => index > 0 || !/^\w+=/.test(word));
  const paths = words.filter((word) => /^(bin|tools|test|examples|docs)\//.test(word));
  const problems = [
    ...paths.filter((word) => !existsSync(join(ROOT, word))).map((word) => `there is no ${word}`),
    ...words
      .filter((word) => word.startsWith('dist/') && !WRITTEN.test(word))
      .map((word) => `synth does not write ${word}`),
  ];
  const own = words.findIndex((word) => /(^|\/)cdk8s-jupyterhub$/.test(word));
  if (own === 0 || (own === 1 && words[0] === 'npx'))
    return [...problems, ...checkOwn(words.slice(own + 1), app, folder)];
  if (!isKnown(words)) return [...problems, `not a command that a page can promise: ${command}`];
  const script =
    words[0] === 'npm' && words[1] === 'run' ? words.slice(2).find((word) => !word.startsWith('-')) : 'test';
  return script && scripts[script] ? problems : [...problems, `there is no script ${script}`];
}

/** What is wrong with the commands of a block. */
export function checkShell(text: string, app: ReadersApp, folder: string): readonly string[] {
  return commandsOf(text).flatMap((command) => checkCommand(command, app, folder));
}
