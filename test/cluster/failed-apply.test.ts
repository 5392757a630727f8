import { spawn } from 'node:child_process';
import { exec, getJson, tryKubectl } from './support/kubectl';
import { PLAIN, Release } from './support/release';
import { say } from './support/say';
import { scenario } from './support/scenario';
import { Uptime } from './support/uptime';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

/** An apply whose kubectl is killed after so many objects. */
function interruptedApply(release: Release, objects: number): Promise<number> {
  say(`$ kubectl apply -f dist/, killed after ${objects} objects`);
  return new Promise((resolve, reject) => {
    const child = spawn('kubectl', ['apply', '-f', 'dist/'], { cwd: release.folder });
    let done = 0;
    child.stdout.on('data', (text) => {
      done += String(text).split('\n').length - 1;
      if (done >= objects) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (_, signal) => (signal === 'SIGKILL' ? resolve(done) : reject(new Error('it had ended before'))));
  });
}

async function enter(release: Release, name: string): Promise<Visitor> {
  const visitor = await Visitor.at(await release.url(), name);
  await visitor.login('a-password');
  return visitor;
}

scenario('An apply does not get to its end', (step) => {
  let release: Release;
  let ada: Visitor;

  beforeAll(async () => {
    release = await Release.create('half');
  });
  afterAll(() => release.remove());

  step('killed half way in an empty namespace: the next one completes it', async () => {
    release.synth(PLAIN);
    await interruptedApply(release, 12);
    expect((await getJson('deployments', '--namespace', release.name)).items).toEqual([]);
    await release.apply();
    await release.ready();
    ada = await enter(release, 'ada');
    await ada.startServer();
    await ada.writeFile('diary.txt', 'dear diary');
  });

  step('killed half way with servers running: they answer all the time, and the next one completes it', async () => {
    const uptime = new Uptime("ada's server", () => ada.reaches('ada'));
    release.synth(PLAIN, 'singleuser: { extraEnv: { GREETING: hello } }');
    await interruptedApply(release, 12);
    await release.apply();
    await release.ready();
    expect(await uptime.end()).toEqual([]);
    await ada.stopServer();
    await ada.startServer();
    expect((await exec(release.name, 'pod/jupyter-ada', 'echo $GREETING')).stdout).toBe('hello\n');
  });
});

scenario('Who applies lacks a right', (step) => {
  let release: Release;
  let ada: Visitor;

  /** Applies as somebody who may do everything in the namespace, and nothing outside. Gives the objects that are refused. */
  const applyAsDeployer = async () => {
    const as = `--as=system:serviceaccount:${release.name}:deployer`;
    const { status, stderr } = await tryKubectl(['apply', '-f', 'dist/', as], { cwd: release.folder });
    say(stderr.trim());
    expect(status).toBe(1);
    const refused = stderr.matchAll(/(\w+)(?:\.[\w.]+)? "([^"]+)" is forbidden/g);
    return [...refused].map(([, kind, name]) => `${kind} ${name}`).sort();
  };
  const clusterWide = () =>
    ['clusterrolebindings', 'clusterroles'].map((kind) => `${kind} ${release.name}-user-scheduler`);

  beforeAll(async () => {
    release = await Release.create('right');
    const account = `--serviceaccount=${release.name}:deployer`;
    await release.kubectl('create', 'serviceaccount', 'deployer');
    await release.kubectl('create', 'rolebinding', 'deployer', '--clusterrole=admin', account);
  });
  afterAll(() => release.remove());

  step('at the first apply: it names what is refused, and who has the right completes it', async () => {
    release.synth(PLAIN);
    expect(await applyAsDeployer()).toEqual(clusterWide());
    await release.apply();
    await release.ready();
    ada = await enter(release, 'ada');
    await ada.startServer();
    await ada.writeFile('diary.txt', 'dear diary');
  });

  step('at a later one: the rest is applied, and nobody is harmed', async () => {
    const uptime = new Uptime("ada's server", () => ada.reaches('ada'));
    release.synth(PLAIN, 'singleuser: { extraEnv: { GREETING: welcome } }');
    expect(await applyAsDeployer()).toEqual(clusterWide());
    await release.ready();
    expect(await uptime.end()).toEqual([]);
    await ada.stopServer();
    await ada.startServer();
    expect((await exec(release.name, 'pod/jupyter-ada', 'echo $GREETING')).stdout).toBe('welcome\n');
    expect(await ada.readFile('diary.txt')).toBe('dear diary');
  });
});

scenario('A wrong image', (step) => {
  let release: Release;
  let ada: Visitor;
  let bob: Visitor;

  beforeAll(async () => {
    release = await Release.create('image');
    await release.up(PLAIN);
    ada = await enter(release, 'ada');
    await ada.startServer();
  });
  afterAll(() => release.remove());

  step('of users: who starts a server reads why it does not, and a server that runs goes on', async () => {
    await release.up(PLAIN, 'singleuser: { image: { name: localhost/no-such-image, tag: "1" }, startTimeout: 15 }');
    bob = await enter(release, 'bob');
    await bob.get('/hub/spawn');
    const progress = await bob.get('/hub/api/users/bob/server/progress', { timeout: 90_000 });
    expect(await progress.text()).toMatch(/Failed to pull image[^\n]*no-such-image/);
    await until('the hub has given up', 60, async () => (await bob.me())?.pending === null);
    expect(await ada.reaches('ada')).toBe(true);
    expect(await release.pods()).not.toContain('jupyter-bob');
  });

  step('of the hub: the rollout says so, servers that run answer, and the files of before bring it back', async () => {
    const uptime = new Uptime("ada's server", () => ada.reaches('ada'));
    release.synth(PLAIN, 'hub: { image: { name: localhost/no-such-image, tag: "1" } }');
    await release.apply();
    const rollout = ['rollout', 'status', 'deployment/hub', '--timeout=15s'];
    expect((await tryKubectl(['--namespace', release.name, ...rollout])).status).not.toBe(0);
    expect((await bob.get('/hub/home')).status()).toBe(503);
    await release.up(PLAIN);
    expect(await uptime.end()).toEqual([]);
    await bob.startServer();
    expect(await ada.me()).toMatchObject({ server: '/user/ada/' });
  });
});

scenario('A full volume', (step) => {
  let release: Release;
  let ada: Visitor;

  // Volumes in memory have a size that is kept, on every cluster.
  const SMALL_VOLUMES = `
hub:
  db: { type: other, url: 'sqlite:////srv/small/jupyterhub.sqlite', upgrade: true }
  extraVolumes: [{ name: small, emptyDir: { medium: Memory, sizeLimit: 2Mi } }]
  extraVolumeMounts: [{ name: small, mountPath: /srv/small }]
singleuser:
  storage:
    type: none
    extraVolumes: [{ name: small, emptyDir: { medium: Memory, sizeLimit: 2Mi } }]
    extraVolumeMounts: [{ name: small, mountPath: /home/jovyan/work }]
`;

  beforeAll(async () => {
    release = await Release.create('full');
    await release.up(PLAIN, SMALL_VOLUMES);
    ada = await enter(release, 'ada');
    await ada.startServer();
  });
  afterAll(() => release.remove());

  step('of a user: saving says so, the file of before is whole, and there is room again after a delete', async () => {
    await ada.writeFile('work/diary.txt', 'dear diary');
    await exec(release.name, 'pod/jupyter-ada', 'head -c 5M /dev/zero > /home/jovyan/work/large');
    await expect(ada.writeFile('work/diary.txt', 'x'.repeat(100_000))).rejects.toThrow(/No space left on device/);
    expect(await ada.readFile('work/diary.txt')).toBe('dear diary');
    await exec(release.name, 'pod/jupyter-ada', 'rm /home/jovyan/work/large');
    await ada.writeFile('work/diary.txt', 'dear diary, there is room');
    expect(await ada.readFile('work/diary.txt')).toBe('dear diary, there is room');
  });

  step(
    "of the hub's database: servers that run answer, nobody new gets in, and all is well when there is room",
    async () => {
      await exec(release.name, 'deployment/hub', 'head -c 5M /dev/zero > /srv/small/large');
      const bob = await Visitor.at(await release.url(), 'bob');
      expect((await bob.login('a-password')).status()).toBe(500);
      expect(await ada.reaches('ada')).toBe(true);
      await exec(release.name, 'deployment/hub', 'rm /srv/small/large');
      await until('bob gets in', 60, async () => (await bob.login('a-password')).ok());
      await bob.startServer();
      expect(await ada.me()).toMatchObject({ server: '/user/ada/' });
    },
  );
});
