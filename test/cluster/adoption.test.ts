import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, commands } from './support/documentation';
import { inventory, ofKind, revisions } from './support/inventory';
import { getJson } from './support/kubectl';
import { Release } from './support/release';
import { say } from './support/say';
import { scenario } from './support/scenario';
import { run, shell } from './support/shell';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

/** A real helm and the chart, unpacked: no registry that every CI reaches has it. */
const { HELM = 'helm', CHART = '' } = process.env;

const GUIDE = 'docs/how-to.md';
const HEADING = 'Take over a hub from Helm';
const VALUES = `
hub: {config: {JupyterHub: {authenticator_class: dummy}, DummyAuthenticator: {password: secret}, Authenticator: {allow_all: true}}}
proxy: {service: {type: NodePort}}
scheduling: {userPlaceholder: {enabled: true}}
singleuser: {memory: {guarantee: 64M}}
`;
const OBSOLETE = 'hub: {pdb: {enabled: true}}\n';

/** Hub and user scheduler notice that their configuration is written otherwise; a hook's pods come and go. */
const RESTARTED = /^Pod\/(hub|hook|user-scheduler)-/;

function helmScenario(name: string, steps: Parameters<typeof scenario>[1]): void {
  if (existsSync(join(CHART, 'Chart.yaml'))) return scenario(name, steps);
  say(`not run, as CHART names no unpacked chart: ${name}`);
  test.skip(name, () => undefined);
}

helmScenario('A release installed by Helm', (step) => {
  let release: Release;
  let alice: Visitor;
  let before: Awaited<ReturnType<typeof inventory>>;
  const objects = () => inventory(release.name);
  const guide = (part: string) => shell(release.adapt(command(GUIDE, HEADING, part)), release.folder);
  const tokens = (all: typeof before) => {
    const drawn = Object.entries(all['Secret/hub'].data).filter(([key]) => key.startsWith('hub.config.'));
    expect(drawn).toHaveLength(3);
    return Object.fromEntries(drawn);
  };
  const untouched = (all: typeof before) => {
    const pods = Object.entries(ofKind(all, 'Pod')).filter(([name]) => !RESTARTED.test(name));
    return Object.fromEntries(pods.map(([name, { metadata }]) => [name, metadata.uid]));
  };
  const isHome = async () => {
    expect((await alice.me())?.name).toBe('alice');
    expect(await alice.readFile('diary.txt')).toBe('dear diary');
  };

  beforeAll(async () => {
    release = await Release.create('helm');
    writeFileSync(join(release.folder, 'config.yaml'), VALUES);
    writeFileSync(join(release.folder, 'obsolete.yaml'), OBSOLETE);
    const files = ['--values=config.yaml', '--values=obsolete.yaml'];
    await run(
      HELM,
      ['install', release.name, CHART, `--namespace=${release.name}`, ...files, '--wait', '--timeout=4m'],
      {
        cwd: release.folder,
      },
    );
    alice = await Visitor.at(await release.url(), 'alice');
    await alice.login('secret');
    await alice.startServer();
    await alice.writeFile('diary.txt', 'dear diary');
    before = await objects();
  });
  afterAll(() => release.remove());

  step('is taken over in place: servers and proxy go on', async () => {
    release.synth(VALUES);
    await guide('kubectl apply');
    await guide('wait');
    await release.ready();
    await release.kubectl('wait', '--for=condition=complete', '--timeout=120s', 'job', '--all');
    const after = await objects();
    for (const [name, { metadata }] of Object.entries(before)) {
      if (RESTARTED.test(name)) continue;
      expect([name, after[name]?.metadata.uid]).toEqual([name, metadata.uid]);
    }
    expect(untouched(after)).toMatchObject(untouched(before));
    const anew = Object.keys(revisions(after)).filter((name) => revisions(after)[name] !== revisions(before)[name]);
    expect(anew).toEqual(['hub', 'user-scheduler']);
  });

  step('keeps the tokens in its Secret, its database and its users', async () => {
    expect(tokens(await objects())).toEqual(tokens(before));
    await until('the hub answers', 60, async () => (await alice.me()) !== undefined);
    await isHome();
    expect(await alice.reaches('alice')).toBe(true);
  });

  step('shows what is obsolete', async () => {
    const table = (await guide('managed-by=Helm')).trim().split('\n');
    expect(table).toHaveLength(2); // one is a heading
    expect(table[1]).toMatch(/^(poddisruptionbudget.policy\/)?hub +1 /);
  });

  step('is not changed by a second apply', async () => {
    const first = await objects();
    await release.apply();
    expect(await objects()).toEqual(first);
  });

  step('goes back to Helm', async () => {
    const [upgrade, ...rest] = commands(GUIDE, HEADING).slice(3);
    const local = release.adapt(upgrade as string).replace(/^helm (.*) jupyterhub --repo \S+/, `${HELM} $1 ${CHART}`);
    expect(local).toContain(CHART);
    await shell(local, release.folder);
    for (const line of rest) await shell(release.adapt(line), release.folder);
    await release.ready();
    const after = await objects();
    expect(tokens(after)).toEqual(tokens(before));
    // The proxy is not: the chart restarts it at each upgrade.
    expect(after['Pod/jupyter-alice'].metadata.uid).toBe(before['Pod/jupyter-alice'].metadata.uid);
    const ours = Object.values(after).filter(
      ({ metadata }) => metadata.labels['app.kubernetes.io/managed-by'] === 'cdk8s-jupyterhub',
    );
    expect(ours.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([]);
    await until('the hub answers', 60, async () => (await alice.me()) !== undefined);
    await isHome();
    const [hub] = (await getJson('configmap', '--namespace', release.name, '--selector=component=hub')).items;
    expect(hub.data).toHaveProperty('checksum_hook-image-puller');
  });
});
