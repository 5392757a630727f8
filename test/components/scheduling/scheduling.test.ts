import { parse } from 'yaml';
import { find, object, objects, podSpec } from '../../support/objects';

test('the user scheduler packs users by the plugins given, over the default ones', () => {
  const values = 'scheduling: {userScheduler: {plugins: {filter: {disabled: [{name: X}]}}}}';
  const config = parse(object('ConfigMap', 'user-scheduler', values).data['config.yaml']);
  expect(config.profiles[0].schedulerName).toBe('jhub-user-scheduler');
  expect(Object.keys(config.profiles[0].plugins)).toEqual(['filter', 'score']);
});

test('the user scheduler can be left out', () => {
  const kinds = objects('scheduling: {userScheduler: {enabled: false}}').map(({ kind }) => kind);
  expect(kinds).not.toContain('ClusterRole');
});

test('the log level and the replicas are set', () => {
  const values = 'scheduling: {userScheduler: {logLevel: 7, replicas: 1}}';
  expect(podSpec('Deployment', 'user-scheduler', values).containers[0].command).toContain('--v=7');
  expect(object('Deployment', 'user-scheduler', values).spec.replicas).toBe(1);
});

test('a placeholder keeps as much free as a user gets', () => {
  const values = 'singleuser: {cpu: {limit: 2}, memory: {guarantee: 3G}, extraResource: {limits: {gpu: 1}}}';
  expect(podSpec('StatefulSet', 'user-placeholder', values).containers[0].resources).toEqual({
    requests: { memory: '3G' },
    limits: { cpu: 2, gpu: '1' },
  });
});

test('a placeholder needs no further resources', () => {
  const values = 'singleuser: {memory: {guarantee: 3G}, extraResource: {limits: {gpu: null}, guarantees: null}}';
  expect(podSpec('StatefulSet', 'user-placeholder', values).containers[0].resources).toEqual({
    requests: { memory: '3G' },
  });
});

test('a placeholder keeps free what it is told', () => {
  const values = 'scheduling: {userPlaceholder: {replicas: 3, resources: {requests: {cpu: 1}}}}';
  expect(podSpec('StatefulSet', 'user-placeholder', values).containers[0].resources).toEqual({ requests: { cpu: 1 } });
  expect(object('StatefulSet', 'user-placeholder', values).spec.replicas).toBe(3);
});

test('priorities make placeholders give way', () => {
  const all = objects('scheduling: {podPriority: {enabled: true}}');
  const value = (name: string) => find(all, 'PriorityClass', name).value;
  expect([
    value('jhub-default-priority'),
    value('jhub-image-puller-priority'),
    value('jhub-user-placeholder-priority'),
  ]).toEqual([0, -5, -10]);
  expect(find(all, 'PriorityClass', 'jhub-default-priority').metadata).not.toHaveProperty('namespace');
});

test('without priorities there is no class', () => {
  expect(objects().filter(({ kind }) => kind === 'PriorityClass')).toEqual([]);
});
