import { SecretValue } from '../../lib/secrets/secret-value';
import { acceptTrait } from '../../lib/jupyterhub/accept';
import { traitsOf } from '../../lib/jupyterhub/classes';
import { describeTrait } from '../../lib/jupyterhub/describe';
import { Trait } from '../../lib/jupyterhub/kind';

function trait(name: string): Trait {
  const [section, own] = name.split('.');
  const found = traitsOf(section).get(own);
  if (!found) throw new Error(`there is no trait ${name}`);
  return found;
}

// What the traits themselves do with values at random, test/slow/traits.sh compares.
test.each([
  ['KubeSpawner.mem_limit', '1.5G', 1610612736],
  ['KubeSpawner.mem_limit', 1.7, 1],
  ['KubeSpawner.mem_limit', null, null],
  ['KubeSpawner.cmd', 'start', ['start']],
  ['KubeSpawner.cpu_limit', 2, 2],
  ['KubeSpawner.uid', 1000, 1000],
  ['Authenticator.admin_users', 'ada', ['ada']],
  ['Authenticator.admin_users', ['ada', 'ada'], ['ada']],
  ['JupyterHub.base_url', 'hub', '/hub/'],
  ['ConfigurableHTTPProxy.log_level', 'DEBUG', 'debug'],
  ['Spawner.port', 80.0, 80],
])('%s takes %j', (name, value, held) => {
  expect(acceptTrait(trait(name), value)).toEqual({ value: held });
});

test.each([
  ['KubeSpawner.mem_limit', '4Gi', 'a number of bytes, or a string that ends in K, M, G or T or null'],
  ['KubeSpawner.mem_limit', '512', 'a number of bytes, or a string that ends in K, M, G or T or null'],
  ['KubeSpawner.cpu_limit', '500m', 'a number or null'],
  ['KubeSpawner.image', null, 'a string'],
  ['KubeSpawner.uid', '1000', 'an integer or null'],
  ['KubeSpawner.volumes', 'home', 'a list or a map'],
  ['KubeSpawner.slug_scheme', 'other', 'one of safe, escape'],
  ['KubeSpawner.modify_pod_hook', 'f', 'a function, which only Python can give or null'],
  ['Authenticator.admin_users', { ada: true }, 'a list'],
  ['Authenticator.admin_users', [{ name: 'ada' }], 'a list'],
  ['JupyterHub.load_roles', [1], 'a list of maps'],
  ['Spawner.poll_jitter', 2, 'a number from 0 to 1'],
  ['ConfigurableHTTPProxy.command', [], 'a string or a list of strings'],
])('%s does not take %j', (name, value, wanted) => {
  expect(acceptTrait(trait(name), value)).toBeUndefined();
  expect(describeTrait(trait(name))).toBe(wanted);
});

test('a secret is looked at, and stays one', () => {
  const [right, wrong] = [SecretValue.literal('1G'), SecretValue.literal('1Gi')];
  const unknown = SecretValue.fromSecret('s', 'k');
  expect(acceptTrait(trait('KubeSpawner.mem_limit'), right)).toEqual({ value: right });
  expect(acceptTrait(trait('KubeSpawner.mem_limit'), wrong)).toBeUndefined();
  expect(acceptTrait(trait('KubeSpawner.mem_limit'), unknown)).toEqual({ value: unknown });
});
