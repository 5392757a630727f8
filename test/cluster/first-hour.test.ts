import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, parseDocument } from 'yaml';
import { command } from './support/documentation';
import { forward } from './support/forward';
import { exec, getJson } from './support/kubectl';
import { METADATA, metadataServer } from './support/metadata-server';
import { nodeAddress, Release } from './support/release';
import { say } from './support/say';
import { scenario } from './support/scenario';
import { shell } from './support/shell';
import { Uptime } from './support/uptime';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const PASSWORD = 'a-shared-secret-password'; // as in config.yaml

scenario("README's first hour", (step) => {
  const release = new Release('first-hour');
  const readme = (part: string) => shell(release.adapt(command('README.md', 'Start', part)), release.folder);
  const synth = () => shell(command('README.md', 'Start', 'npm run synth').replace('npm ci && ', ''), release.folder);
  const pod = (user: string) => getJson('pod', `jupyter-${user}`, '--namespace', release.name);
  const edit = (change: (values: Document) => void) => {
    const file = join(release.folder, 'config.yaml');
    const values = parseDocument(readFileSync(file, 'utf8'));
    change(values);
    writeFileSync(file, values.toString());
  };
  let stopMetadataServer: () => Promise<void>;
  let alice: Visitor;
  let bob: Visitor;

  beforeAll(async () => {
    stopMetadataServer = await metadataServer(await nodeAddress());
  });
  afterAll(async () => {
    await stopMetadataServer();
    await release.remove();
  });

  step('synthesizes, applies, and hub and proxy become available', async () => {
    // How often the hub asks the proxy who was busy; by default too seldom for a test of the culler that is not to last.
    edit((values) => values.setIn(['hub', 'config', 'JupyterHub', 'last_activity_interval'], 5));
    await synth();
    await readme('create namespace');
    await release.label();
    await readme('kubectl apply');
    await readme('kubectl --namespace jhub wait');
    await readme('rollout status daemonset/hook-image-puller');
    const { items } = await getJson('pods', '--namespace', release.name, '--selector=component in (hub, proxy)');
    expect(items.map(({ status }: { status: { phase: string } }) => status.phase)).toEqual(['Running', 'Running']);
    await release.ready();
  });

  step('draws the tokens that nobody gave, and pulls images', async () => {
    await release.kubectl('wait', '--for=condition=complete', '--timeout=60s', 'job', '--all');
    const { data } = await getJson('secret', 'hub', '--namespace', release.name);
    const drawn = ['auth_token', 'cookie_secret', 'keys'].map((key) =>
      Object.keys(data).filter((name) => name.endsWith(`.${key}`) && data[name] !== ''),
    );
    expect(drawn.map((names) => names.length)).toEqual([1, 1, 1]);
  });

  step('is reached by a forwarded port where nothing gives it an address', async () => {
    const { url, stop } = await forward(release.adapt(command('README.md', 'Start', 'port-forward')));
    try {
      const admin = await Visitor.at(url, 'admin');
      await until('the port leads to the hub', 60, async () => (await admin.get('/hub/login')).ok());
      expect((await admin.login(PASSWORD)).status()).toBe(200);
      expect(await admin.me()).toMatchObject({ name: 'admin', admin: false });
    } finally {
      stop();
    }
  });

  step('has an address', async () => {
    const before = await getJson('service', 'proxy-public', '--namespace', release.name);
    expect(before.spec.type).toBe('LoadBalancer');
    if (!before.status.loadBalancer?.ingress) {
      say('no cloud gives the load balancer an address: the test does, with that of the node');
      const status = { loadBalancer: { ingress: [{ ip: await nodeAddress() }] } };
      const patch = ['--subresource=status', '--type=merge', `--patch=${JSON.stringify({ status })}`];
      await release.kubectl('patch', 'service', 'proxy-public', ...patch);
    }
    const service = await readme('get service proxy-public');
    expect(service).not.toContain('<pending>');
    alice = await Visitor.at(await release.url(), 'alice');
    await until('the address answers', 60, async () => (await alice.get('/hub/health')).ok());
  });

  step('refuses a wrong password', async () => {
    const answer = await alice.login('not the password');
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain('Invalid username or password');
    expect(await alice.me()).toBeUndefined();
  });

  step('lets in whoever knows the password', async () => {
    const answer = await alice.login(PASSWORD);
    expect([answer.status(), new URL(answer.url()).pathname]).toEqual([200, '/hub/home']);
    expect(await alice.me()).toMatchObject({ name: 'alice', admin: false, server: null });
  });

  step("starts the user's server where the user scheduler places it", async () => {
    await alice.startServer();
    expect((await pod('alice')).spec.schedulerName).toBe(`${release.name}-user-scheduler`);
    const { items } = await getJson(
      'events',
      '--namespace',
      release.name,
      '--field-selector=reason=Scheduled,involvedObject.name=jupyter-alice',
    );
    const by = items.map((event: { reportingComponent: string }) => event.reportingComponent);
    expect(by).toEqual([`${release.name}-user-scheduler`]);
  });

  step('keeps a file in the home over stop and start', async () => {
    await alice.writeFile('diary.txt', 'dear diary');
    await alice.stopServer();
    await until('the pod is gone', 60, async () => !(await release.pods()).includes('jupyter-alice'));
    await alice.startServer();
    expect(await alice.readFile('diary.txt')).toBe('dear diary');
  });

  step('shows a second user nothing of the first', async () => {
    bob = await Visitor.at(alice.url, 'bob');
    await bob.login(PASSWORD);
    await bob.startServer();
    expect(await bob.reaches('bob')).toBe(true);
    expect(await bob.reaches('alice')).toBe(false);
    expect(await bob.readFile('diary.txt', 'alice')).toBe(403);
    expect(await bob.readFile('diary.txt')).toBe(404);
    expect((await bob.get('/hub/api/users')).status()).toBe(403);
  });

  step("lets a user's pod reach the hub, and neither another user's pod nor the cloud's metadata", async () => {
    const address = (await pod('alice')).status.podIP;
    // Each has to answer somebody, or that it does not answer bob means nothing.
    const reachable = {
      "alice's server": `${address}:8888/user/alice/api`,
      'the metadata server': `${METADATA}:80/`,
      'the hub': `${(await getJson('service', 'hub', '--namespace', release.name)).spec.clusterIP}:8081/hub/api`,
    };
    const fetch = (url: string) =>
      `curl --silent --output /dev/null --max-time 5 http://${url} && echo reached || echo refused`;
    const ask = async (target: string) => {
      const answers = Object.entries(reachable).map(async ([name, url]) => {
        const { stdout, stderr } = await exec(release.name, target, fetch(url));
        return [name, stdout.trim() || stderr];
      });
      return Object.fromEntries(await Promise.all(answers));
    };
    await release.runPod('friend', {
      'hub.jupyter.org/network-access-singleuser': 'true',
      'hub.jupyter.org/network-access-hub': 'true',
    });
    await until('a pod that may reaches all of them', 30, async () =>
      Object.values(await ask('pod/friend')).every((answer) => answer === 'reached'),
    );
    expect(await ask('pod/jupyter-bob')).toEqual({
      "alice's server": 'refused',
      'the metadata server': 'refused',
      'the hub': 'reached',
    });
  });

  step("keeps the hub's database and the cluster's rights from users", async () => {
    const look = 'ls /srv/jupyterhub/jupyterhub.sqlite /var/run/secrets/kubernetes.io/serviceaccount/token';
    expect((await exec(release.name, 'deployment/hub', look)).status).toBe(0);
    const bobs = await exec(release.name, 'pod/jupyter-bob', `${look} 2>&1`);
    expect(bobs.stdout.match(/No such file/g)).toHaveLength(2);
    const claims = (await pod('bob')).spec.volumes.flatMap(
      (volume: { persistentVolumeClaim?: { claimName: string } }) => volume.persistentVolumeClaim?.claimName ?? [],
    );
    expect(claims).toEqual(['claim-bob']);
  });

  step('stops an idle server and not a busy one, after an apply of a changed config.yaml', async () => {
    const uptime = new Uptime("alice's server", () => alice.reaches('alice')); // she is busy all the time
    edit((values) => values.set('cull', { timeout: 60, every: 5 }));
    await synth();
    await readme('kubectl apply');
    await release.ready();
    await until("bob's server has been stopped", 180, async () => (await bob.me())?.server === null);
    expect(await uptime.end()).toEqual([]);
    expect(await alice.readFile('diary.txt')).toBe('dear diary');
  });

  step('lets nobody in after logout', async () => {
    await alice.logout();
    expect(await alice.me()).toBeUndefined();
    expect(await alice.reaches('alice')).toBe(false);
    expect(await release.pods()).toContain('jupyter-alice');
  });
});
