import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { transformSync } from 'esbuild';
import * as library from '../../lib';
import { main } from '../../lib/cli/main';
import { ValuesError } from '../../lib/values/read/problem';

/** Values files, and what they are rendered for. */
export interface Input {
  readonly release: string;
  readonly namespace: string;
  readonly files: readonly string[];
  readonly secretFiles: readonly string[];
}

/** What one of the ways gives. */
interface Outcome {
  /** All manifests, or undefined where there are none. */
  readonly manifests?: string;
  /** Lines that tell what is wrong, or odd. */
  readonly findings: readonly string[];
}

const MODULES: Readonly<Record<string, unknown>> = { cdk8s, 'cdk8s-plus-28': kplus, 'cdk8s-jupyterhub': library };

/** Runs something, and gives what it prints. */
function printed(run: (print: (text: string) => void) => number): { status: number; out: string; err: string } {
  const said = { out: '', err: '' };
  const { stdout, stderr } = process;
  const before = [stdout.write, stderr.write] as const;
  const take = (name: 'out' | 'err') => (text: unknown) => ((said[name] += String(text)), true);
  stdout.write = take('out') as typeof stdout.write;
  stderr.write = take('err') as typeof stderr.write;
  try {
    return { status: run((text) => void (said.out += text)), ...said };
  } finally {
    [stdout.write, stderr.write] = before;
  }
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function commandLine(command: string, { release, namespace, files, secretFiles }: Input) {
  const args = [command, '--release', release, '--namespace', namespace];
  const given = [...files.flatMap((file) => ['-f', file]), ...secretFiles.flatMap((file) => ['--secret-file', file])];
  const { status, out, err } = printed((print) => main([...args, ...given], print));
  return { text: status === 0 ? out : undefined, findings: lines(err) };
}

/** The manifests of the files that a synth leaves, in the order of `render`. */
function synthesized(synth: () => void): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'synth-'));
  process.env.CDK8S_OUTDIR = folder;
  try {
    const { err } = printed(() => (synth(), 0));
    const order = (file: string) => file.replace('.k8s', '~');
    const files = readdirSync(folder).sort((a, b) => (order(a) < order(b) ? -1 : 1));
    return {
      manifests: files.map((file) => readFileSync(join(folder, file), 'utf8')).join('---\n'),
      findings: lines(err),
    };
  } catch (error) {
    if (error instanceof ValuesError) return { findings: lines(error.message) };
    return { findings: [`NO PLACE: ${(error as Error).stack?.split('\n').slice(0, 4).join(' ')}`] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fromHelmValues(input: Input): Outcome {
  return synthesized(() => {
    const app = new cdk8s.App();
    library.JupyterHub.fromHelmValues(app, input.release, {
      ...input,
      files: [...input.files],
      secretFiles: [...input.secretFiles],
    });
    app.synth();
  });
}

/** Runs a program with the modules that it may import, and nothing of Node's. */
function execute(code: string): void {
  const { code: script } = transformSync(code, { loader: 'ts', format: 'cjs' });
  const names = ['require', 'module', 'exports', 'process', 'globalThis', 'global', 'Buffer', 'fetch'];
  const load = (name: string) => {
    if (!(name in MODULES)) throw new Error(`a program imports ${name}`);
    return MODULES[name];
  };

  const run = new Function(...names, `'use strict';${script}`) as (...args: unknown[]) => void;
  run(load, {}, {});
}

/** In what the three ways of the same values differ; and the program, where there is one. */
export interface Comparison {
  readonly difference?: string;
  readonly rendered: boolean;
  readonly program?: string;
}

function firstDifference(a: string, b: string): string {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `line ${at + 1}: ${JSON.stringify(left[at])} / ${JSON.stringify(right[at])}`;
}

function difference(render: Outcome, other: Outcome, name: string): string | undefined {
  if (render.manifests !== undefined && other.manifests !== undefined && render.manifests !== other.manifests) {
    return `${name} has other manifests: ${firstDifference(render.manifests, other.manifests)}`;
  }
  if ((render.manifests === undefined) !== (other.manifests === undefined)) {
    const [refused, who] = render.manifests === undefined ? [render, 'render'] : [other, name];
    return `only ${who} refuses: ${refused.findings.join('\n')}`;
  }
  const [own, others] = [render.findings.join('\n'), other.findings.join('\n')];
  return own === others ? undefined : `${name} finds something else: ${firstDifference(own, others)}`;
}

/** The findings that a program tells in its comments, as the command line prints them. */
function remarks(program: string): string[] {
  return [...program.matchAll(/^\/\/ Look here: (.*)$/gm)].map(([, text]) => `warning: ${text}`);
}

/** Goes all three ways; the current folder has to be one that `convert` may write to. */
export function compare(input: Input): Comparison {
  const { text, findings } = commandLine('render', input);
  const render: Outcome = { manifests: text, findings };
  const misplaced = text === undefined ? findings.find((line) => line.startsWith('cdk8s-jupyterhub: ')) : undefined;
  if (misplaced !== undefined) return { rendered: false, difference: `NO PLACE: ${misplaced}` };
  const bySynth = difference(render, fromHelmValues(input), 'fromHelmValues');
  if (bySynth !== undefined) return { rendered: text !== undefined, difference: bySynth };
  rmSync('secrets.yaml', { force: true });
  const converted = commandLine('convert', input);
  if (text === undefined) {
    return { rendered: false, difference: difference(render, { findings: converted.findings }, 'convert') };
  }
  const program = converted.text;
  if (program === undefined)
    return { rendered: true, difference: `only convert refuses: ${converted.findings.join('\n')}` };
  const told = new Set(remarks(program));
  const untold = findings.find((line) => !told.has(line));
  if (untold !== undefined) return { rendered: true, program, difference: `the program does not tell: ${untold}` };
  const executed = synthesized(() => execute(program));
  return { rendered: true, program, difference: difference({ ...render, findings: [] }, executed, 'the program') };
}
