// For every values file of the folders given: `convert` writes a program that compiles strictly, without `any`, casts or suppressions,
// and whose synth is what `render` prints. Usage: node test/slow/convert.mjs FOLDER...
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const work = join(root, 'build', 'convert');
const cli = join(root, 'bin', 'cdk8s-jupyterhub');
const FORBIDDEN = /\bany\b|\bas [A-Za-z]|@ts-|fromHelmValues/;

function run(command, args, options) {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
}

/** Code without the texts in it, which may say anything. */
function withoutTexts(code) {
  return code.replace(/^\/\/.*$/gm, '').replace(/`(?:\\[^]|[^\\`])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''");
}

function release(file) {
  const head = readFileSync(file, 'utf8').slice(0, 400);
  const word = (name) => new RegExp(`^# ${name}: (\\S+)`, 'm').exec(head)?.[1] ?? 'jhub';
  return ['--release', word('release'), '--namespace', word('namespace')];
}

const problems = new Map();
const names = [];
rmSync(work, { recursive: true, force: true });
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const values = resolve(folder, file);
    const name = file.replace('.yaml', '');
    const dir = join(work, name);
    const args = ['-f', values, ...release(values)];
    const rendered = run(cli, ['render', ...args]);
    if (rendered.status !== 0) continue;
    mkdirSync(dir, { recursive: true });
    const converted = run(cli, ['convert', ...args], { cwd: dir });
    names.push(name);
    writeFileSync(join(dir, 'main.ts'), converted.stdout);
    writeFileSync(join(dir, 'rendered.yaml'), rendered.stdout);
    if (converted.status !== 0) problems.set(name, converted.stderr);
    const forbidden = FORBIDDEN.exec(withoutTexts(converted.stdout));
    if (forbidden) problems.set(name, `the program has '${forbidden[0]}'`);
  }
}

const tsconfig = {
  extends: '../../tsconfig.json',
  compilerOptions: { types: ['node'], baseUrl: root, paths: { 'cdk8s-jupyterhub': ['lib'] } },
  include: ['*/main.ts'],
};
writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(tsconfig));
const compiled = run('npx', ['tsc', '-p', work], { cwd: root });
for (const [line, name] of compiled.stdout.matchAll(/^(?:build\/convert\/)?([^/\n]+)\/main\.ts.*$/gm)) {
  if (!problems.has(name)) problems.set(name, line);
}

const synthesize = `
  import { readdirSync, readFileSync } from 'node:fs';
  for (const name of ${JSON.stringify(names)}) {
    process.chdir(${JSON.stringify(work)} + '/' + name);
    process.env.CDK8S_OUTDIR = 'dist';
    try {
      await import(process.cwd() + '/main.ts');
      const files = readdirSync('dist').sort((a, b) => (a.replace('.k8s', '~') < b.replace('.k8s', '~') ? -1 : 1));
      const text = files.map((file) => readFileSync('dist/' + file, 'utf8')).join('---\\n');
      if (text !== readFileSync('rendered.yaml', 'utf8')) console.log(name + '\\tsynth differs from render');
    } catch (error) {
      console.log(name + '\\t' + error.message.split('\\n')[0]);
    }
  }`;
const tsx = ['--import', 'tsx', '--input-type=module', '--eval', synthesize];
const env = { ...process.env, TSX_TSCONFIG_PATH: join(work, 'tsconfig.json') };
const synthesized = run(process.execPath, tsx, { cwd: root, env });
if (synthesized.status !== 0) problems.set('synth', synthesized.stderr);
for (const line of synthesized.stdout.split('\n').filter((text) => text.includes('\t'))) {
  const [name, problem] = line.split('\t');
  if (!problems.has(name)) problems.set(name, problem);
}

for (const [name, problem] of problems) console.log(`FAIL ${name}: ${problem}`);
console.log(`${names.length - problems.size} passed, ${problems.size} failed`);
process.exitCode = problems.size || !names.length ? 1 : 0;
