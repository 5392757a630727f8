import { command } from './support/documentation';
import { forward } from './support/forward';
import { getJson, tryKubectl } from './support/kubectl';
import { PLAIN, Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const TROUBLE = 'docs/troubleshooting.md';
/** Small, and without what pulls images ahead. */
const BASE = `${PLAIN}
prePuller: { hook: { enabled: false }, continuous: { enabled: false } }
`;

scenario('When something goes wrong', (step) => {
  let release: Release;
  const page = (document: string, user: string) => (heading: string, part: string) =>
    shell(release.adapt(command(document, heading, part)).replace(/\balice\b/g, user), release.folder);
  const enter = async (name: string) => {
    const visitor = await Visitor.at(await release.url(), name);
    await visitor.login('a-password');
    return visitor;
  };
  const waiting = async (user: string) => {
    const { status } = await getJson('pod', `jupyter-${user}`, '--namespace', release.name);
    return (status.containerStatuses ?? []).map(
      (one: { state: { waiting?: { reason: string } } }) => one.state.waiting?.reason,
    );
  };
  /** What is wrong is mended, and what the page deletes is deleted: the user gets a server. */
  const cure = async (user: string, heading: string, ...parts: string[]) => {
    await release.up(BASE);
    for (const part of parts) await page(TROUBLE, user)(heading, part);
    const visitor = await enter(user);
    await until(`${user} gets the server`, 180, async () => {
      const me = await visitor.me();
      if (me && !me.pending && !me.server) await visitor.get('/hub/spawn');
      return visitor.reaches(user);
    });
    return visitor;
  };

  beforeAll(async () => {
    release = await Release.create('trouble');
  });
  afterAll(() => release.remove());

  step('an image that cannot be pulled', async () => {
    await release.up(
      BASE,
      'singleuser: { image: { name: quay.io/jupyterhub/k8s-singleuser-sample, tag: no-such-tag } }',
    );
    await (await enter('alice')).get('/hub/spawn');
    await until('the pod waits for its image', 90, async () => /Err|BackOff/.test(String(await waiting('alice'))));
    expect(await page(TROUBLE, 'alice')('The image cannot be pulled', 'describe pod')).toContain('no-such-tag');
    await cure('alice', 'The image cannot be pulled', 'delete pod');
  });

  step('no node with enough memory', async () => {
    await release.up(BASE, 'singleuser: { memory: { guarantee: 900G } }');
    await (await enter('bob')).get('/hub/spawn');
    await until('the scheduler has said why', 60, async () =>
      (await page(TROUBLE, 'bob')('The pod stays pending: no room', 'describe pod')).includes('Insufficient memory'),
    );
    await cure('bob', 'The pod stays pending: no room', 'delete pod');
  });

  step('a claim of a class that does not exist', async () => {
    await release.up(BASE, 'singleuser: { storage: { dynamic: { storageClass: no-such-class } } }');
    await (await enter('carol')).get('/hub/spawn');
    await until('the claim has said why', 60, async () =>
      (await page(TROUBLE, 'carol')('The claim stays pending: a wrong storage class', 'describe')).includes(
        'no-such-class',
      ),
    );
    await cure('carol', 'The claim stays pending: a wrong storage class', 'delete pod', 'delete persistentvolumeclaim');
  });

  step('a pod that takes longer than startTimeout, and a server that does not answer', async () => {
    const log = () => page(TROUBLE, 'dave')('A server starts, and the hub gives up', 'logs deployment/hub');
    const image = '{ name: quay.io/jupyterhub/k8s-singleuser-sample, tag: no-such-tag }';
    await release.up(BASE, `singleuser: { startTimeout: 10, image: ${image} }`);
    await (await enter('dave')).get('/hub/spawn');
    await until('the hub gives the pod up', 90, async () => /dave.*failed to start in 10 seconds/.test(await log()));

    await release.up(
      BASE,
      'singleuser: { cmd: [sh, -c, "echo no Jupyter; sleep 3600"] }',
      'hub: { config: { KubeSpawner: { http_timeout: 10 } } }',
    );
    await (await enter('dave')).get('/hub/spawn');
    await until('the pod tells what it is', 60, async () =>
      (await page(TROUBLE, 'dave')('A server starts, and the hub gives up', 'logs jupyter-alice')).includes(
        'no Jupyter',
      ),
    );
    await until('the hub gives the server up', 90, async () => /dave's server never showed up/.test(await log()));
    await cure('dave', 'A server starts, and the hub gives up');
  });

  step('what the API server refuses', async () => {
    const created = await tryKubectl(['create', 'namespace', release.name]);
    expect(created.stderr).toContain(`namespaces "${release.name}" already exists`);
    const refusal = async (...layers: string[]) => {
      release.synth(BASE, ...layers);
      const { status, stderr } = await tryKubectl(['apply', '--dry-run=server', '-f', 'dist/'], {
        cwd: release.folder,
      });
      expect(status).not.toBe(0);
      return stderr;
    };
    await release.kubectl('create', 'service', 'nodeport', 'theirs', '--tcp=80:80');
    const theirs = (await getJson('service', 'theirs', '--namespace', release.name)).spec.ports[0].nodePort;
    expect(await refusal(`proxy: { service: { type: NodePort, nodePorts: { http: ${theirs} } } }`)).toContain(
      'provided port is already allocated',
    );
    expect(await refusal('hub: { db: { pvc: { storageClassName: another } } }')).toContain(
      'spec is immutable after creation',
    );
    release.synth(BASE);
    const somebody = ['apply', '-f', 'dist/', '--as=system:serviceaccount:default:nobody'];
    expect((await tryKubectl(somebody, { cwd: release.folder })).stderr).toContain('is forbidden');
  });

  step('no external address: the port of the page leads to the hub', async () => {
    const { url, stop } = await forward(
      release.adapt(command(TROUBLE, 'There is no external address', 'port-forward')),
    );
    try {
      const visitor = await Visitor.at(url, 'dave');
      await until('the port leads to the hub', 60, async () => (await visitor.get('/hub/login')).ok());
    } finally {
      stop();
    }
  });

  step('a hub that does not start', async () => {
    release.synth(BASE, 'hub: { extraConfig: { limits: "c.JupyterHub.active_server_limit = limit_of_the_team" } }');
    await release.apply();
    await until("the hub's log tells the name and the line", 120, async () => {
      const log = await page(TROUBLE, 'alice')('The hub does not start', 'logs deployment/hub').catch(() => '');
      return log.includes('limit_of_the_team') && log.includes('hub.extraConfig.limits');
    });
    await release.up(BASE);
  });
});
