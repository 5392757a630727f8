import { Duration } from 'cdk8s';
import { JupyterHubProps } from '../../../lib';
import { messageOf } from '../../support/message';
import { configuration, jupyterhub, written } from '../../support/program';

const wrong = (props: object) => messageOf(() => jupyterhub(props));

const over = (overrides: object, props: Partial<JupyterHubProps> = {}) =>
  configuration(jupyterhub({ ...props, overrides })).KubeSpawner;

test('overrides are converted as options are', () => {
  expect(over({ spawner: { startTimeout: Duration.minutes(2), memory: { limit: '2Gi' } } })).toMatchObject({
    start_timeout: 120,
    mem_limit: '2G',
  });
});

test('overrides may have the names that Python has, and the form of manifests', () => {
  const tolerations = [{ key: 'a', operator: 'Exists', toleration_seconds: 5 }];
  const initContainers = [{ name: 'a', image: 'b', ports: [{ containerPort: 1, hostIP: '10.0.0.1' }] }];
  expect(over({ spawner: { start_timeout: 60, extra_tolerations: tolerations, initContainers } })).toMatchObject({
    start_timeout: 60,
    tolerations: expect.arrayContaining([{ key: 'a', operator: 'Exists', tolerationSeconds: 5 }]) as unknown,
    init_containers: expect.arrayContaining(initContainers) as unknown,
  });
});

test('overrides are laid one over the other', () => {
  const common = { spawner: { memory: { limit: '2G' }, uid: 1001 } };
  const production = { spawner: { memory: { limit: '8G' } } };
  expect(over([common, production], { spawner: { uid: 1002 } })).toMatchObject({ mem_limit: '8G', uid: 1001 });
});

test('overrides take away what is given, and its default, by null', () => {
  const props = { spawner: { memory: { guarantee: '2G' } } };
  expect(over({ spawner: { memory: { guarantee: null } } }, props)).not.toHaveProperty('mem_guarantee');
});

test.each<[string, object, string]>([
  ['a misspelt option', { spawner: { memroy: {} } }, 'overrides.spawner.memroy: unknown option; did you mean memory?'],
  ['one of a layer', [{}, { hubb: {} }], 'overrides[1].hubb: unknown option; did you mean hub?'],
  [
    'a misspelt field',
    { hub: { tolerations: [{ kye: 'a' }] } },
    'overrides.hub.tolerations[0].kye: unknown field; did you mean key?',
  ],
  [
    'a wrong kind',
    { spawner: { uid: '1' } },
    'overrides.spawner.uid: must be a number, but is the string "1"; remove the quotes',
  ],
  ['the namespace', { namespace: 'other' }, 'overrides.namespace: cannot be overridden'],
  ['no map', ['a'], 'overrides[0]: must be a map (JupyterHubProps), but is the string "a"'],
])('overrides are refused with %s', (_, overrides, message) => {
  expect(wrong({ overrides })).toBe(`[jhub] ${message}`);
});

test('overrides are refused where they do not go with the options', () => {
  const hub = { services: { s: { scopes: ['self'] } } };
  expect(wrong({ hub, overrides: { hub: { loadRoles: { s: { scopes: ['self'] } } } } })).toBe(
    '[jhub] hub.services.s.scopes: there is a role s already, which says what the service may do',
  );
});

test('the limit of a budget that an override gives stands instead of the other one', () => {
  const hub = { pdb: { enabled: true, minAvailable: 2 } };
  const { spec } = written(
    jupyterhub({ hub, overrides: { hub: { pdb: { maxUnavailable: 3 } } } }),
    'PodDisruptionBudget',
    'hub',
  );
  expect([spec.minAvailable, spec.maxUnavailable]).toEqual([undefined, 3]);
});
