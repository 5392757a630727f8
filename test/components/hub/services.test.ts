import { configuration, jupyterhub, written } from '../../support/program';

const reporting = { url: 'http://hub:9000', scopes: ['read:users'], port: 9000, oauthNoConfirm: true };

test.each([
  ['declared', () => jupyterhub({ hub: { services: { reporting } } })],
  [
    'added',
    () => {
      const hub = jupyterhub();
      hub.hub.addService('reporting', reporting);
      return hub;
    },
  ],
])('a service that is %s comes with its token, role, port and rule', (_, make) => {
  const hub = make();
  const { services, load_roles: roles } = configuration(hub).JupyterHub;
  expect(services).toContainEqual({ name: 'reporting', url: 'http://hub:9000', oauth_no_confirm: true });
  expect(roles).toContainEqual({ name: 'reporting', scopes: ['read:users'], services: ['reporting'] });
  expect(written(hub, 'Service', 'hub').spec.ports).toContainEqual({ name: 'reporting', port: 9000, targetPort: 9000 });
  expect(written(hub, 'NetworkPolicy', 'hub').spec.ingress).toContainEqual({
    ports: [{ port: 9000 }],
    from: [{ podSelector: { matchLabels: { 'hub.jupyter.org/network-access-hub': 'true' } } }],
  });
  expect(JSON.stringify(hub.hub.objects.map((object) => object.toJson()))).toContain('hub.services.reporting.apiToken');
});

test('refuses a second service of a name, and scopes beside a role of that name', () => {
  const hub = jupyterhub({ hub: { services: { a: {} }, loadRoles: { b: { scopes: ['self'] } } } });
  expect(() => hub.hub.addService('a')).toThrow('hub.services.a: there is a service of this name already');
  expect(() => hub.hub.addService('b', { scopes: ['self'] })).toThrow('there is a role b already');
  expect(() => hub.hub.addRole('b', { scopes: [] })).toThrow('hub.loadRoles.b: there is a role of this name already');
});
