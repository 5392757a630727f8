import { parse } from 'yaml';
import { hubConfig, object } from '../../support/objects';

test.each([
  ['hub: {concurrentSpawnLimit: 5}', 'concurrent_spawn_limit', 5],
  ['hub: {activeServerLimit: 9}', 'active_server_limit', 9],
  ['hub: {baseUrl: /b/}', 'base_url', '/b/'],
  ['hub: {allowNamedServers: true}', 'allow_named_servers', true],
  ['hub: {namedServerLimitPerUser: 2}', 'named_server_limit_per_user', 2],
  ['hub: {authenticatePrometheus: false}', 'authenticate_prometheus', false],
  ['hub: {redirectToServer: false}', 'redirect_to_server', false],
  ['hub: {shutdownOnLogout: true}', 'shutdown_on_logout', true],
  ['hub: {templatePaths: [/t]}', 'template_paths', ['/t']],
  ['hub: {templateVars: {a: 1}}', 'template_vars', { a: 1 }],
  ['hub: {db: {type: sqlite-memory}}', 'db_url', 'sqlite://'],
  ['hub: {db: {type: mysql, url: "mysql://u@h/d"}}', 'db_url', 'mysql://u@h/d'],
  ['debug: {enabled: true}', 'log_level', 'DEBUG'],
])('%s sets JupyterHub.%s', (values, trait, expected) => {
  expect(hubConfig(values).JupyterHub[trait]).toEqual(expected);
});

test('an option that is not given leaves the trait to JupyterHub', () => {
  expect(hubConfig().JupyterHub).not.toHaveProperty('active_server_limit');
});

test('hub.config has the last word, trait by trait', () => {
  const { JupyterHub } = hubConfig(
    'hub: {config: {JupyterHub: {named_server_limit_per_user: 3, template_vars: {m: 1}}}, templateVars: {o: 2}}',
  );
  expect([JupyterHub.named_server_limit_per_user, JupyterHub.template_vars]).toEqual([3, { m: 1 }]);
});

test('hub.config keeps a null, which JupyterHub takes for a value', () => {
  expect(hubConfig('hub: {config: {MyClass: {trait: null}}}').MyClass).toEqual({ trait: null });
});

test('services are listed by name, without their tokens', () => {
  const values = 'cull: {enabled: false}\nhub: {services: {b: {url: "http://b"}, a: {name: other, apiToken: t}}}';
  expect(hubConfig(values).JupyterHub.services).toEqual([{ name: 'other' }, { name: 'b', url: 'http://b' }]);
  const facts = parse(object('ConfigMap', 'hub', values).data['cluster.yaml']);
  expect(facts.serviceTokens).toEqual({ other: 'a', b: 'b' });
});

test('roles are listed by name', () => {
  const values = 'cull: {enabled: false}\nhub: {loadRoles: {r: {scopes: [self]}}}';
  expect(hubConfig(values).JupyterHub.load_roles).toEqual([{ name: 'r', scopes: ['self'] }]);
});

test('the culler is a service with the scopes it needs', () => {
  const values =
    'cull: {users: true, adminUsers: false, removeNamedServers: true, timeout: 60, every: 10, concurrency: 3, maxAge: 99}';
  const { services, load_roles: roles } = hubConfig(values).JupyterHub;
  expect(services[0].command.slice(3)).toEqual([
    '--url=http://localhost:8081/hub/api',
    '--timeout=60',
    '--cull-every=10',
    '--concurrency=3',
    '--cull-users',
    '--cull-admin-users=false',
    '--remove-named-servers',
    '--max-age=99',
  ]);
  expect(roles[0].scopes).toContain('admin:users');
});

test('extraConfig is readable, and get_config is answered for it', () => {
  const code = 'c.A.b = get_config("custom.answer")\\n';
  const { data } = object('ConfigMap', 'hub', `hub: {extraConfig: {"01": '${code}'}}\ncustom: {answer: 42}`);
  expect(parse(data['extra-config.yaml'])).toEqual({ '01': code });
  const values = parse(data['values.yaml']);
  expect([values.custom.answer, values.singleuser.memory.guarantee, values.Release.Name]).toEqual([42, '1G', 'jhub']);
});

const CODE = { known: 'hub: {extraConfig: {a: "c.A.b = 1"}}' };

test.each([
  ['there is no code', '', false],
  ['code does not ask', CODE.known, false],
  ['code asks', "hub: {extraConfig: {a: \"set_config_if_not_none(c.A, 'b', 'custom.b')\"}}", true],
  ['code may be mounted', 'hub: {extraVolumes: [{name: a, emptyDir: {}}]}', true],
  ['code may be in the image', 'hub: {image: {name: example.org/hub, tag: "1"}}', true],
])('values are there for those who may ask: %s', (_, values, there) => {
  expect('values.yaml' in object('ConfigMap', 'hub', values).data).toBe(there);
});

test('names are there for code that may ask for them, else those that the hub needs', () => {
  const names = (values: string) => Object.keys(parse(object('ConfigMap', 'hub', values).data['cluster.yaml']).names);
  expect(names('')).toEqual(['hub', 'proxy-api']);
  expect(names(CODE.known)).toContain('proxy-public');
});

test('the configuration says nothing that means nothing', () => {
  const { data } = object('ConfigMap', 'hub');
  expect(Object.keys(data)).toEqual([
    'config.yaml',
    'cluster.yaml',
    'jupyterhub_config.py',
    'z2jh.py',
    'bootstrap_secrets.py',
    'keep_secrets.py',
  ]);
  expect(data['config.yaml'] + data['cluster.yaml']).not.toMatch(/null|\{\}|\[\]|""/);
});
