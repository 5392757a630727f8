import { Data } from '../support/objects';
import { exec, getJson } from './support/kubectl';
import { runPostgresql } from './support/postgresql';
import { PLAIN, Release } from './support/release';
import { scenario } from './support/scenario';
import { Uptime } from './support/uptime';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const DATABASE_PASSWORD = 'p@ss/word:%';
const POSTGRESQL = `
hub:
  db:
    type: postgres
    url: postgresql+psycopg2://jupyterhub@postgresql:5432/postgres
    password: '${DATABASE_PASSWORD}'
`;

/** A restart of the hub, during which a server of a user has to answer, and after which all is known that was before. */
async function restartHub(release: Release, visitor: Visitor): Promise<void> {
  const uptime = new Uptime(`the server of ${visitor.name}`, () => visitor.reaches(visitor.name));
  await release.kubectl('rollout', 'restart', 'deployment/hub');
  await release.ready();
  expect(await uptime.end()).toEqual([]);
  expect(await visitor.me()).toMatchObject({ name: visitor.name, server: `/user/${visitor.name}/` });
}

async function claims(release: Release): Promise<string[]> {
  const { items } = await getJson('pvc', '--namespace', release.name);
  return items.map(({ metadata }: { metadata: { name: string } }) => metadata.name);
}

/** The pod of the hub that is ready; undefined while none is. */
async function hubPod(release: Release): Promise<string | undefined> {
  const { items } = await getJson('pods', '--namespace', release.name, '--selector=component=hub');
  const isReady = ({ status }: Data) =>
    status.conditions?.some((one: Data) => one.type === 'Ready' && one.status === 'True');
  return items.find(isReady)?.metadata.name;
}

scenario('SQLite on a claim', (step) => {
  let release: Release;
  let ada: Visitor;

  beforeAll(async () => {
    release = await Release.create('sqlite');
  });
  afterAll(() => release.remove());

  step('is where the hub keeps its users', async () => {
    await release.up(PLAIN);
    ada = await Visitor.at(await release.url(), 'ada');
    await ada.login('a-password');
    await ada.startServer();
    expect(await claims(release)).toEqual(['claim-ada', 'hub-db-dir']);
  });

  step('survives a restart of the hub: users, logins, running servers, which answer all the time', async () => {
    await restartHub(release, ada);
    await ada.stopServer();
  });

  step('survives a hub that is killed', async () => {
    const killed = await hubPod(release);
    await release.kubectl('delete', 'pod', '--selector=component=hub', '--grace-period=0', '--force');
    await until('another hub is ready', 120, async () => ![undefined, killed].includes(await hubPod(release)));
    await until('the hub answers', 30, async () => (await ada.me()) !== undefined);
    expect(await ada.me()).toMatchObject({ name: 'ada', server: null });
    await ada.startServer();
  });
});

scenario('PostgreSQL', (step) => {
  let release: Release;
  let ada: Visitor;
  const query = async (sql: string) => {
    const command = `psql --host=localhost --username=jupyterhub --tuples-only --no-align --command="${sql}" postgres`;
    return (await exec(release.name, 'pod/postgresql', command)).stdout.trim();
  };

  beforeAll(async () => {
    release = await Release.create('postgresql');
    await runPostgresql(release, DATABASE_PASSWORD);
  });
  afterAll(() => release.remove());

  step('is where the hub keeps its users, without a claim of its own', async () => {
    await release.up(PLAIN, POSTGRESQL);
    ada = await Visitor.at(await release.url(), 'ada');
    await ada.login('a-password');
    await ada.startServer();
    expect(await query('SELECT name FROM users')).toBe('ada');
    expect(await claims(release)).toEqual(['claim-ada']);
  });

  step('keeps all over a restart of the hub', async () => {
    await restartHub(release, ada);
  });
});
