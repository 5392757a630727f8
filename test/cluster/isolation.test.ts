import { Allow, Authenticator, JupyterHub, PodSecurity, SecretValue } from '../../lib';
import { block } from './support/documentation';
import { exec, getJson, kubectl, tryKubectl } from './support/kubectl';
import { METADATA, metadataServer } from './support/metadata-server';
import { nodeAddress, PLAIN, Release } from './support/release';
import { scenario } from './support/scenario';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const ASK_FOR_METADATA = `curl --silent --max-time 5 http://${METADATA}/`;

scenario('A namespace under Pod Security restricted', (step) => {
  let release: Release;
  let stopMetadataServer: () => Promise<void>;
  let ada: Visitor;

  beforeAll(async () => {
    stopMetadataServer = await metadataServer(await nodeAddress());
    const levels = ['enforce', 'warn'].map((mode) => `pod-security.kubernetes.io/${mode}=restricted`);
    release = await Release.create('restricted', levels);
  });
  afterAll(async () => {
    await stopMetadataServer();
    await release.remove();
  });

  step('refuses a pod that is not', async () => {
    const refused = await tryKubectl(['--namespace', release.name, 'run', 'any', '--image=any', '--dry-run=server']);
    expect(refused.stderr).toContain('violates PodSecurity "restricted:latest"');
  });

  step('takes all objects without a warning and runs hub, proxy, user scheduler and image pullers', async () => {
    release.build((app) => {
      new JupyterHub(app, release.name, {
        namespace: release.name,
        authenticator: Authenticator.dummy({ password: SecretValue.literal('a-password'), allow: Allow.all() }),
        spawner: PodSecurity.restricted({ memory: { guarantee: '128M' } }),
      });
    });
    const { status, stderr } = await tryKubectl(['apply', '-f', 'dist/'], { cwd: release.folder });
    expect([status, stderr]).toEqual([0, '']);
    await release.ready();
    await release.kubectl('wait', '--for=condition=complete', '--timeout=60s', 'job', '--all');
    await release.kubectl('rollout', 'status', 'daemonset/continuous-image-puller', '--timeout=60s');
  });

  step("starts a user's server", async () => {
    ada = await Visitor.at(await release.url(), 'ada');
    await ada.login('a-password');
    await ada.startServer();
    await ada.writeFile('diary.txt', 'dear diary');
    const { spec } = await getJson('pod', 'jupyter-ada', '--namespace', release.name);
    expect(spec.initContainers).toBeUndefined();
  });

  step("keeps the cloud's metadata from it by NetworkPolicy alone", async () => {
    expect((await exec(release.name, 'deployment/hub', ASK_FOR_METADATA)).status).toBe(0);
    expect((await exec(release.name, 'pod/jupyter-ada', ASK_FOR_METADATA)).status).not.toBe(0);
  });
});

scenario('Without NetworkPolicies', (step) => {
  let release: Release;
  let stopMetadataServer: () => Promise<void>;

  beforeAll(async () => {
    stopMetadataServer = await metadataServer(await nodeAddress());
    release = await Release.create('iptables');
  });
  afterAll(async () => {
    await stopMetadataServer();
    await release.remove();
  });

  step("an init container keeps the cloud's metadata from a user's server", async () => {
    await release.up(PLAIN, 'singleuser: { networkPolicy: { enabled: false } }');
    const ada = await Visitor.at(await release.url(), 'ada');
    await ada.login('a-password');
    await ada.startServer();
    await release.runPod('other');
    expect((await exec(release.name, 'pod/other', ASK_FOR_METADATA)).status).toBe(0);
    expect((await exec(release.name, 'pod/jupyter-ada', ASK_FOR_METADATA)).status).not.toBe(0);
  });
});

const QUOTA = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota' },
  spec: { hard: { 'requests.cpu': '2', 'limits.cpu': '4', 'requests.memory': '4Gi', 'limits.memory': '8Gi' } },
};
const DENY_ALL = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'deny-all' },
  spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
};

scenario('A namespace that denies by default and has a ResourceQuota', (step) => {
  const heading = 'A namespace that denies by default and has a quota';
  let release: Release;

  beforeAll(async () => {
    release = await Release.create('denied');
    const list = { apiVersion: 'v1', kind: 'List', items: [QUOTA, DENY_ALL] };
    await kubectl(['apply', '--namespace', release.name, '-f', '-'], { input: JSON.stringify(list) });
  });
  afterAll(() => release.remove());

  step('refuses a pod without resources, and lets no pod reach the API server', async () => {
    const refused = await tryKubectl(['--namespace', release.name, 'run', 'any', '--image=any', '--dry-run=server']);
    expect(refused.stderr).toContain('failed quota: quota: must specify limits.cpu');
    const few = { cpu: '100m', memory: '128Mi' };
    await release.runPod('other', {}, {}, { resources: { requests: few, limits: few } });
    const ask = 'curl --silent --insecure --max-time 5 https://$KUBERNETES_SERVICE_HOST/version';
    await until(
      'the API server is out of reach',
      30,
      async () => (await exec(release.name, 'pod/other', ask)).status !== 0,
    );
  });

  step('takes every pod of the release, and the tokens are generated', async () => {
    release.synth(PLAIN, block('docs/security.md', heading, 'yaml values'));
    await release.apply();
    await release.kubectl('wait', '--for=condition=complete', '--timeout=120s', 'job', '--all');
    await release.ready();
    const { data } = await getJson('secret', 'hub', '--namespace', release.name);
    expect(Object.keys(data)).toHaveLength(3);
    const { items } = await getJson('events', '--namespace', release.name, '--field-selector=reason=FailedCreate');
    expect(items.map(({ message }: { message: string }) => message)).toEqual([]);
  });

  step("starts a user's server", async () => {
    const ada = await Visitor.at(await release.url(), 'ada');
    await ada.login('a-password');
    await ada.startServer();
    await ada.writeFile('diary.txt', 'dear diary');
  });
});
