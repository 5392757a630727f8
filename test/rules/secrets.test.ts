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
