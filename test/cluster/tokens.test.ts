import { ServiceType } from 'cdk8s-plus-28';
import { Data } from '../support/objects';
import { Allow, Authenticator, JupyterHub, SecretValue } from '../../lib';
import { command, inlineCode } from './support/documentation';
import { exec, getJson, kubectl, tryKubectl } from './support/kubectl';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const PROXY_TOKEN = 'hub.config.ConfigurableHTTPProxy.auth_token';

/** Releases with and without literals. */
const RELEASES: Record<string, (password: string) => { password?: SecretValue; hub?: Data }> = {
  'a literal password': (password) => ({ password: SecretValue.literal(password) }),
  'a password in another Secret': () => ({ password: SecretValue.fromSecret('theirs', 'password') }),
  'a file and a variable': (password) => ({
    password: SecretValue.literal(password),
    hub: {
      extraEnv: { A_TOKEN: SecretValue.literal('hunter2') },
      extraFiles: { file: { mountPath: '/srv/file', stringData: 'text' } },
    },
  }),
};

scenario('The tokens of a release', (step) => {
  let release: Release;
  let alice: Visitor;
  let before: Record<string, string>;

  const synth = (name: string, password = 'first-password', proxyVariable?: string) =>
    release.build((app) => {
      const { password: given, hub } = RELEASES[name](password);
      new JupyterHub(app, release.name, {
        namespace: release.name,
        authenticator: Authenticator.dummy({ password: given as SecretValue, allow: Allow.all() }),
        spawner: { memory: { guarantee: '64M' } },
        proxy: {
          exposure: { service: { type: ServiceType.NODE_PORT } },
          ...(proxyVariable && { chp: { extraEnv: { A_TOKEN: SecretValue.literal(proxyVariable) } } }),
        },
        imagePuller: { hook: { enabled: false }, continuous: { enabled: false } },
        hub,
      });
    });
  const apply = (...more: string[]) => kubectl(['apply', ...more, '-f', 'dist/'], { cwd: release.folder });
  const tokens = async (): Promise<Record<string, string>> =>
    (await getJson('secret', 'hub', '--namespace', release.name)).data ?? {};
  const hubPod = async () => (await getJson('pods', '--namespace', release.name, '-lcomponent=hub')).items[0];
  const proxyPod = async () => {
    const { items } = await getJson('pods', '--namespace', release.name, '-lcomponent=proxy');
    return items.find(({ metadata }: Data) => !metadata.deletionTimestamp);
  };
  const takeOut = (path: string) =>
    release.kubectl('patch', 'secret', 'hub', '--type=json', `--patch=[{"op": "remove", "path": "${path}"}]`);
  /** Hub and proxy know each other: a page of the hub comes through the proxy. */
  const works = async (password = 'first-password') => {
    const url = await release.url();
    await until('hub and proxy agree', 120, async () => {
      const visitor = await Visitor.at(url, 'bob');
      await visitor.login(password);
      return (await visitor.me())?.name === 'bob';
    });
  };
  /** What users notice first of a lost cookie secret. */
  const isStillLoggedIn = () => until('alice is logged in', 120, async () => (await alice.me())?.name === 'alice');

  beforeAll(async () => {
    release = await Release.create('tokens');
    await release.kubectl('create', 'secret', 'generic', 'theirs', '--from-literal=password=first-password');
    synth('a literal password');
    await apply();
    await release.ready();
    alice = await Visitor.at(await release.url(), 'alice');
    await alice.login('first-password');
    await isStillLoggedIn();
    before = await tokens();
    expect(Object.keys(before)).toHaveLength(3);
  });
  afterAll(() => release.remove());

  const labels = () =>
    `--selector=app.kubernetes.io/instance=${release.name},app.kubernetes.io/managed-by=cdk8s-jupyterhub`;
  const ways: [string, () => string[]][] = [
    ['kubectl apply', () => []],
    ['kubectl apply --prune, Secrets too', () => ['--prune', labels(), '--prune-allowlist=core/v1/Secret']],
    ['kubectl apply --server-side', () => ['--server-side', '--force-conflicts']],
  ];
  for (const [way, options] of ways) {
    for (const name of ['a password in another Secret', 'a file and a variable', 'a literal password']) {
      step(`outlive ${way} of a release with ${name}`, async () => {
        synth(name);
        await apply(...options());
        await release.ready();
        expect(await tokens()).toEqual(before);
        await isStillLoggedIn();
      });
    }
  }

  step('are put back by the hub when they are taken out, and hub and proxy start again with them', async () => {
    await takeOut('/data');
    await until('the tokens are back', 30, async () => JSON.stringify(await tokens()) === JSON.stringify(before));
    await release.kubectl('rollout', 'restart', 'deployment/hub', 'deployment/proxy');
    await release.ready();
    await isStillLoggedIn();
  });

  step('are put back by a hub that is ended at the same moment', async () => {
    await Promise.all([takeOut('/data'), release.kubectl('delete', 'pod', '-lcomponent=hub')]);
    await release.ready();
    expect(await tokens()).toEqual(before);
    await isStillLoggedIn();
  });

  step('are generated again by an apply when the Secret was deleted and no hub was there', async () => {
    await release.kubectl('scale', 'deployment/hub', '--replicas=0');
    await until('the hub is gone', 60, async () => (await hubPod()) === undefined);
    await release.kubectl('delete', 'secret', 'hub');
    await until('its Job is gone', 30, async () => !(await jobs()).length);
    await apply('--server-side', '--force-conflicts');
    await release.ready();
    const after = await tokens();
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(after[PROXY_TOKEN]).not.toBe(before[PROXY_TOKEN]);
    await works();
    before = after;
  });
  const jobs = async () => (await getJson('jobs', '--namespace', release.name)).items;

  step('are generated again by the command of the docs when they were taken out and no hub was there', async () => {
    await release.kubectl('scale', 'deployment/hub', '--replicas=0');
    await until('the hub is gone', 60, async () => (await hubPod()) === undefined);
    await takeOut('/data/hub.config.ConfigurableHTTPProxy.auth_token');
    const line = inlineCode('docs/explanation.md', 'Secrets', 'delete job');
    await shell(line.replace('kubectl', `kubectl --namespace ${release.name}`), release.folder);
    await apply('--server-side', '--force-conflicts');
    await release.ready();
    await works();
    const after = await tokens();
    expect(after[PROXY_TOKEN]).not.toBe(before[PROXY_TOKEN]);
    before = after;
  });

  const rotate = (token: string) =>
    shell(release.adapt(command('docs/operations.md', 'Rotate a token', token)), release.folder);

  step('are rotated by the commands of the docs: hub and proxy start again, with other logins and keys', async () => {
    alice = await Visitor.at(await release.url(), 'alice');
    await alice.login('first-password');
    await isStillLoggedIn();
    const old = (await hubPod()).metadata.uid;
    await rotate('auth_token');
    await until('another hub is there', 120, async () => ![old, undefined].includes((await hubPod())?.metadata.uid));
    await release.ready();
    await works();
    expect((await tokens())[PROXY_TOKEN]).not.toBe(before[PROXY_TOKEN]);
    await isStillLoggedIn();

    const [cookie, keys] = ['hub.config.JupyterHub.cookie_secret', 'hub.config.CryptKeeper.keys'];
    await rotate('cookie_secret');
    await rotate('CryptKeeper.keys');
    await until('alice has to log in again', 120, async () => (await alice.get('/hub/api/user')).status() === 403);
    await works();
    const after = await tokens();
    expect(after[cookie]).not.toBe(before[cookie]);
    const decoded = (key?: string) => Buffer.from(key ?? '', 'base64').toString();
    expect(decoded(after[keys])).toMatch(new RegExp(`^[0-9a-f]{64};${decoded(before[keys])}$`));
  });

  step(
    'reach hub and proxy by a restart when they are literals that have changed, though no Deployment has',
    async () => {
      synth('a literal password', 'first-password', 'one');
      await apply('--server-side', '--force-conflicts');
      await release.ready();
      const old = await Promise.all([hubPod(), proxyPod()]);
      synth('a literal password', 'second-password', 'two');
      const diff = await tryKubectl(['diff', '--server-side', '--force-conflicts', '-f', 'dist/'], {
        cwd: release.folder,
      });
      expect(diff.stdout.match(/^diff .*/gm)?.map((line) => line.split('.').at(-1))).toEqual(['hub-literals']);
      await apply('--server-side', '--force-conflicts');
      for (const [index, pod] of [hubPod, proxyPod].entries())
        await until(
          'another pod is there',
          120,
          async () => ![old[index].metadata.uid, undefined].includes((await pod())?.metadata.uid),
        );
      await release.ready();
      await works('second-password');
      const variable = await exec(release.name, 'deployment/proxy', 'echo $A_TOKEN');
      expect(variable.stdout.trim()).toBe('two');
      const before = await Visitor.at(await release.url(), 'carol');
      expect((await before.login('first-password')).status()).toBe(403);
    },
  );
});
