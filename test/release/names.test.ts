import { namesOf, NamesProps, releasePrefix } from '../../lib/release/names';
import { objects } from '../support/objects';

const account = { create: true };
const BASE: NamesProps = {
  release: 'jhub',
  fullnameOverride: '',
  hubServiceAccount: account,
  autohttpsServiceAccount: account,
  userSchedulerServiceAccount: account,
  hookImageAwaiterServiceAccount: account,
  hookImagePullerServiceAccount: account,
  continuousImagePullerServiceAccount: account,
};

test('names are short without a prefix, but for those that the whole cluster sees', () => {
  const names = namesOf(BASE);
  expect(names.hub).toBe('hub');
  expect(names.ingress).toBe('jupyterhub');
  expect(names['user-scheduler']).toBe('jhub-user-scheduler');
  expect(names.priority).toBe('jhub-default-priority');
});

test('a prefix stands before every name', () => {
  const names = namesOf({ ...BASE, fullnameOverride: 'prod' });
  expect(names['hub-pvc']).toBe('prod-hub-db-dir');
  expect(names['user-scheduler']).toBe('prod-user-scheduler');
  expect(names.ingress).toBe('prod');
});

test.each([
  ['jhub', undefined, 'jhub-jupyterhub'],
  ['my-jupyterhub', undefined, 'my-jupyterhub'],
  ['jhub', 'notebooks', 'jhub-notebooks'],
  ['notebooks-1', 'notebooks', 'notebooks-1'],
])('release %s with the name %s has the prefix %s', (release, nameOverride, prefix) => {
  expect(releasePrefix(release, nameOverride)).toBe(prefix);
  expect(namesOf({ ...BASE, release, nameOverride, fullnameOverride: undefined }).fullname).toBe(prefix);
});

test('a ServiceAccount that is not made is the one given, or the default one', () => {
  const names = (hubServiceAccount: NamesProps['hubServiceAccount']) =>
    namesOf({ ...BASE, hubServiceAccount })['hub-serviceaccount'];
  expect(names({ create: true, name: 'mine' })).toBe('mine');
  expect(names({ create: false, name: 'mine' })).toBe('mine');
  expect(names({ create: false })).toBe('default');
});

test('names of Jobs fit into a label of their pods, however long the release is called', () => {
  const all = objects('fullnameOverride:', `${'long-'.repeat(8)}jupyterhub`);
  const jobs = all.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name);
  expect(jobs).toHaveLength(2);
  for (const name of jobs) expect(name).toMatch(/^[a-z][a-z0-9-]{0,53}[a-z]-[0-9a-f]{8}$/);
});
