// npm run bench -- [--values FILE] [--runs N] [--dir FOLDER] [--helm BINARY --chart FOLDER]
// Measures the built command line, and the built library on a folder of values files, beside `helm template` where helm and the chart are
// given (also as $HELM and $CHART).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { App } from 'cdk8s';
import { render } from '../build/lib/cli/render.js';
import { JupyterHub } from '../build/lib/jupyterhub.js';

const { values: options } = parseArgs({
  options: {
    values: { type: 'string', default: 'config.yaml' },
    runs: { type: 'string', default: '20' },
    dir: { type: 'string' },
    helm: { type: 'string', default: process.env.HELM },
    chart: { type: 'string', default: process.env.CHART },
    // What one of its own processes measures.
    way: { type: 'string' },
  },
});
const withHelm = options.helm && options.chart;

function ours({ file, release, namespace }) {
  return ['bin/cdk8s-jupyterhub', 'render', '-f', file, '--release', release, '--namespace', namespace];
}

function helms({ file, release, namespace }) {
  return [
    options.helm,
    'template',
    release,
    options.chart,
    '-f',
    file,
    '--namespace',
    namespace,
    '--kube-version',
    '1.34.0',
  ];
}

function run([command, ...args]) {
  const { status, stderr, stdout, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Milliseconds that the work takes. */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Peak memory of a command in MiB, as the system accounts it for a process that has ended. */
function memory(command) {
  const script = `import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)`;
  return Number(run(['python3', '-c', script, ...command])) / 1024;
}

/** Values file with the release and the namespace that its first lines may name. */
function valuesFile(file) {
  const text = readFileSync(file, 'utf8');
  const header = (key) => text.match(new RegExp(`^# ${key}: (.+)$`, 'm'))?.[1];
  return { file, release: header('release') ?? 'jhub', namespace: header('namespace') ?? 'jhub' };
}

/** The ways to make manifests of a values file in a process that runs already. */
const WAYS = {
  render: ({ file, release, namespace }) => render({ release, namespace, files: [file] }),
  constructs: ({ file, release, namespace }) => {
    const app = new App();
    JupyterHub.fromHelmValues(app, release, { release, namespace, files: [file] });
    return app.synthYaml();
  },
  'helm template': (file) => run(helms(file)),
};

/** The values files of a folder, each made into manifests once. */
function total(work) {
  const names = readdirSync(options.dir).filter((name) => /\.ya?ml$/.test(name));
  const all = names.map((name) => valuesFile(`${options.dir}/${name}`));
  let refused = 0;
  const ms = time(() => {
    for (const file of all) {
      try {
        work(file);
      } catch {
        refused++;
      }
    }
  });
  return { total: ms, 'per file': ms / all.length, files: all.length, refused };
}

/** The same in a process of its own, which nothing has warmed up. */
function totalOf(way) {
  const [node, ...args] = [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url)];
  return JSON.parse(run([node, ...args, '--dir', options.dir, '--way', way]));
}

function statistics(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
}

function report(title, rows) {
  console.log(`\n${title}`);
  const round = (value) => (typeof value === 'number' ? Number(value.toFixed(1)) : value);
  const rounded = (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]));
  console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, rounded(row)])));
}

if (options.way) {
  process.stderr.write = () => true; // warnings about the files are of no interest here
  console.log(JSON.stringify(total(WAYS[options.way])));
  process.exit(0);
}

const one = valuesFile(options.values);
const contenders = { 'cdk8s-jupyterhub': ours(one), ...(withHelm && { 'helm template': helms(one) }) };
const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let i = 0; i < Number(options.runs); i++) {
  // In turns, so that a slow moment of the machine hits both.
  for (const [name, command] of Object.entries(contenders)) times[name].push(time(() => run(command)));
}
report(
  `${options.values}, ${options.runs} runs, in ms and MiB`,
  Object.fromEntries(
    Object.entries(contenders).map(([name, command]) => [
      name,
      { ...statistics(times[name]), 'peak memory': memory(command) },
    ]),
  ),
);

if (options.dir) {
  report(`the values files of ${options.dir}, in ms`, {
    'render, one process': totalOf('render'),
    'constructs, one process': totalOf('constructs'),
    ...(withHelm && { 'helm template, a process a file': total(WAYS['helm template']) }),
  });
}
