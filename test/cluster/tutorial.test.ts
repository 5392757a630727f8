import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { block, command } from './support/documentation';
import { forward } from './support/forward';
import { getJson } from './support/kubectl';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const TUTORIAL = 'docs/tutorial.md';

/** A string with all that may be base64 in it read as such, too. */
function decoded(text: string): string {
  const words = text.match(/[A-Za-z0-9+/]{8,}=*/g) ?? [];
  return [text, ...words.map((word) => Buffer.from(word, 'base64').toString())].join('\n');
}

scenario('The tutorial', (step) => {
  const release = new Release('tutorial');
  const tutorial = (heading: string, part: string) =>
    shell(release.adapt(command(TUTORIAL, heading, part).replace('npm ci && ', '')), release.folder);
  let stopForwarding: () => void = () => undefined;
  let ada: Visitor;

  afterAll(async () => {
    stopForwarding();
    await release.remove();
  });

  step('starts a hub that a forwarded port of this machine leads to', async () => {
    await tutorial('Start it', 'npm run synth');
    await tutorial('Start it', 'create namespace');
    await tutorial('Start it', 'kubectl apply');
    await release.label();
    await release.ready();
    expect(await tutorial('Start it', 'get pods')).toMatch(/^hub-\w+-\w+ +1\/1 +Running/m);
    const { url, stop } = await forward(release.adapt(command(TUTORIAL, 'Start it', 'port-forward')));
    stopForwarding = stop;
    ada = await Visitor.at(url, 'ada');
    await until('the port leads to the hub', 60, async () => (await ada.get('/hub/login')).ok());
    expect((await ada.login('a-shared-secret-password')).status()).toBe(200);
    await ada.startServer();
  });

  step('changes the password, which stands in one file only, while servers stay', async () => {
    const { uid } = (await getJson('pod', 'jupyter-ada', '--namespace', release.name)).metadata;
    const edit = (file: string, change: (text: string) => string) => {
      const path = join(release.folder, file);
      const [before, after] = [readFileSync(path, 'utf8'), change(readFileSync(path, 'utf8'))];
      expect(after).not.toBe(before);
      writeFileSync(path, after);
    };
    writeFileSync(join(release.folder, 'secrets.yaml'), block(TUTORIAL, 'Change the password', 'yaml values'));
    edit('main.ts', (text) =>
      text.replace("files: ['config.yaml']", "files: ['config.yaml'], secretFiles: ['secrets.yaml']"),
    );
    edit('config.yaml', (text) => {
      const values = parseDocument(text);
      values.deleteIn(['hub', 'config', 'SharedPasswordAuthenticator', 'user_password']);
      return values.toString();
    });
    await tutorial('Change the password', 'npm run synth');
    const holding = readdirSync(join(release.folder, 'dist')).filter((file) =>
      decoded(readFileSync(join(release.folder, 'dist', file), 'utf8')).includes('another-shared-password'),
    );
    expect(holding).toEqual([`${release.name}-secrets.k8s.yaml`]);
    await tutorial('Change the password', 'kubectl apply');

    const url = await release.url();
    await until('the hub has restarted', 120, async () => {
      const bob = await Visitor.at(url, 'bob');
      return (await bob.login('another-shared-password')).status() === 200;
    });
    const bob = await Visitor.at(url, 'bob');
    expect((await bob.login('a-shared-secret-password')).status()).toBe(403);
    expect((await getJson('pod', 'jupyter-ada', '--namespace', release.name)).metadata.uid).toBe(uid);
  });
});
