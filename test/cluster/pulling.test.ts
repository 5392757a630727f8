import { Data } from '../support/objects';
import { commands } from './support/documentation';
import { inventory, ofKind } from './support/inventory';
import { getJson } from './support/kubectl';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { shell } from './support/shell';

const PASSWORD = 'DummyAuthenticator: {password: secret}';
const VALUES = `
hub: {config: {JupyterHub: {authenticator_class: dummy}, ${PASSWORD}, Authenticator: {allow_all: true}}}
proxy: {service: {type: NodePort}}
scheduling: {podPriority: {enabled: true}, userScheduler: {enabled: false}, userPlaceholder: {enabled: false}}
imagePullSecret: {create: true, registry: registry.example.org, username: ada, password: secret}
prePuller: {continuous: {enabled: false}}
`;

scenario('Pulling images as a stage', (step) => {
  let release: Release;
  const guide = async (index: number) => {
    const lines = commands('docs/how-to.md', 'Pull images before a change');
    expect(lines).toHaveLength(4);
    return shell(release.adapt(lines[index] as string), release.folder);
  };
  const stage = async () => ofKind(await inventory(release.name), 'DaemonSet', 'Job', 'Deployment');
  const pullers = async () => Object.values(ofKind(await stage(), 'DaemonSet'));
  const images = ({ spec }: Data) => spec.template.spec.initContainers.map(({ image }: Data) => image);

  beforeAll(async () => {
    release = await Release.create('pulling');
  });
  afterAll(() => release.remove());

  step('brings the pullers first, with what they need and without the hub', async () => {
    release.synth(VALUES);
    await guide(0);
    const kinds = Object.values(await stage()).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['DaemonSet', 'Job']);
  });

  step('waits until every node has the images', async () => {
    await guide(1);
    const { items } = await getJson('daemonsets', '--namespace', release.name);
    const nodes = (await getJson('nodes')).items.length;
    expect(items.map(({ status }: Data) => status.numberReady)).toEqual([nodes]);
  });

  step('goes on, and takes the pullers away', async () => {
    await guide(2);
    await guide(3);
    await release.ready();
    const left = Object.keys(await inventory(release.name)).filter((name) => /image-(puller|awaiter)/.test(name));
    expect(left).toEqual([`PriorityClass/${release.name}-image-puller-priority`]);
  });

  step('three lists after one another leave one DaemonSet, with the images of the last, and one Job', async () => {
    const more = (name: string, image: string) => `prePuller: {extraImages: {${name}: {name: ${image}, tag: "1"}}}`;
    for (const values of ['', more('base', 'localhost/base'), more('again', 'localhost/base')]) {
      release.synth(VALUES, ...(values ? [values] : []));
      await guide(0);
      await guide(1);
    }
    const left = Object.keys(await stage()).filter((name) => /image-(puller|awaiter)/.test(name));
    expect(left.sort()).toEqual([
      'DaemonSet/hook-image-puller',
      expect.stringMatching(/^Job\/hook-image-awaiter-\w+$/),
    ]);
    const [puller] = await pullers();
    expect(puller.spec.template.spec.initContainers.map(({ name }: Data) => name)).toContain('image-pull-again');
    expect(images(puller)).toContain('localhost/base:1');
    await guide(2);
    await guide(3);
    expect(await pullers()).toEqual([]);
  });
});
