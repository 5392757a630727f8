import { Testing } from 'cdk8s';
import { Database, JupyterHub, JupyterHubProps, SecretValue } from '../../lib';
import { problemsOf } from '../support/findings';
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
