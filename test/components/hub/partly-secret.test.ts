import { parse } from 'yaml';
import { SecretValue } from '../../../lib';
import { object, secretText } from '../../support/objects';
import { warnings } from '../../support/findings';
import { jupyterhub, written } from '../../support/program';

const config = (values: string, file = 'config.yaml') => ({
  open: parse(String(object('ConfigMap', 'hub', values).data[file])) as unknown,
  secret: parse(secretText(object('Secret', 'hub-literals', values), file) ?? '') as unknown,
});

test('of a URL everything is readable but the password', () => {
  const { open, secret } = config('hub: {db: {type: postgres, url: "postgresql://u:dragon@h/d"}}');
  expect(open).toMatchObject({ JupyterHub: { db_url: 'postgresql://u:(secret 1)@h/d' } });
  expect(secret).toEqual({ JupyterHub: { db_url: { '(secret 1)': 'dragon' } } });
});

test('of Python everything is readable but what may be a secret', () => {
  const { open, secret } = config('hub: {extraConfig: {a: "c.X.client_secret = \'dragon\'"}}', 'extra-config.yaml');
  expect(open).toEqual({ a: "c.X.client_secret = '(secret 1)'" });
  expect(secret).toEqual({ a: { '(secret 1)': 'dragon' } });
});

test('of a list of profiles everything is readable but the secret in one of them', () => {
  const { open, secret } = config(
    'singleuser: {profileList: [{display_name: A, kubespawner_override: {environment: {DB_PASS: dragon, LANG: C}}}, {display_name: B}]}',
  );
  expect(open).toMatchObject({
    KubeSpawner: {
      profile_list: [
        { display_name: 'A', kubespawner_override: { environment: { LANG: 'C' } } },
        { display_name: 'B' },
      ],
    },
  });
  expect(secret).toEqual({
    KubeSpawner: { profile_list: { 0: { kubespawner_override: { environment: { DB_PASS: 'dragon' } } } } },
  });
});

test('an argument of a command that is a secret leaves its place free', () => {
  const { open, secret } = config('singleuser: {cmd: [start, --token, dragon]}');
  expect(open).toMatchObject({ Spawner: { cmd: ['start', '--token', null] } });
  expect(secret).toEqual({ Spawner: { cmd: { 2: 'dragon' } } });
});

test.each(['hub.initContainers', 'hub.extraContainers'])(
  'a secret among the variables of %s goes to the Secret',
  (key) => {
    const values = `hub: {${key.slice(4)}: [{name: a, image: i, env: [{name: DB_PASS, value: dragon}, {name: X, value: "$(DB_PASS)"}]}]}`;
    const { initContainers = [], containers } = object('Deployment', 'hub', values).spec.template.spec;
    const container = [...initContainers, ...containers].find(({ name }: { name: string }) => name === 'a');
    const own = `${key}.a.extraEnv.DB_PASS`;
    expect(container.env).toEqual([
      { name: 'DB_PASS', valueFrom: { secretKeyRef: { name: 'hub-literals', key: own } } },
      { name: 'X', value: '$(DB_PASS)' },
    ]);
    expect(secretText(object('Secret', 'hub-literals', values), own)).toBe('dragon');
  },
);

test('a program says which part of a string is secret, of a literal or of a Secret of the cluster', () => {
  const parts = { PW: SecretValue.fromSecret('db', 'password'), '(pin)': SecretValue.literal('4711') };
  const hub = jupyterhub({ hub: { extraConfig: { a: SecretValue.within('login("PW", "(pin)")', parts) } } });
  const { data } = written(hub, 'ConfigMap', 'hub');
  expect(parse(String(data['extra-config.yaml']))).toEqual({ a: 'login("PW", "(pin)")' });
  expect(parse(String(data['cluster.yaml']))).toMatchObject({
    environment: { 'extra-config.yaml': [{ path: ['a', 'PW'], variable: 'HUB_SECRET_DB_PASSWORD' }] },
  });
});

test('a marker has to be in the string', () => {
  const token = SecretValue.literal('a');
  expect(() => SecretValue.within('x', { y: token })).toThrow('SecretValue.within: has no marker "y" in its string');
  expect(() => SecretValue.within('x', {})).toThrow('SecretValue.within: has no parts');
});

test('a secret in a profile is no mistake', () => {
  const values =
    'singleuser: {profileList: [{display_name: A, kubespawner_override: {environment: {DB_PASS: dragon}}}]}';
  expect(warnings(values)).toEqual([]);
});
