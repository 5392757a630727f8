import { problems } from '../../support/findings';

test('names what replaced a removed key', () => {
  expect(problems('hub: {fsGid: 1000}')).toEqual([
    'hub.fsGid: was removed from the chart; use hub.podSecurityContext.fsGroup',
  ]);
});

test('names what replaced each key of a removed map', () => {
  expect(problems('auth: {type: dummy, admin: {users: [a], access: true}, dummy: {password: p}}')).toEqual([
    'auth.type: was removed from the chart; use hub.config.JupyterHub.authenticator_class',
    'auth.admin.users: was removed from the chart; use hub.config.Authenticator.admin_users',
    'auth.admin.access: was removed from the chart; use hub.config.JupyterHub.admin_access',
    'auth.dummy: was removed from the chart; use hub.config.DummyAuthenticator',
  ]);
});

test('names what replaced a removed map of which no key is known', () => {
  expect(problems('auth: {other: 1}')).toEqual([
    'auth: was removed from the chart; use hub.config, by class names (hub.config.JupyterHub.authenticator_class and the like)',
  ]);
});
