import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from '../lib/cli/render';
import { ValuesError } from '../lib/values/read/problem';
import { workOf } from './support/work';

const file = join(mkdtempSync(join(tmpdir(), 'linear-')), 'values.yaml');

/** Renders a values file, or finds out what is wrong with it. */
function use(text: string): void {
  writeFileSync(file, text);
  try {
    render({ release: 'jhub', namespace: 'ns', files: [file] });
  } catch (error) {
    if (!(error instanceof ValuesError)) throw error;
  }
}

beforeAll(() => {
  // Warnings, hundreds of them.
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterAll(() => {
  jest.restoreAllMocks();
});

/** Names are new in each text, as what was written once is known. */
let names = 0;

function lines(count: number, line: (name: number) => string): string {
  names += 1_000_000;
  return Array.from({ length: count }, (_, index) => line(names + index)).join('');
}

const below = (head: string, line: (name: number) => string) => (count: number) => head + lines(count, line);

/** Values files by how often something is repeated in them, each with a number that makes enough work. */
const INPUTS: Readonly<Record<string, readonly [count: number, text: (count: number) => string]>> = {
  'unknown keys': [50, below('hub:\n', (i) => `  nokey${i}: 1\n`)],
  'misspelt traits': [50, below('hub:\n  config:\n    JupyterHub:\n', (i) => `      admin_acess${i}: true\n`)],
  'values of a wrong kind': [800, below('hub:\n  extraVolumes:\n', () => '  - 1\n')],
  'findings of profiles': [
    30,
    below('singleuser:\n  profileList:\n', (i) => `  - {display_name: p${i}, kubespawner_override: {mem_limt: 1G}}\n`),
  ],
  profiles: [
    30,
    below(
      'singleuser:\n  profileList:\n',
      (i) => `  - {display_name: p${i}, kubespawner_override: {image: "a:${i}"}}\n`,
    ),
  ],
  choices: [
    30,
    below(
      'singleuser:\n  profileList:\n  - display_name: p\n    profile_options:\n      o:\n        display_name: o\n        choices:\n',
      (i) => `          c${i}: {display_name: c${i}, kubespawner_override: {image: "a:${i}"}}\n`,
    ),
  ],
  variables: [75, below('singleuser:\n  extraEnv:\n', (i) => `    A${i}: b${i}\n`)],
  'variables with braces': [75, below('singleuser:\n  extraEnv:\n', (i) => `    A${i}: "{nope${i}}"\n`)],
  'secrets in variables': [75, below('hub:\n  extraEnv:\n', (i) => `    A${i}_PASSWORD: b${i}\n`)],
  traits: [75, below('hub:\n  config:\n    Foo:\n', (i) => `      t${i}: b${i}\n`)],
  classes: [75, below('hub:\n  config:\n', (i) => `    Foo${i}: {a: b}\n`)],
  services: [50, below('hub:\n  services:\n', (i) => `    s${i}: {url: "http://s${i}:80"}\n`)],
  roles: [50, below('hub:\n  loadRoles:\n', (i) => `    r${i}: {scopes: [self], users: [u${i}]}\n`)],
  files: [50, below('hub:\n  extraFiles:\n', (i) => `    f${i}: {mountPath: /srv/f${i}, stringData: a}\n`)],
  "users' files": [
    50,
    below('singleuser:\n  extraFiles:\n', (i) => `    f${i}: {mountPath: /srv/f${i}, stringData: a}\n`),
  ],
  mounts: [75, below('hub:\n  extraVolumeMounts:\n', (i) => `  - {name: v, mountPath: /m${i}}\n`)],
  "users' mounts": [
    150,
    below('singleuser:\n  storage:\n    extraVolumeMounts:\n', (i) => `    - {name: v, mountPath: /m${i}}\n`),
  ],
  containers: [50, below('singleuser:\n  extraContainers:\n', (i) => `  - {name: c${i}, image: "a:b"}\n`)],
  users: [75, below('hub:\n  config:\n    Authenticator:\n      allowed_users:\n', (i) => `      - user${i}\n`)],
  hosts: [50, below('ingress:\n  enabled: true\n  hosts:\n', (i) => `  - h${i}.example.org\n`)],
  tolerations: [50, below('singleuser:\n  extraTolerations:\n', (i) => `  - {key: a${i}, operator: Exists}\n`)],
  'pieces of Python': [75, below('hub:\n  extraConfig:\n', (i) => `    c${i}: "c.Foo.a${i} = 1"\n`)],
  'assignments in Python': [375, below('hub:\n  extraConfig:\n    c: |\n', (i) => `      c.KubeSpawner.a${i} = 1\n`)],
  'a long list in Python': [750, (count) => `hub:\n  extraConfig:\n    c: "c.Foo.a = [${'1, '.repeat(count)}]"\n`],
  'blank lines': [1250, (count) => `hub: {}\n${'\n'.repeat(count)}`],
  'blank lines in a block': [
    1500,
    (count) => `hub:\n  extraConfig:\n    a: |\n      b = 1\n${'\n'.repeat(count)}      c = 1\n`,
  ],
  comments: [750, (count) => `hub: {}\n${'# a\n'.repeat(count)}`],
  'a long string': [12500, (count) => `hub: {templateVars: {a: "${'a '.repeat(count)}"}}\n`],
  'a long plain string': [5000, (count) => `hub:\n  templateVars:\n    a: ${'a '.repeat(count)}\n`],
  'a string of many lines': [500, (count) => `hub:\n  templateVars:\n    a: "b\n${'      word\n'.repeat(count)}"\n`],
  'strings at the margin': [75, below('hub:\n  templateVars:\n', (i) => `    a${i}: "b\nword"\n`)],
  'brackets at the margin': [75, below('hub:\n  templateVars:\n', (i) => `    a${i}: [\n1,\nb ]\n`)],
  'lines in brackets at the margin': [150, (count) => `hub:\n  templateVars:\n    a: [\n${'b,\n'.repeat(count)}]\n`],
  'separators of lines': [500, (count) => `hub:\n  templateVars:\n    a: "b${'c\u2028  '.repeat(count)}"\n`],
  'blanks in a template': [750, (count) => `hub:\n  args: ["{{${' '.repeat(count)}"]\n`],
  templates: [250, (count) => `hub:\n  args: ["${'{{ .Release.Name }}'.repeat(count)}"]\n`],
  'fields in a template of KubeSpawner': [
    500,
    (count) => `singleuser:\n  extraEnv: {A: "${'{username}'.repeat(count)}"}\n`,
  ],
  'levels of maps': [30, (count) => `hub:\n  templateVars: ${'{a: '.repeat(count)}1${'}'.repeat(count)}\n`],
  'keys that are the same': [75, below('hub:\n', () => '  baseUrl: /\n')],
  'errors of YAML': [50, (count) => lines(count, (i) => `a${i}: b: c\n`)],
  aliases: [75, below('hub:\n  templateVars:\n    x: &x {a: 1}\n', (i) => `    y${i}: {<<: *x, b: 1}\n`)],
  'warnings that are allowed': [
    50,
    below('singleuser:\n  extraEnv:\n', (i) => `    A${i}: "{nope}" # allow: template/unknown-field: because\n`),
  ],
};

test.each(Object.entries(INPUTS))(
  '%s: four times as many take four times the work and memory, or less',
  (_, [count, text]) => {
    use(text(count));
    const texts = [1, 4].map((times) => text(times * count));
    const [one, four] = workOf(texts.map((some) => () => use(some)));
    // Four times the number takes 4 where it is linear, 16 where it is squared, less what is alike for all numbers.
    expect(four.blocks / one.blocks).toBeLessThan(6);
    expect(four.bytes / one.bytes).toBeLessThan(6);
  },
);
