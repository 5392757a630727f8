import { hubConfig } from '../../support/objects';

/** The culler's command, without the program itself, and its role. */
function culler(values = '') {
  const { services, load_roles: roles } = hubConfig(values).JupyterHub;
  return {
    options: (services[0]?.command as string[] | undefined)?.slice(3),
    scopes: roles[0]?.scopes as string[] | undefined,
  };
}

test('idle servers are culled after an hour', () => {
  expect(culler()).toEqual({
    options: ['--url=http://localhost:8081/hub/api', '--timeout=3600', '--cull-every=600', '--concurrency=10'],
    scopes: ['list:users', 'read:users:activity', 'read:servers', 'delete:servers'],
  });
});

test('culling users needs the right to delete them', () => {
  const { options, scopes } = culler('cull: {users: true, adminUsers: false, removeNamedServers: true, maxAge: 60}');
  expect(options).toEqual(
    expect.arrayContaining(['--cull-users', '--cull-admin-users=false', '--remove-named-servers', '--max-age=60']),
  );
  expect(scopes).toContain('admin:users');
});

test('the culler asks the hub under its base URL', () => {
  expect(culler('hub: {baseUrl: /jupyter/}').options).toContain('--url=http://localhost:8081/jupyter/hub/api');
});

test('there is neither service nor role where culling is off', () => {
  expect(culler('cull: {enabled: false}')).toEqual({ options: undefined, scopes: undefined });
});
