import { command, commands } from './support/documentation';
import { getJson } from './support/kubectl';
import { PLAIN, Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const PAGE = 'docs/operations.md';
const VALUES = `${PLAIN}
prePuller: { hook: { enabled: false }, continuous: { enabled: false } }
`;

scenario('Running a hub, by the commands of its page', (step) => {
  let release: Release;
  let alice: Visitor;
  const page = (heading: string, part: string) => shell(release.adapt(command(PAGE, heading, part)), release.folder);
  const enter = async (name: string) => {
    const visitor = await Visitor.at(await release.url(), name);
    await visitor.login('a-password');
    return visitor;
  };
  const claims = async () => {
    const { items } = await getJson('pvc', '--namespace', release.name, '--selector=component=singleuser-storage');
    return items.map(({ metadata }: { metadata: { name: string } }) => metadata.name);
  };

  beforeAll(async () => {
    release = await Release.create('running');
    await release.up(VALUES, 'hub: { allowNamedServers: true, config: { Authenticator: { admin_users: [root] } } }');
    alice = await enter('alice');
    await alice.startServer();
  });
  afterAll(() => release.remove());

  step('logs tell who logged in, and servers are listed', async () => {
    expect(await page('Logs', 'logs deployment/hub')).toContain('alice');
    expect(await page('Logs', 'logs deployment/proxy')).not.toBe('');
    expect(await page('Logs', 'logs jupyter-alice')).toContain('Jupyter');
    expect(await page('Logs', 'get pods')).toMatch(/^jupyter-alice /m);
  });

  step('a home is backed up, lost and restored', async () => {
    const heading = 'Back up and restore a home';
    await alice.writeFile('diary.txt', 'dear diary');
    await alice.writeFile('lost.txt', 'found');
    await page(heading, '--create');
    await alice.writeFile('diary.txt', 'overwritten');
    await alice.writeFile('later.txt', 'stays');
    await release.kubectl('exec', 'jupyter-alice', '--', 'rm', '/home/jovyan/lost.txt');
    expect(await alice.readFile('lost.txt')).toBe(404);
    await page(heading, '--extract');
    const files = ['diary.txt', 'lost.txt', 'later.txt'].map((name) => alice.readFile(name));
    expect(await Promise.all(files)).toEqual(['dear diary', 'found', 'stays']);
  });

  step(
    'the database is backed up, and restored without who came later; a login and a server of before go on',
    async () => {
      const select =
        "print(sorted(row[0] for row in sqlite3.connect('jupyterhub.sqlite').execute('select name from users')))";
      const users = () => release.kubectl('exec', 'deployment/hub', '--', 'python3', '-c', `import sqlite3; ${select}`);
      const [backup, fetch, bring, restore, restart] = commands(PAGE, "Back up and restore the hub's database");
      for (const line of [backup, fetch]) await shell(release.adapt(line ?? ''), release.folder);
      expect(await (await enter('dave')).me()).toMatchObject({ name: 'dave' });
      expect((await users()).trim()).toBe("['alice', 'dave', 'root']");
      for (const line of [bring, restore, restart]) await shell(release.adapt(line ?? ''), release.folder);
      await release.ready();
      expect((await users()).trim()).toBe("['alice', 'root']");
      await until('alice is logged in', 60, async () => (await alice.me())?.server === '/user/alice/');
      expect(await alice.readFile('diary.txt')).toBe('dear diary');
    },
  );

  step(
    'a named server has a claim of its own, which outlives it; that of the home is deleted with the user',
    async () => {
      const server = '/hub/api/users/alice/servers/second';
      const ask = async (who: Visitor, path: string, method: string, data?: object) => {
        const answer = await who.fetch(path, { method, data });
        expect([method, answer.ok()]).toEqual([method, true]);
      };
      const servers = async () => (await release.pods()).filter((name) => name.startsWith('jupyter-'));
      expect(await claims()).toEqual(['claim-alice']);
      await ask(alice, server, 'POST');
      await until('it runs', 120, async () => (await alice.get('/user/alice/second/api')).ok());
      expect(await page('Named servers', 'get persistentvolumeclaims')).toContain('claim-alice--second ');
      await ask(alice, server, 'DELETE', { remove: true });
      await until('its pod is gone', 60, async () => (await servers()).join() === 'jupyter-alice');
      await alice.stopServer();
      const admin = await enter('root');
      await ask(admin, '/hub/api/users/alice', 'DELETE');
      await until("the home's claim is gone", 60, async () => (await claims()).join() === 'claim-alice--second');
      await page('Named servers', 'delete persistentvolumeclaim');
      expect(await claims()).toEqual([]);
    },
  );
});
