import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Exposure, Hub, JupyterHub, JupyterHubProps, Release } from '../../lib';
import { Tree } from '../../lib/data/maps';
import { objects } from '../support/objects';
import { somebodyMayEnter } from '../support/program';

interface Given {
  readonly id: string;
  readonly release?: string;
  readonly namespace: string;
  readonly values?: Tree;
}

function appOf(...releases: Given[]): App {
  const app = Testing.app() as App;
  for (const { id, ...props } of releases) JupyterHub.fromHelmValues(app, id, { values: {}, ...props });
  return app;
}

/** The same as programs, which are refused for what values are warned of. */
function programsOf(...hubs: [id: string, props: Partial<JupyterHubProps>][]): App {
  const app = Testing.app() as App;
  for (const [id, props] of hubs) new JupyterHub(app, id, { ...somebodyMayEnter(), namespace: id, ...props });
  return app;
}

/** What is warned of when an app is written, however often. */
function warned(app: App): string[] {
  const lines: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line).trim()) > 0);
  try {
    app.synth();
    app.synth();
    return lines;
  } finally {
    spy.mockRestore();
  }
}

/** What is told of the collisions in an app, a line each. */
function told(app: App): string[] {
  try {
    app.synth();
    return [];
  } catch (error) {
    const [first, ...lines] = (error as Error).message.split('\n');
    expect(first).toBe('Validation failed with the following errors:');
    return lines.map((line) => line.trim().replace(/(?<=\] )test\S+:\d+:\d+: /, ''));
  }
}

const alone = { scheduling: { userScheduler: { enabled: false } } };

test('two releases, each in a namespace of its own, stand side by side in one app', () => {
  expect(told(appOf({ id: 'a', namespace: 'a' }, { id: 'b', namespace: 'b' }))).toEqual([]);
});

test('no object of one release has the name of one of the other', () => {
  const identities = (release: string) =>
    objects('scheduling: {podPriority: {enabled: true}}', release)
      .filter(({ metadata }) => metadata.namespace === undefined)
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(identities('a').length).toBeGreaterThan(3);
  expect(identities('a').filter((identity) => identities('b').includes(identity))).toEqual([]);
});

test('refuses two releases in one namespace, once and in one line', () => {
  const lines = told(appOf({ id: 'a', namespace: 'jhub' }, { id: 'b', namespace: 'jhub' }));
  expect(lines).toEqual([
    expect.stringMatching(
      /^\[b\] a and b both have ConfigMap hub, .* and \d+ more in namespace jhub: the one that is applied last takes the place of the other; give one of them another namespace or fullnameOverride \[app\/same-names\]$/,
    ),
  ]);
});

test('of three releases in one namespace each is held against the first', () => {
  const lines = told(appOf(...['a', 'b', 'c'].map((id) => ({ id, namespace: 'jhub' }))));
  expect(lines.map((line) => line.slice(0, 'a and b both'.length + '[b] '.length))).toEqual([
    '[b] a and b both',
    '[c] a and c both',
  ]);
});

test("refuses two releases in one namespace whose users' pods have the same names, though a prefix parts their objects", () => {
  const hub = (id: string, podNameTemplate?: string): [string, Partial<JupyterHubProps>] => [
    id,
    { namespace: 'jhub', fullnameOverride: id, spawner: { podNameTemplate } },
  ];
  expect(told(programsOf(hub('a'), hub('b')))).toEqual([
    "[b] a and b both have users' pods named jupyter-{user_server} in namespace jhub: who starts a server on one of them loses that on the other; give one of them another spawner.podNameTemplate [app/same-user-pods]",
  ]);
  expect(told(programsOf(hub('a'), hub('b', 'b-{user_server}')))).toEqual([]);
});

test("users' pods in namespaces of their own are told apart by the hub's namespace, where the template names it", () => {
  const hub = (id: string, template?: string): [string, Partial<JupyterHubProps>] => [
    id,
    {
      suppressions: [{ id: 'traits/other-namespace', reason: 'roles and policies are made by the platform' }],
      hub: {
        config: {
          KubeSpawner: { enable_user_namespaces: true, ...(template && { user_namespace_template: template }) },
        },
      },
    },
  ];
  expect(told(programsOf(hub('a'), hub('b')))).toEqual([]);
  expect(told(programsOf(hub('a', 'user-{username}'), hub('b', 'user-{username}')))).toEqual([
    "[b] a and b both have users' pods named jupyter-{user_server} in namespace user-{username}: " +
      'who starts a server on one of them loses that on the other; give one of them another spawner.podNameTemplate [app/same-user-pods]',
  ]);
});

test('refuses two releases of one name, as their objects in the whole cluster have the same names', () => {
  const one = { release: 'jhub', namespace: 'a' };
  expect(told(appOf({ id: 'a', ...one }, { id: 'b', ...one, namespace: 'b' }))).toEqual([
    '[b] a and b both have ClusterRole jhub-user-scheduler and ClusterRoleBinding jhub-user-scheduler in the whole cluster: ' +
      'the one that is applied last takes the place of the other; give one of them another release name [app/same-names]',
  ]);
});

test('refuses two releases of one name whose prefixes differ, as pruning one would take the objects of the other', () => {
  const a = { id: 'a', release: 'jhub', namespace: 'a', values: { fullnameOverride: 'a' } };
  const b = { id: 'b', release: 'jhub', namespace: 'b', values: { fullnameOverride: 'b' } };
  expect(told(appOf(a, b))).toEqual([
    '[b] a and b both have objects labelled release: jhub in the whole cluster: ' +
      'who prunes one deletes the objects of the other; give one of them another release name [app/same-release]',
  ]);
});

test('two releases of one name may stand side by side where they have nothing in the whole cluster', () => {
  const one = { release: 'jhub', values: alone };
  expect(told(appOf({ id: 'a', ...one, namespace: 'a' }, { id: 'b', ...one, namespace: 'b' }))).toEqual([]);
});

test("refuses an object of the app's own with the name of one of the release", () => {
  const app = Testing.app() as App;
  const mine = new Chart(app, 'mine', { namespace: 'jhub' });
  new ApiObject(mine, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hub' } });
  new ApiObject(mine, 'class', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'jhub-user-scheduler' },
  });
  JupyterHub.fromHelmValues(app, 'jhub', { namespace: 'jhub', values: {} });
  expect(told(app)).toEqual([
    '[jhub] mine/config and jhub both have ConfigMap hub in namespace jhub: ' +
      'the one that is applied last takes the place of the other; give one of them another namespace or fullnameOverride [app/same-names]',
    '[jhub] mine/class and jhub both have ClusterRole jhub-user-scheduler in the whole cluster: ' +
      'the one that is applied last takes the place of the other; give one of them another release name [app/same-names]',
  ]);
});

test('refuses an object that is put into the chart of a release with a name of its own', () => {
  const app = appOf({ id: 'jhub', namespace: 'jhub' });
  new ApiObject(app.charts[0], 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hub' } });
  expect(told(app)).toEqual([expect.stringContaining('[jhub] jhub/config and jhub both have ConfigMap hub')]);
});

test('refuses a node port that two hubs, or a hub and another Service, want', () => {
  const hub = (id: string, http: number): [string, Partial<JupyterHubProps>] => [
    id,
    { proxy: { exposure: Exposure.nodePort({ http }) } },
  ];
  const app = programsOf(hub('a', 30080), hub('b', 30080), hub('c', 30081));
  const mine = new Chart(app, 'mine', { namespace: 'mine' });
  new kplus.Service(mine, 'service', { type: kplus.ServiceType.NODE_PORT, ports: [{ port: 80, nodePort: 30081 }] });
  const remedy =
    'in the whole cluster: Kubernetes refuses the second one; give one of them another node port [app/same-node-port]';
  expect(told(app)).toEqual([
    `[b] a and b both have node port 30080 (TCP) ${remedy}`,
    expect.stringMatching(/^\[c\] mine\/service\S* and c both have node port 30081 \(TCP\) /),
  ]);
});

test('a warning that is meant is suppressed, an error is not', () => {
  const hub = (id: string, suppressed: string): [string, Partial<JupyterHubProps>] => [
    id,
    {
      namespace: 'jhub',
      fullnameOverride: suppressed === 'app/same-names' ? '' : id,
      suppressions: [{ id: suppressed, reason: 'users of the two are others' }],
    },
  ];
  expect(told(programsOf(hub('a', 'app/same-user-pods'), ['b', { namespace: 'jhub', fullnameOverride: 'b' }]))).toEqual(
    [],
  );
  expect(told(programsOf(hub('a', 'app/same-names'), hub('b', 'app/same-names')))).toHaveLength(1);
});

test('warns of a node port that values of two hubs want, once', () => {
  const values = { proxy: { service: { type: 'NodePort', nodePorts: { http: 30080 } } } };
  expect(warned(appOf({ id: 'a', namespace: 'a', values }, { id: 'b', namespace: 'b', values }))).toEqual([
    'warning: a and b both have node port 30080 (TCP) in the whole cluster: Kubernetes refuses the second one; give one of them another node port [app/same-node-port]',
  ]);
});

/** Reached by an Ingress or a route alone. */
const INSIDE = { service: { type: kplus.ServiceType.CLUSTER_IP } };

test('refuses two hubs at one host and path, of one controller', () => {
  const hub = (id: string, ingress: object = {}, baseUrl = '/'): [string, Partial<JupyterHubProps>] => [
    id,
    {
      hub: { baseUrl },
      proxy: { exposure: { ...INSIDE, ingress: { enabled: true, hosts: ['hub.example.org'], ...ingress } } },
    },
  ];
  const remedy = 'users of one are led to the other; give one of them another host or base URL [app/same-host]';
  expect(told(programsOf(hub('a'), hub('b')))).toEqual([
    `[b] a and b both have the path / of hub.example.org in the default Ingress controller: ${remedy}`,
  ]);
  expect(told(programsOf(hub('a'), hub('b', {}, '/b/')))).toEqual([]);
  expect(told(programsOf(hub('a'), hub('b', { ingressClassName: 'internal' })))).toEqual([]);
  expect(told(programsOf(hub('a', { hosts: [] }), hub('b', { hosts: [] })))).toEqual([
    `[b] a and b both have the path / of any host in the default Ingress controller: ${remedy}`,
  ]);
});

test('refuses two hubs at one host of a Gateway', () => {
  const hub = (id: string, hostnames: string[]): [string, Partial<JupyterHubProps>] => [
    id,
    {
      proxy: {
        exposure: { ...INSIDE, httpRoute: { enabled: true, gateway: { name: 'web', namespace: 'infra' }, hostnames } },
      },
    },
  ];
  expect(told(programsOf(hub('a', ['a.example.org']), hub('b', ['b.example.org'])))).toEqual([]);
  expect(told(programsOf(hub('a', ['a.example.org']), hub('b', ['a.example.org'])))).toEqual([
    '[b] a and b both have the route of a.example.org in Gateway infra/web, any listener: users of one are led to the other; ' +
      'give one of them another host or base URL [app/same-host]',
  ]);
});

test('hubs that are composed by hand are held against each other too', () => {
  const app = Testing.app() as App;
  const chart = new Chart(app, 'both', { namespace: 'jhub' });
  for (const id of ['one', 'two']) new Hub(chart, id, new Release(id, somebodyMayEnter()));
  expect(told(app)).toEqual([
    expect.stringContaining('[both] both/one and both/two both have ConfigMap hub, Secret hub'),
  ]);
});

test('a collision that comes after a synth is found by the next one', () => {
  const app = appOf({ id: 'a', namespace: 'a' });
  expect(told(app)).toEqual([]);
  const chart = new Chart(app, 'mine', { namespace: 'a' });
  new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hub' } });
  expect(told(app)).toHaveLength(1);
});
