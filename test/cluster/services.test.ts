import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { block, inlineCode } from './support/documentation';
import { exec } from './support/kubectl';
import { HELPER_IMAGE, Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const PAGE = 'docs/services.md';
const BESIDE = 'A service beside the hub';
const LOGIN = 'A service that logs users in';

/** The page's programs with images that are there, for a hub with a password. */
function program(release: Release): string {
  const whoami = JSON.stringify(['python3', '-c', block(PAGE, LOGIN, 'python whoami.py')]);
  const start = readFileSync(join(__dirname, '../..', PAGE), 'utf8')
    .split('```ts start\n')[1]
    ?.split('```')[0] as string;
  // It is on the node; cdk8s-plus would ask the registry each time.
  const image = `'${HELPER_IMAGE}', imagePullPolicy: 'IfNotPresent' as never`;
  const images = (text: string) =>
    text
      .replace("'registry.example.org/reporting:1.0'", () => `${image}, command: ['sleep', 'infinity']`)
      .replace("'registry.example.org/whoami:1.0'", () => `${image}, command: ${whoami}`);
  const dummy = "Authenticator.dummy({ password: SecretValue.literal('a-password'), allow: Allow.all() })";
  return [start, block(PAGE, BESIDE, 'ts'), block(PAGE, LOGIN, 'ts continued'), 'app.synth();\n']
    .map(images)
    .join('\n')
    .replace(/^const authenticator = .*;$/m, () => `const authenticator = ${dummy};`)
    .replace("JupyterHub } from 'cdk8s-jupyterhub'", "JupyterHub, SecretValue } from './lib'")
    .replace(/'jhub'/g, () => `'${release.name}'`);
}

scenario("Services, by the page's own programs", (step) => {
  let release: Release;
  let ada: Visitor;

  beforeAll(async () => {
    release = await Release.create('services');
    writeFileSync(join(release.folder, 'main.ts'), program(release));
    await shell('npm run --silent synth', release.folder);
    await release.apply();
    await release.ready();
    ada = await Visitor.at(await release.url(), 'ada');
    await ada.login('a-password');
  });
  afterAll(() => release.remove());

  step('one beside the hub lists its users by the token that the cluster has generated', async () => {
    const { stdout } = await exec(release.name, 'deployment/reporting', inlineCode(PAGE, BESIDE, 'curl'));
    expect(JSON.parse(stdout).map(({ name }: { name: string }) => name)).toEqual(['ada']);
  });

  step('it may no more than its scopes say', async () => {
    const create = inlineCode(PAGE, BESIDE, 'curl')
      .replace('/users', '/users/eve')
      .replace('curl', 'curl --request POST');
    expect(JSON.parse((await exec(release.name, 'deployment/reporting', create)).stdout)).toMatchObject({
      status: 403,
    });
  });

  step('one with pages knows who has logged in, by OAuth', async () => {
    await until('the service knows ada', 60, async () => {
      const answer = await ada.get('/services/whoami/');
      return answer.ok() && (await answer.text()) === '{"name": "ada"}';
    });
    const nobody = await Visitor.at(ada.url, 'nobody');
    const page = await nobody.get('/services/whoami/');
    expect(new URL(page.url()).pathname).toBe('/hub/login');
  });

  step('only the proxy reaches it, as the policy says whose peer it is', async () => {
    const ask = 'curl --silent --max-time 5 --output /dev/null http://whoami:9000/services/whoami/';
    expect((await exec(release.name, 'deployment/whoami', ask.replace('whoami:9000', 'localhost:9000'))).status).toBe(
      0,
    );
    expect((await exec(release.name, 'deployment/reporting', ask)).status).not.toBe(0);
  });
});
