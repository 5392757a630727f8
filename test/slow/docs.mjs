// Holds README.md and docs/ to what the library does. In a page
//   ts           is a program: it compiles strictly, and runs
//   yaml values  are values of the chart: they render
//   yaml         is what the programs and values before it in the section give: parts of manifests, or of JupyterHub's configuration
//   python       is part of the Python app that CI runs
//   sh           are commands: those of this project are run against its command line, and the files and scripts they name are there
// A program that imports nothing gets the imports, `app`, `authenticator` and `jupyterhub` that it speaks of.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checkShell } from './docs/shell.mjs';
import { isPart } from './docs/part.mjs';
import { complete, filesFor } from './docs/program.mjs';
import { blocksOf } from './docs/markdown.mjs';

const root = resolve(import.meta.dirname, '../..');
const work = join(root, 'build', 'docs');
const cli = join(root, 'bin', 'cdk8s-jupyterhub');
const problems = [];

const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((file) => `docs/${file}`)];
const blocks = pages
  .filter((page) => page.endsWith('.md'))
  .flatMap((page) => blocksOf(page, readFileSync(join(root, page), 'utf8')));

function run(command, args, options) {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
}

function fail(block, message) {
  problems.push(`${block.page}:${block.line}: ${message.trim()}`);
}

rmSync(work, { recursive: true, force: true });
for (const block of blocks) {
  block.folder = join(work, `${block.page.replace(/\W/g, '-')}-${block.line}`);
  if (['sh', 'python'].includes(block.language)) continue;
  mkdirSync(block.folder, { recursive: true });
  if (block.language === 'ts') {
    writeFileSync(join(block.folder, 'main.ts'), complete(block.text));
    for (const [file, text] of filesFor(block.text, root)) writeFileSync(join(block.folder, file), text);
  } else if (block.language === 'yaml values') {
    writeFileSync(join(block.folder, 'config.yaml'), block.text);
    const { status, stdout, stderr } = run(
      cli,
      ['render', '-f', 'config.yaml', '--release', 'jhub', '--namespace', 'jhub'],
      { cwd: block.folder },
    );
    if (status !== 0) fail(block, stderr);
    block.manifests = stdout;
  }
}

// Programs: all are compiled at once, then run in one process.
const programs = blocks.filter(({ language }) => language === 'ts');
const tsconfig = {
  extends: '../../tsconfig.json',
  compilerOptions: { types: ['node'], noUnusedLocals: false, paths: { 'cdk8s-jupyterhub': ['../../lib'] } },
  include: ['*/main.ts'],
};
writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(tsconfig));
const compiled = run('npx', ['tsc', '-p', work], { cwd: root });
const broken = new Set();
for (const [, folder, message] of compiled.stdout.matchAll(
  /^(?:build\/docs\/)?([^/\n]+)\/main\.ts\(\d+,\d+\): (.*)$/gm,
)) {
  const block = programs.find((one) => one.folder.endsWith(`/${folder}`));
  if (block) fail(block, message);
  broken.add(block);
}
if (compiled.status !== 0 && !broken.size) problems.push(compiled.stdout);
const runnable = programs.filter((block) => !broken.has(block));
const synthesize = `
  for (const folder of ${JSON.stringify(runnable.map(({ folder }) => folder))}) {
    process.chdir(folder);
    process.env.CDK8S_OUTDIR = 'dist';
    try { await import(folder + '/main.ts'); } catch (error) { console.log(folder + '\\t' + error.message.replace(/\\n/g, ' ')); }
  }`;
const env = { ...process.env, TSX_TSCONFIG_PATH: join(work, 'tsconfig.json') };
const ran = run(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', synthesize], { cwd: root, env });
if (ran.status !== 0) problems.push(ran.stderr);
for (const line of ran.stdout.split('\n').filter((text) => text.includes('\t'))) {
  const [folder, message] = line.split('\t');
  const block = programs.find((one) => one.folder === folder);
  fail(block, message);
  broken.add(block);
}
for (const block of programs.filter((one) => !broken.has(one))) {
  const dist = join(block.folder, 'dist');
  block.manifests = readdirSync(dist)
    .map((file) => readFileSync(join(dist, file), 'utf8'))
    .join('---\n');
}

// Results: each is part of what every program and all values since the last result, or the last heading, give.
for (const block of blocks.filter(({ language }) => language === 'yaml')) {
  const sources = block.sources(blocks).filter(({ manifests }) => manifests);
  if (!sources.length)
    fail(block, 'nothing before it in the section gives this YAML; values are marked as `yaml values`');
  for (const source of sources) {
    const missing = isPart(
      parseAllDocuments(block.text).map((document) => document.toJS()),
      source.manifests,
    );
    if (missing) fail(block, `line ${source.line} does not give this: ${missing}`);
  }
}

for (const block of blocks.filter(({ language }) => language === 'sh')) {
  for (const problem of checkShell(block.text, root, block.folder)) fail(block, problem);
}

const python = readFileSync(join(root, 'test/python/app.py'), 'utf8');
for (const block of blocks.filter(({ language }) => language === 'python')) {
  if (!python.includes(block.text)) fail(block, 'is no part of test/python/app.py');
}

for (const problem of problems) console.log(`FAIL ${problem}`);
console.log(`${Math.max(0, blocks.length - problems.length)} passed, ${problems.length} failed`);
process.exitCode = problems.length || !blocks.length ? 1 : 0;
