import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { parse } from 'yaml';
import { JupyterHub } from '../../lib';
import { render } from '../../lib/cli/render';

/** The files that synth writes, in the order in which render prints them. */
function synth(values: Record<string, unknown>): string {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'dist-')) });
  JupyterHub.fromHelmValues(app, 'jhub', { namespace: 'jhub', values });
  app.synth();
  const files = ['jhub-image-puller', 'jhub-secrets', 'jhub'].map((id) => join(app.outdir, `${id}.k8s.yaml`));
  return files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('---\n');
}

// The command line writes YAML by itself, as loading cdk8s takes longer than all its work.
test.each([
  ['the defaults', ''],
  [
    'texts of every kind',
    `custom: {a: "", b: "08", c: "1e05", d: "yes", e: "a\\nb\\n", f: " x", g: "0o17", h: "=", i: "é: #"}`,
  ],
  ['python of several lines', `hub: {extraConfig: {a: "import os\\n\\nif True:\\n    c.X = 1  \\n", b: "\\n  x = 1"}}`],
  ['a literal secret', 'hub: {db: {password: s3cret}}'],
  ['empty maps and lists', 'hub: {networkPolicy: {ingress: [], egress: [{}]}, extraPodSpec: {hostAliases: []}}'],
  ['an object of the whole cluster', 'scheduling: {podPriority: {enabled: true}}'],
  [
    'quantities and large numbers',
    'singleuser: {memory: {limit: 1e12}, extraResource: {limits: {"nvidia.com/gpu": 1}}}',
  ],
])('render prints what synth writes: %s', (_, text) => {
  const values = (parse(text) ?? {}) as Record<string, unknown>;
  expect(render({ release: 'jhub', namespace: 'jhub', values })).toBe(synth(values));
});
