import { Testing } from 'cdk8s';
import { Allow, Authenticator, JupyterHub } from '../../lib';
import { problems, problemsOf } from '../support/findings';

const wrong = (release: string, namespace = 'ns') =>
  problems('{}', { release, namespace }).map((line) => line.split(':')[0]);

test.each(['a', 'jhub', 'my-hub.prod', '1a', 'a'.repeat(53)])('takes a release named %s, as Helm does', (release) => {
  expect(wrong(release)).toEqual([]);
});

test.each(['', 'Bad', 'a_b', '-a', 'a-', 'a..b', 'a'.repeat(54)])('refuses a release named "%s"', (release) => {
  expect(wrong(release)).toEqual(['release']);
});

test.each(['', 'My Ns', 'a.b', 'a_b', '-a', 'a'.repeat(64)])('refuses a namespace named "%s"', (namespace) => {
  expect(wrong('jhub', namespace)).toEqual(['namespace']);
});

const EXPECTED = [
  "release: must be at most 53 lower-case letters, digits, '-' and '.', with a letter or digit at both ends, but is \"A\" [names/release-or-namespace]",
  'namespace: must be at most 63 lower-case letters, digits and \'-\', with a letter or digit at both ends, but is "a.b" [names/release-or-namespace]',
];

test('values and programs are told the same', () => {
  const target = { release: 'A', namespace: 'a.b' };
  expect(problems('{}', target)).toEqual(EXPECTED);
  const authenticator = Authenticator.tmp({ allow: Allow.all() });
  expect(problemsOf(() => new JupyterHub(Testing.app(), 'jhub', { ...target, authenticator }))).toEqual(EXPECTED);
});

test('a prefix of names has to be one', () => {
  expect(problems('fullnameOverride: My_Hub')).toEqual([
    'fullnameOverride: must be lower-case letters, digits and \'-\', with a letter first and a letter or digit last, but is "My_Hub": ' +
      'Kubernetes refuses the objects [names/prefix]',
  ]);
  expect(problems('fullnameOverride: my-hub')).toEqual([]);
  expect(problems('fullnameOverride: ""')).toEqual([]);
});

test('the name of a service has to fit into a key of a Secret', () => {
  expect(problems('hub: {services: {a b: {}}}')).toEqual([
    "hub.services.a b: the name of a service must have letters, digits, '-', '_' and '.' only, but is \"a b\": " +
      "Kubernetes refuses the key in the hub's Secret: no token at all is generated [names/service]",
  ]);
  expect(problems('hub: {services: {a.b_c-D: {}}}')).toEqual([]);
});

test('so has the name of a service that a program adds', () => {
  const told = (name: string) =>
    problemsOf(() => {
      const authenticator = Authenticator.tmp({ allow: Allow.all() });
      const jupyterhub = new JupyterHub(Testing.app(), 'jhub', { namespace: 'jhub', authenticator });
      jupyterhub.hub.addService(name);
      return jupyterhub;
    });
  expect(told('a b')).toEqual([
    "hub.services.a b: the name of a service must have letters, digits, '-', '_' and '.' only, but is \"a b\": " +
      "Kubernetes refuses the key in the hub's Secret: no token at all is generated [names/service]",
  ]);
  expect(told('a.b_c-D')).toEqual([]);
});

test('the key of its token has at most 253 characters', () => {
  expect(problems(`hub: {services: {${'a'.repeat(231)}: {}}}`)).toEqual([]);
  expect(problems(`hub: {services: {${'a'.repeat(232)}: {}}}`)).toEqual([
    `hub.services.${'a'.repeat(232)}: the name of a service must have at most 231 characters, but has 232: ` +
      "Kubernetes refuses the key in the hub's Secret: no token at all is generated [names/service]",
  ]);
});
