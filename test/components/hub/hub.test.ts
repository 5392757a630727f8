import { App, Chart, JsonPatch, Testing } from 'cdk8s';
import { Allow, Authenticator, Hub, JupyterHub, JupyterHubProps, Release, SecretValue } from '../../../lib';
import { Data } from '../../support/objects';

const token = SecretValue.fromSecret('theirs', 'token');
const PROPS: JupyterHubProps = { namespace: 'jhub', authenticator: Authenticator.gitHub({ allow: Allow.all() }) };
const WITH_TOKENS: JupyterHubProps = {
  ...PROPS,
  hub: { cookieSecret: token, cryptKeeperKeys: token },
  proxy: { secretToken: token },
};

function synth(chart: Chart): Data[] {
  return Testing.synth(chart) as Data[];
}

const named = (all: Data[], kind: string, name: string): Data =>
  all.find((object) => object.kind === kind && object.metadata.name === name);

test('a service brings its port, its rule and its token', () => {
  const jupyterhub = new JupyterHub(new App(), 'jhub', PROPS);
  jupyterhub.hub.addService('announcement', { url: 'http://hub:9000', port: 9000, scopes: ['list:users'] });
  const all = synth(jupyterhub);
  expect(named(all, 'Service', 'hub').spec.ports).toContainEqual({
    name: 'announcement',
    port: 9000,
    targetPort: 9000,
  });
  expect(JSON.stringify(named(all, 'NetworkPolicy', 'hub').spec.ingress)).toContain('{"port":9000}');
  expect(all.find(({ kind }) => kind === 'Job').spec.template.spec.containers[0].args).toContain(
    'hub.services.announcement.apiToken',
  );
});

test('a service added to a hub whose tokens are all in other Secrets brings the Job that generates its own', () => {
  const jupyterhub = new JupyterHub(new App(), 'jhub', WITH_TOKENS);
  const kinds = () => jupyterhub.hub.objects.map(({ kind }) => kind);
  expect(kinds()).not.toContain('Job');
  jupyterhub.hub.addService('announcement');
  expect(kinds()).toContain('Job');
  expect(synth(jupyterhub).map(({ kind }) => kind)).toContain('Job');
});

test('refuses a second service, and a second role, of a name', () => {
  const { hub } = new JupyterHub(new App(), 'jhub', PROPS);
  hub.addService('a');
  expect(() => hub.addService('a')).toThrow('hub.services.a: there is a service of this name already');
  hub.addRole('a', { scopes: ['self'] });
  expect(() => hub.addRole('a', { scopes: [] })).toThrow('hub.loadRoles.a: there is a role of this name already');
});

test('stands alone in a chart of its own', () => {
  const chart = new Chart(new App(), 'mine', { namespace: 'jhub' });
  const hub = new Hub(chart, 'hub', new Release('jhub', PROPS));
  const kinds = synth(chart).map(({ kind }) => kind);
  expect(kinds).toContain('Deployment');
  expect(kinds).not.toContain('DaemonSet');
  expect(hub.deployment.name).toBe('hub');
});

test('a patch on an exposed object stays, whatever is added after it', () => {
  const jupyterhub = new JupyterHub(new App(), 'jhub', PROPS);
  jupyterhub.hub.deployment.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10));
  jupyterhub.hub.addService('announcement', { command: ['serve'] });
  expect(named(synth(jupyterhub), 'Deployment', 'hub').spec.minReadySeconds).toBe(10);
});
