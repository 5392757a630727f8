import { problems } from '../../support/findings';

const TAKEN_AWAY = 'is null, which takes away the default that the chart needs; leave it out';

test.each([
  ['hub: {tolerations: null}', `hub.tolerations: ${TAKEN_AWAY}, or write []`],
  ['hub: {image: null}', `hub.image: ${TAKEN_AWAY}, or write {}`],
  ['scheduling: {userPods: null}', `scheduling.userPods: ${TAKEN_AWAY}, or write {}`],
  ['singleuser: {cpu: null}', `singleuser.cpu: ${TAKEN_AWAY}, or write {}`],
  ['hub: null', `hub: ${TAKEN_AWAY}, or write {}`],
])('refuses to take away a default that a template walks through: %s', (values, expected) => {
  expect(problems(values)).toEqual([expected]);
});

test.each([
  'scheduling: {userPlaceholder: {enabled: false}}\nsingleuser: {cpu: null, memory: null, extraResource: null}',
  'hub: {db: {type: sqlite-memory, pvc: null}}',
  'scheduling: {userScheduler: {enabled: false, image: null, pdb: null}}',
  'httpRoute: {gateway: null}',
  'hub: {resources: null, annotations: null, extraConfig: null}',
])('takes a null where no template looks: %s', (values) => {
  expect(problems(values)).toEqual([]);
});

test('leaves a null standing where there is no default to take away', () => {
  expect(problems('hub: {config: {GitHubOAuthenticator: {scope: null}}, nodeSelector: {a: null}}')).toEqual([]);
});
