import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs of others that a page may call. */
const OTHERS = [
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
  'echo',
  'export',
];

/** Files that `synth` writes. */
const WRITTEN = /^dist\/([\w-]+\.k8s\.yaml)?$/;

/** The commands of a block: lines, continued ones joined, without comments. */
function commandsOf(text) {
  return text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean)
    .flatMap((line) => line.split(/ (?:&&|\|\||\|) /));
}

function wordsOf(command) {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare,
  );
}

/** Runs the project's own command line, on values files that say nothing. */
function checkOwn(words, root, folder) {
  const stop = words.findIndex((word) => word === '>' || word === '<');
  const args = stop < 0 ? words : words.slice(0, stop);
  mkdirSync(folder, { recursive: true });
  for (const file of args.filter((word) => /\.ya?ml$/.test(word) || word === '{}')) {
    writeFileSync(join(folder, file), file === 'config.yaml' ? readFileSync(join(root, file)) : '');
  }
  const cli = join(root, 'bin', 'cdk8s-jupyterhub');
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', cwd: folder });
  return status === 0 ? [] : [stderr];
}

function checkCommand(command, root, folder) {
  const words = wordsOf(command).filter((word, index) => index > 0 || !/^\w+=/.test(word));
  const own = words.findIndex((word) => /(^|\/)cdk8s-jupyterhub$/.test(word));
  const missing = words.filter(
    (word) => /^(bin|tools|test|examples|docs)\//.test(word) && !existsSync(join(root, word)),
  );
  const unwritten = words.filter((word) => word.startsWith('dist/') && !WRITTEN.test(word));
  const files = [
    ...missing.map((word) => `there is no ${word}`),
    ...unwritten.map((word) => `synth does not write ${word}`),
  ];
  if (own === 0 || (own === 1 && words[0] === 'npx'))
    return [...files, ...checkOwn(words.slice(own + 1), root, folder)];
  if (words[0] === 'npm' && words[1] === 'run') {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const name = words.slice(2).find((word) => !word.startsWith('-'));
    return scripts[name] ? files : [...files, `there is no script ${name}`];
  }
  if (words[0] === 'npm' && ['ci', 'cit', 'test', 'install', 'init', 'pack'].includes(words[1])) return files;
  if (words[0] === 'npx' && words[1] === 'cdk8s' && ['synth', 'init'].includes(words[2])) return files;
  if (words[0] === 'bash' && existsSync(join(root, words[1]))) return files;
  return OTHERS.includes(words[0]) ? files : [...files, `not a command that a page can promise: ${command}`];
}

/** What is wrong with the commands of a block. */
export function checkShell(text, root, folder) {
  return commandsOf(text).flatMap((command) => checkCommand(command, root, folder));
}
