// npm run bench -- [--values FILE] [--runs N] [--dir FOLDER [--hubs N]] [--helm BINARY --chart FOLDER]
// Measures the built command line, the built library on a folder of values files, and an app of many hubs with these values, beside `helm template` where helm and the chart are
// given (also as $HELM and $CHART).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { App } from 'cdk8s';
import type * as commands from '../lib/cli/render';
import type * as library from '../lib';

interface Values {
  readonly file: string;
  readonly release: string;
  readonly namespace: string;
}

type Row = Readonly<Record<string, unknown>>;

const { values: options } = parseArgs({
  options: {
    values: { type: 'string', default: 'config.yaml' },
    runs: { type: 'string', default: '20' },
    dir: { type: 'string' },
    hubs: { type: 'string', default: '171' },
    helm: { type: 'string', default: process.env.HELM },
    chart: { type: 'string', default: process.env.CHART },
    // What one of its own processes measures.
    way: { type: 'string' },
  },
});
const { helm, chart, dir = '', values = 'config.yaml' } = options;
const hubs = Number(options.hubs);

function ours({ file, release, namespace }: Values): readonly string[] {
  return ['bin/cdk8s-jupyterhub', 'render', '-f', file, '--release', release, '--namespace', namespace];
}

function helms({ file, release, namespace }: Values): readonly string[] {
  const kubernetes = ['--kube-version', '1.34.0'];
  return [helm ?? '', 'template', release, chart ?? '', '-f', file, '--namespace', namespace, ...kubernetes];
}

function run([command = '', ...args]: readonly string[]): string {
  const { status, stderr, stdout, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Milliseconds that the work takes. */
function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Peak memory of a command in MiB, as the system accounts it for a process that has ended. */
function memory(command: readonly string[]): number {
  const script = `import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)`;
  return Number(run(['python3', '-c', script, ...command])) / 1024;
}

/** Values file with the release and the namespace that its first lines may name. */
function valuesFile(file: string): Values {
  const text = readFileSync(file, 'utf8');
  const header = (key: string) => new RegExp(`^# ${key}: (.+)$`, 'm').exec(text)?.[1];
  return { file, release: header('release') ?? 'jhub', namespace: header('namespace') ?? 'jhub' };
}

/** A module of the library as it is built. */
function built<T>(path: string): T {
  return module.require(`../build/lib/${path}`) as T;
}

/** The ways to make manifests of a values file in a process that runs already: each loads what it needs, then takes files. */
const WAYS: Readonly<Record<string, () => (values: Values) => string>> = {
  render: () => {
    const { render } = built<typeof commands>('cli/render');
    return ({ file, release, namespace }) => render({ release, namespace, files: [file] });
  },
  constructs: () => {
    const { JupyterHub } = built<typeof library>('index');
    return ({ file, release, namespace }) => {
      const app = new App();
      JupyterHub.fromHelmValues(app, release, { release, namespace, files: [file] });
      return app.synthYaml();
    };
  },
  'helm template': () => (file) => run(helms(file)),
};

/** The values files of a folder. */
function valuesFiles(): readonly Values[] {
  const names = readdirSync(dir).filter((name) => /\.ya?ml$/.test(name));
  return names.map((name) => valuesFile(`${dir}/${name}`));
}

/** Hubs with the values of a folder, over and over, each with a release and a namespace of its own; without those that are refused. */
function hubsOf(make: (values: Values) => unknown): { made: number; refused: number } {
  const files = valuesFiles();
  let made = 0;
  let refused = 0;
  for (let index = 0; made < hubs; index++) {
    const name = `hub-${index}`;
    try {
      make({ file: files[index % files.length]?.file ?? '', release: name, namespace: name });
      made++;
    } catch (error) {
      if (++refused > hubs) throw error;
    }
  }
  return { made, refused };
}

/** All hubs in one app, written to files. */
function oneApp(): Row {
  const { JupyterHub } = built<typeof library>('index');
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new App({ outdir });
  let counts = {};
  const ms = time(() => {
    counts = hubsOf(({ file, release, namespace }) =>
      JupyterHub.fromHelmValues(app, release, { release, namespace, files: [file] }),
    );
    app.synth();
  });
  rmSync(outdir, { recursive: true });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1000;
  return { total: ms, 'per hub': ms / hubs, 'CPU time': cpu, ...counts, 'peak memory': maxRSS / 1024 };
}

/** A `helm template` for each of them. */
function helmEach(): Row {
  let counts = {};
  const ms = time(() => (counts = hubsOf((values) => run(helms(values)))));
  return { total: ms, 'per hub': ms / hubs, ...counts };
}

/** The values files of a folder, each made into manifests once. */
function total(way: string): Row {
  if (way === 'one app') return oneApp();
  const all = valuesFiles();
  const work = WAYS[way]?.();
  if (!work) throw new Error(`--way: unknown: ${way}`);
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
function totalOf(way: string): Row {
  const args = ['--dir', dir, '--hubs', options.hubs ?? '', '--way', way];
  return JSON.parse(run([process.execPath, ...process.execArgv, __filename, ...args])) as Row;
}

function statistics(numbers: readonly number[]): Row {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
}

function report(title: string, rows: Readonly<Record<string, Row>>): void {
  console.log(`\n${title}`);
  const round = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(1)) : value);
  const rounded = (row: Row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]));
  console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, rounded(row)])));
}

function main(): void {
  const one = valuesFile(values);
  const withHelm = helm && chart;
  const contenders = [
    { name: 'cdk8s-jupyterhub', command: ours(one), times: [] as number[] },
    ...(withHelm ? [{ name: 'helm template', command: helms(one), times: [] as number[] }] : []),
  ];
  for (let i = 0; i < Number(options.runs); i++) {
    // In turns, so that a slow moment of the machine hits both.
    for (const { command, times } of contenders) times.push(time(() => run(command)));
  }
  const rows = contenders.map(({ name, command, times }) => [
    name,
    { ...statistics(times), 'peak memory': memory(command) },
  ]);
  report(`${values}, ${options.runs} runs, in ms and MiB`, Object.fromEntries(rows));

  if (!dir) return;
  report(`the values files of ${dir}, in ms`, {
    'render, one process': totalOf('render'),
    'constructs, one process': totalOf('constructs'),
    ...(withHelm && { 'helm template, a process a file': total('helm template') }),
  });
  report(`${hubs} hubs with the values of ${dir}, in ms and MiB`, {
    'one app, one process': totalOf('one app'),
    ...(withHelm && { 'helm template, a process a hub': helmEach() }),
  });
}

if (options.way) {
  process.stderr.write = () => true; // warnings about the files are of no interest here
  console.log(JSON.stringify(total(options.way)));
} else main();
