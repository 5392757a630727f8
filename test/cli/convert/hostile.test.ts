import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { convert } from '../../../lib/cli/convert/convert';
import { propsFromHelmValues } from '../../../lib/rules/values';
import { HelmValues } from '../../../lib/values/helm-values';

/** Texts that end a line, a comment, a literal or a shell word, and then call what no program of ours has. */
const HOSTILE = [
  'x\nattacked()//',
  'x\rattacked()//',
  'x\u2028attacked()//',
  'x\u2029attacked()//',
  'x\u0085attacked()//',
  "x', attacked(), '",
  'x`, attacked(), `${attacked()}',
  'x\n${attacked()}',
  "x'; touch attacked; '",
  '\u001b[31mRED\nconfig.yaml:1:1: forged',
  '*/attacked()/*',
];

/** Values that hold a string wherever people can write one of their own. */
function valuesWith(text: string): Record<string, object> {
  return {
    'a warning': { singleuser: { extraEnv: { [text]: 1 } } },
    'a trait and its class': { hub: { config: { [`A${text}`]: { [text]: text } } } },
    'the name of a secret': { hub: { config: { Foo: { [`${text}_password`]: text } } } },
    'a host and an annotation': { ingress: { enabled: true, hosts: [text], annotations: { [text]: text } } },
    'a profile': {
      singleuser: { profileList: [{ display_name: text, slug: text, kubespawner_override: { [text]: text } }] },
    },
    'a choice': {
      singleuser: {
        profileList: [
          {
            display_name: 'a',
            profile_options: { [text]: { display_name: text, choices: { [text]: { display_name: text } } } },
          },
        ],
      },
    },
    Python: { hub: { extraConfig: { [text]: text } } },
    'a file': { hub: { extraFiles: { [text]: { mountPath: `/srv/${text}`, stringData: text } } } },
    'what is the user’s own': { custom: { [text]: { [text]: [text] } } },
  };
}

const CASES = HOSTILE.flatMap((text) =>
  Object.entries(valuesWith(text)).map(([place, values]) => [place, text, values] as const),
);

/** A module of which everything can be called, constructed and asked for. */
const anything: unknown = new Proxy(Object, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => anything as object,
});

/** Runs a program whose modules do nothing. */
function run(code: string): void {
  const { code: script } = transformSync(code, { loader: 'ts', format: 'cjs' });
  runInNewContext(script, { require: () => anything, module: {}, exports: {} });
}

function input(values: object): HelmValues {
  return { release: 'jhub', namespace: 'jhub', values };
}

test.each(CASES)('convert writes no code that %s of %j dictates', (_place, _text, values) => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  for (const secretName of [undefined, 'login']) {
    const code = convert(input(values), { secretsFile: join(folder, 'secrets.yaml'), secretName });
    expect(() => run(code)).not.toThrow();
    const commands = code.split('\n').filter((line) => line.includes('--from-literal'));
    expect(
      commands
        .join('\n')
        .replace(/^\/\/ {3}--from-literal='[\w.-]+=<secret>'( \\)?$/gm, '')
        .trim(),
    ).toBe('');
    expect(code.replace(/[\n\t]/g, '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/);
  }
});

test.each(HOSTILE)('no line of an error or a warning can be forged by %j', (text) => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const file = join(folder, `${text.replace(/[/\0]/g, '_')}.yaml`);
  writeFileSync(file, JSON.stringify({ [text]: 1, hub: { [text]: text, baseUrl: [text], db: { type: text } } }));
  let message = '';
  try {
    propsFromHelmValues({ release: text, namespace: text, files: [file] });
  } catch (error) {
    ({ message } = error as Error);
  }
  const lines = message.split('\n');
  expect(lines).toHaveLength(6);
  expect(message.replace(/\n/g, '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/);
});
