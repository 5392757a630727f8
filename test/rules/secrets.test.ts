import { Testing } from 'cdk8s';
import { Database, JupyterHub, JupyterHubProps, SecretValue } from '../../lib';
import { problemsOf, warnings } from '../support/findings';
import { somebodyMayEnter } from '../support/program';

const hub = (props: Partial<JupyterHubProps>) =>
  new JupyterHub(Testing.app(), 'jhub', { ...somebodyMayEnter(), namespace: 'jhub', ...props });
const literal = SecretValue.literal('s3cret');
const reference = SecretValue.fromSecret('db', 'password');

test.each([
  ['a literal', `postgresql://hub:${literal.toString()}@db/hub`],
  ['a reference', `postgresql://hub:${reference.toString()}@db/hub`],
  ['an object of Python', 'postgresql://hub:<cdk8s_jupyterhub.SecretValue object at 0x7f3a10>@db/hub'],
])('refuses a string into which %s was put', (_, url) => {
  const expected =
    'hub.db.url: holds a SecretValue that was put into a string: the string holds a placeholder instead of the secret; ' +
    'keep the whole string in the Secret, or give it by SecretValue.literal [secrets/in-a-string]';
  expect(problemsOf(() => hub({ hub: { db: Database.other(SecretValue.literal(url)) } }))).toEqual([expected]);
});

test('takes a secret that is given whole', () => {
  expect(problemsOf(() => hub({ hub: { db: Database.other(reference) } }))).toEqual([]);
});

test.each([[''], [undefined], [null], [5]])('SecretValue.literal refuses %j', (value) => {
  expect(() => SecretValue.literal(value as string)).toThrow(
    'SecretValue.literal: must be a string that is not empty, but is',
  );
});

const variableProblem = (path: string, name: string) =>
  `${path}: goes to a Secret, as it holds a credential, and has ${name} in it: the kubelet puts no variable into what comes from a Secret: ` +
  'the container gets the name instead of the value; give the credential in a variable of its own, and write $(NAME) of that one here [secrets/variable-in-a-secret]';

test('tells of a variable in what goes to a Secret, for values and programs', () => {
  expect(warnings('hub: {extraEnv: {URL: "postgresql://u:s3cret@$(HOST)/d"}}')).toEqual([
    variableProblem('hub.extraEnv.URL', '$(HOST)'),
  ]);
  const extraEnv = { TOKEN: 'ghp_aaaaaaaaaaaaaaaaaaaaaaa', URL: SecretValue.literal('a://u:p@$(HOST)') };
  expect(problemsOf(() => hub({ proxy: { chp: { extraEnv } } }))).toEqual([
    variableProblem('proxy.chp.extraEnv.URL', '$(HOST)'),
  ]);
});

test('takes a credential that is put together of other variables, and dollars that are no variable', () => {
  const values = (value: string) => warnings(JSON.stringify({ hub: { extraEnv: { PASSWORD: value } } }));
  expect(['$(OTHER)', 'x$(OTHER)y', 'pa$$(HOST)', 'pa$word', 'pa(SS)word'].flatMap(values)).toEqual([]);
});

const READABLE =
  'looks like a credential: it stands in a manifest that is no Secret; give it in a variable whose value comes from a Secret, or in a file of a Secret [secrets/readable]';

test.each([
  ['hub.args[0]', 'hub: {args: ["--JupyterHub.db_url=postgresql://u:hunter2hunter@h/d"]}'],
  ['hub.annotations.a', 'hub: {annotations: {a: ghp_0123456789abcdefghij0123456789abcdef}}'],
  [
    'hub.lifecycle.postStart.exec.command[2]',
    'hub: {lifecycle: {postStart: {exec: {command: [sh, -c, "curl -u bot:Xk29fjq1pL http://x"]}}}}',
  ],
  [
    'hub.initContainers[0].command[2]',
    'hub: {initContainers: [{name: a, image: b, command: [git, clone, "https://bot:gl9fK2mQx7@git.example.org/r.git"]}]}',
  ],
  ['proxy.service.annotations.t', 'proxy: {service: {annotations: {t: "https://u:pw1234567@x.example.org/"}}}'],
  ['proxy.chp.extraCommandLineFlags[0]', 'proxy: {chp: {extraCommandLineFlags: ["--auth-token=9fK2mQx7pL3d"]}}'],
  ['singleuser.extraAnnotations.a', 'singleuser: {extraAnnotations: {a: "Bearer abcdef0123456789abcdef"}}'],
])('tells of a credential in %s, where everyone can read it', (path, values) => {
  expect(warnings(values)).toEqual([`${path}: ${READABLE}`]);
});

test('tells programs of it too, and of no variable, whose value goes to a Secret', () => {
  const annotations = { a: 'https://u:pw1234567@x.example.org/' };
  const initContainers = [{ name: 'a', image: 'b', env: [{ name: 'A_TOKEN', value: 'ghp_0123456789abcdefghij0123' }] }];
  expect(problemsOf(() => hub({ hub: { annotations, initContainers } }))).toEqual([`hub.annotations.a: ${READABLE}`]);
});

test('what commands and annotations refer to is no credential', () => {
  const command = '[sh, -c, "git clone https://bot:$(TOKEN)@git.example.org/r.git && export A_TOKEN=$B"]';
  expect(
    warnings(
      `hub: {annotations: {a: "https://x.example.org/?page=2"}, initContainers: [{name: a, image: b, command: ${command}}]}`,
    ),
  ).toEqual([]);
});
