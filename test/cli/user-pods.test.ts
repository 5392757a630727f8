import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { render } from '../../lib/cli/render';
import { userPods, UserPodsOptions } from '../../lib/cli/user-pods';

const TARGET = { release: 'jhub', namespace: 'ns' };

const PROFILES = {
  singleuser: {
    profileList: [
      { display_name: 'Small' },
      {
        display_name: 'Large',
        profile_options: {
          image: {
            choices: {
              python: { kubespawner_override: { image: 'py:1' } },
              r: { kubespawner_override: { image: 'r:1' } },
            },
            unlisted_choice: { enabled: true, kubespawner_override: { image: '{value}' } },
          },
        },
      },
    ],
  },
};

function json(
  values: unknown,
  options: UserPodsOptions = {},
): Record<string, { pod: { spec: { containers: { image: string }[] } } }> {
  return JSON.parse(userPods({ ...TARGET, values }, { ...options, json: true }).text) as never;
}

const image = (values: unknown, options: UserPodsOptions) =>
  Object.values(json(values, options)).map(({ pod }) => pod.spec.containers[0].image);

test('sample users, and every profile and choice, have a key each', () => {
  expect(Object.keys(json(PROFILES))).toEqual([
    'alice',
    'Bob.Smith@example.org',
    'alice/second',
    'profile small',
    'profile large',
    'profile large image=python',
    'profile large image=r',
    'profile large image=unlisted',
  ]);
});

test('one user and one server can be asked for', () => {
  expect(Object.keys(json({}, { user: 'ada' }))).toEqual(['ada']);
  expect(Object.keys(json({}, { user: 'ada', server: 'gpu' }))).toEqual(['ada/gpu']);
});

test('one profile can be asked for, with choices', () => {
  expect(Object.keys(json(PROFILES, { profile: 'large', option: ['image=r'] }))).toEqual(['profile large image=r']);
  expect(image(PROFILES, { profile: 'large', option: ['image=r'] })).toEqual(['r:1']);
  expect(image(PROFILES, { profile: 'large', option: ['image=own/img:a=b'] })).toEqual(['own/img:a=b']);
});

test('the first choice is the default, whatever choices are called', () => {
  const choice = (cpu_limit: number) => ({ display_name: String(cpu_limit), kubespawner_override: { cpu_limit } });
  const choices = { '0.5': choice(0.5), '1': choice(1), '2': choice(2) };
  const values = { singleuser: { profileList: [{ display_name: 'P', profile_options: { cpu: { choices } } }] } };
  const { text } = userPods({ ...TARGET, values }, { user: 'ada' });
  expect(/limits:\n +cpu: (.*)/.exec(text)?.[1]).toBe('0.5');
  expect(
    [...render({ ...TARGET, values }).matchAll(/^ +"?([\d.]+)"?:\n +display_name/gm)].map(([, name]) => name),
  ).toEqual(['0.5', '1', '2']);
});

test.each([
  [{ profile: 'huge' }, 'no profile has the slug huge; there are small, large'],
  [{ profile: 'small', option: ['image=r'] }, 'the profile small has no option image; it has: none'],
  [{ profile: 'large', option: ['image'] }, '"image" must be OPTION=CHOICE'],
] as [UserPodsOptions, string][])('what there is none of is refused: %j', (options, message) => {
  expect(() => json(PROFILES, options)).toThrow(message);
});

test('YAML has the claim and the pod, under a comment that tells whose they are', () => {
  const { text } = userPods({ ...TARGET, values: {} }, { user: 'ada\nkind: Secret' });
  expect(text).toMatch(/^# ada\\nkind: Secret\napiVersion: v1\nkind: PersistentVolumeClaim\n/);
  expect(parseAllDocuments(text).map((one) => one.get('kind'))).toEqual(['PersistentVolumeClaim', 'Pod']);
});

test('a server that does not start is told of', () => {
  const values = { hub: { config: { KubeSpawner: { mem_limit: '4Gi' } } } };
  expect(userPods({ ...TARGET, values }, { user: 'ada' }).text).toMatch(/^# ada: no server starts: mem_limit: must be/);
});

function secretFile(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'user-pods-')), 'secrets.yaml');
  writeFileSync(path, text);
  return path;
}

test('secrets are hidden in YAML, and in JSON where a file of secrets is read', () => {
  const values = { singleuser: { extraEnv: { API_TOKEN: 'hunter2' } } };
  expect(userPods({ ...TARGET, values }, {}).text).not.toContain('hunter2');
  expect(userPods({ ...TARGET, values }, { json: true }).text).toContain('hunter2');
  const secretFiles = [secretFile('singleuser: {extraEnv: {API_TOKEN: hunter2}}')];
  expect(userPods({ ...TARGET, values, secretFiles }, { json: true }).text).not.toContain('hunter2');
});

test.each([
  [{ hub: { extraConfig: { a: 'c.KubeSpawner.uid = 5' } } }, undefined],
  [{ hub: { extraConfig: { hook: 'def pre_spawn_hook(spawner): pass' } } }, 'hub.extraConfig.hook'],
  [{ hub: { extraConfig: { theme: 'print(1)' } } }, undefined],
  [{ hub: { config: { JupyterHub: { spawner_class: 'mine.MySpawner' } } } }, 'the class MySpawner'],
  [{ hub: { existingSecret: 'own' } }, 'the Secret own'],
] as [unknown, string | undefined][])('what only Python knows is noted: %j', (values, part) => {
  const { note } = userPods({ ...TARGET, values }, {});
  if (part === undefined) expect(note).toBeUndefined();
  else expect(note).toContain(part);
});

test('what Python sets to a value that is written out is known', () => {
  const values = { hub: { extraConfig: { b: "c.KubeSpawner.image = 'b:1'", a: "c.KubeSpawner.image = 'a:1'" } } };
  expect(image(values, { user: 'ada' })).toEqual(['b:1']);
});
