import { setTimeout as pause } from 'node:timers/promises';
import { apiServerProcess, withoutApiServer } from './support/api-server';
import { getJson, kubectl, tryKubectl } from './support/kubectl';
import { PLAIN, Release } from './support/release';
import { say } from './support/say';
import { scenario } from './support/scenario';
import { Uptime } from './support/uptime';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

scenario('What runs is killed', (step) => {
  let release: Release;
  let ada: Visitor;
  let bob: Visitor;
  let identity: string;
  const pod = (name: string) => getJson('pod', name, '--namespace', release.name);
  const enter = async (name: string) => {
    const visitor = await Visitor.at(await release.url(), name);
    await visitor.login('a-password');
    return visitor;
  };
  /** The login, the server that has been running all the time, and the home are as they were. */
  const nothingIsLost = async () => {
    expect(await ada.me()).toMatchObject({ name: 'ada', server: '/user/ada/' });
    expect((await pod('jupyter-ada')).metadata.uid).toBe(identity);
    expect(await ada.readFile('diary.txt')).toBe('dear diary');
  };

  /** A hub that comes back may give up a server that was starting; then bob presses the button once more. */
  const bobGetsHisServer = () =>
    until('bob gets his server', 180, async () => {
      const { pending, server } = (await bob.me()) ?? { pending: 'hub', server: null };
      if (!pending && !server) await bob.get('/hub/spawn');
      return bob.reaches('bob');
    });

  beforeAll(async () => {
    release = await Release.create('faults');
    await release.up(PLAIN);
    [ada, bob] = [await enter('ada'), await enter('bob')];
    await ada.startServer();
    await ada.writeFile('diary.txt', 'dear diary');
    identity = (await pod('jupyter-ada')).metadata.uid;
  });
  afterAll(() => release.remove());

  step('the hub while a server starts: the server is there in the end, once, and others go on', async () => {
    const uptime = new Uptime("ada's server", () => ada.reaches('ada'));
    await bob.get('/hub/spawn');
    await until("bob's pod exists", 30, async () => (await release.pods()).includes('jupyter-bob'));
    expect(await bob.me()).toMatchObject({ pending: 'spawn', server: null });
    await release.kubectl('delete', 'pod', '--selector=component=hub', '--grace-period=0', '--force');
    await until('bob sees that the hub is away', 30, async () => (await bob.get('/hub/home')).status() === 503);
    await release.ready();
    await until('the hub is back', 60, () => bob.me());
    await bobGetsHisServer();
    expect(await uptime.end()).toEqual([]);
    expect((await release.pods()).filter((name) => name.startsWith('jupyter-'))).toEqual([
      'jupyter-ada',
      'jupyter-bob',
    ]);
    await nothingIsLost();
  });

  step('the proxy while servers run: they are reached again without a restart', async () => {
    await release.kubectl('delete', 'pod', '--selector=component=proxy', '--grace-period=0', '--force');
    await release.ready();
    await until('both servers are reached', 120, async () => (await ada.reaches('ada')) && (await bob.reaches('bob')));
    await nothingIsLost();
  });

  const apiServer = apiServerProcess();
  if (apiServer === undefined) say('the API server is not a process of this machine: it is not stopped');
  else
    step('the API server for 30 seconds: servers are reached all the time, and start again after it', async () => {
      await bob.stopServer();
      const uptime = new Uptime("ada's server", () => ada.reaches('ada'));
      let seen: number | string = '';
      await withoutApiServer(apiServer, async () => {
        const asked = bob.get('/hub/spawn').then(
          (answer) => answer.status(),
          (error) => String(error),
        );
        const request = ['get', '--raw', '/readyz', '--request-timeout=5s'];
        expect((await tryKubectl(request)).status).not.toBe(0);
        await pause(25_000);
        seen = await asked;
      });
      say(`bob, who asked for a server meanwhile, got ${seen}`);
      await until('the cluster answers', 60, () => kubectl(['get', '--raw', '/readyz'], { quiet: true }));
      expect(await uptime.end()).toEqual([]);
      await bobGetsHisServer();
      await release.ready();
      await nothingIsLost();
    });

  step(
    'the node by a drain: the hub comes back elsewhere or later, users start their servers again, homes stay',
    async () => {
      const node = (await pod('jupyter-ada')).spec.nodeName;
      const drain = (selector: string) =>
        // --force: a user's pod has no controller that would bring it back; KubeSpawner's hub is that.
        kubectl(['drain', node, `--pod-selector=release=${release.name},${selector}`, '--force', '--timeout=120s']);
      try {
        await drain('component=singleuser-server');
        await drain('component in (hub, proxy)');
        expect((await release.pods()).filter((name) => name.startsWith('jupyter-'))).toEqual([]);
      } finally {
        await kubectl(['uncordon', node]);
      }
      await release.ready();
      await until('the hub knows that the server is gone', 120, async () => (await ada.me())?.server === null);
      await ada.startServer();
      expect(await ada.readFile('diary.txt')).toBe('dear diary');
    },
  );
});
