import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { block, commands } from './support/documentation';
import { exec, getJson } from './support/kubectl';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';
import { Visitor } from './support/visitor';

const PAGE = 'docs/own-app.md';
const HEADING = 'Python of your own: authenticators, spawners, hooks';

scenario("The hub's Python of one's own", (step) => {
  let release: Release;

  beforeAll(async () => {
    release = await Release.create('python');
    for (const file of ['team_authenticator.py', 'team_spawner.py', 'hooks.py'])
      writeFileSync(join(release.folder, file), block(PAGE, HEADING, `python ${file}`));
    writeFileSync(join(release.folder, 'python.ts'), release.adapt(block(PAGE, HEADING, 'ts python.ts')));
    await shell(commands(PAGE, HEADING)[0] as string, release.folder);
    await release.apply();
    await release.ready();
  });
  afterAll(() => release.remove());

  step('the authenticator lets in whom it knows', async () => {
    const ada = await Visitor.at(await release.url(), 'ada');
    expect((await ada.login('wrong')).status()).toBe(403);
    const eve = await Visitor.at(await release.url(), 'eve');
    expect((await eve.login('')).status()).toBe(403);
    expect((await ada.login('lovelace')).status()).toBe(200);
  });

  step('the spawner labels the pod, and the hook sets a variable', async () => {
    const ada = await Visitor.at(await release.url(), 'ada');
    await ada.login('lovelace');
    await ada.startServer();
    const { metadata } = await getJson('pod', 'jupyter-ada', '--namespace', release.name);
    expect(metadata.labels).toMatchObject({ 'example.org/cost-centre': 'team-a', component: 'singleuser-server' });
    const { stdout } = await exec(release.name, 'pod/jupyter-ada', 'echo "$GREETING"');
    expect(stdout.trim()).toBe('Hello ada');
  });
});
