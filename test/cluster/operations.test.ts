import { command, commands, inlineCode } from './support/documentation';
import { withHttpRoutes } from './support/gateway-api';
import { inventory, ofKind, revisions } from './support/inventory';
import { exec, getJson, kubectl, tryKubectl } from './support/kubectl';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { run, shell } from './support/shell';
import { Data } from '../support/objects';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

const GUIDE = 'docs/how-to.md';
const BASE = `
hub:
  config:
    JupyterHub: {authenticator_class: dummy}
    DummyAuthenticator: {password: secret}
    Authenticator: {allow_all: true}
`;
/** Every feature that makes objects of its own. */
const RICH = `${BASE}
  pdb: {enabled: true}
proxy: {service: {type: NodePort}, chp: {pdb: {enabled: true}}}
ingress: {enabled: true, hosts: [hub.example.org]}
scheduling: {podPriority: {enabled: true}, userPlaceholder: {enabled: true, replicas: 1}}
singleuser: {memory: {guarantee: 64M}}
`;
/** The same without them. */
const POOR = `${BASE}
  networkPolicy: {enabled: false}
proxy: {service: {type: NodePort}}
scheduling: {userScheduler: {enabled: false}, userPlaceholder: {enabled: false}}
prePuller: {hook: {enabled: false}, continuous: {enabled: false}}
singleuser: {memory: {guarantee: 64M}}
`;

scenario('Life after the first apply', (step) => {
  let release: Release;
  let neighbour: Release;
  let alice: Visitor;
  const guide = (heading: string, part: string) => shell(release.adapt(command(GUIDE, heading, part)), release.folder);
  const commit = (message: string) =>
    shell(
      `git add -A -f dist config.yaml && git -c user.name=test -c user.email=test@example.org commit -qm '${message}'`,
      release.folder,
    );
  const objects = () => inventory(release.name);
  const seen = async () => {
    const { items } = await getJson('deployments', '--namespace', release.name);
    // With Recreate, a change has been observed some time before there is a revision for it.
    return items.every(
      ({ metadata, spec, status }: Data) =>
        status.observedGeneration === metadata.generation && (status.updatedReplicas ?? 0) === spec.replicas,
    );
  };
  const servers = async () => Object.keys(ofKind(await objects(), 'Pod')).filter((name) => name.includes('jupyter-'));

  beforeAll(async () => {
    release = await Release.create('life');
    neighbour = await Release.create('neighbour');
    await run('git', ['init', '-q'], { cwd: release.folder });
    release.synth(RICH);
    await commit('rich');
    await release.apply();
    neighbour.synth(RICH);
    await neighbour.apply();
    await release.ready();
    alice = await Visitor.at(await release.url(), 'alice');
    await alice.login('secret');
    await alice.startServer();
    await alice.writeFile('diary.txt', 'dear diary');
  });
  afterAll(async () => {
    await release.remove();
    await neighbour.remove();
  });

  step('a second apply changes nothing', async () => {
    await release.kubectl('wait', '--for=condition=complete', '--timeout=120s', 'job', '--all');
    const before = await objects();
    const answers = (await guide('Apply a change', 'kubectl apply')).trim().split('\n');
    expect(await objects()).toEqual(before);
    // Not what the server did, which is nothing: kubectl compares texts, and these hold what the server writes otherwise.
    const reported = answers.filter((line) => !line.endsWith(' unchanged'));
    const harmless = /^(networkpolicy|poddisruptionbudget|priorityclass|deployment\.apps\/(hub|proxy) )/;
    expect(reported.filter((line) => !harmless.test(line))).toEqual([]);
  });

  step('there is no difference to see, for kubectl, Argo CD and Flux', async () => {
    expect(await guide('Apply a change', 'kubectl diff')).toBe('');
    for (const manager of ['argocd-controller', 'kustomize-controller']) {
      const serverSide = ['--server-side', '--force-conflicts', `--field-manager=${manager}`];
      expect(await kubectl(['diff', ...serverSide, '--filename=dist/'], { cwd: release.folder })).toBe('');
    }
  });

  const changes: [string, string, string[]][] = [
    ['the image of the users', 'singleuser: {image: {name: example.org/other, tag: "1"}}', ['hub']],
    ['a profile', 'singleuser: {profileList: [{display_name: Large, kubespawner_override: {mem_limit: 2G}}]}', ['hub']],
    ['an option of the hub', 'hub: {concurrentSpawnLimit: 3}', ['hub']],
    ['an option of the proxy', 'proxy: {chp: {extraEnv: {A: b}}}', ['proxy']],
    ['a setting of the user scheduler', 'scheduling: {userScheduler: {logLevel: 5}}', ['user-scheduler']],
    ['the address', 'ingress: {hosts: [other.example.org]}', []],
    ['the placeholders', 'scheduling: {userPlaceholder: {replicas: 0}}', []],
  ];
  step('a change restarts what reads it, and nothing else', async () => {
    const values = [RICH];
    let before = await objects();
    for (const [what, change, restarted] of changes) {
      values.push(change);
      release.synth(...values);
      await release.apply();
      await until('the controllers have seen the change', 60, seen);
      const after = await objects();
      const anew = Object.keys(revisions(after)).filter((name) => revisions(after)[name] !== revisions(before)[name]);
      expect([what, anew]).toEqual([what, restarted]);
      expect(after['Pod/jupyter-alice']).toEqual(before['Pod/jupyter-alice']);
      before = after;
    }
    await release.ready();
  });

  step('a removed feature is pruned, and nothing that holds data', async () => {
    release.synth(RICH);
    await release.apply();
    await release.ready();
    const keep = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'mine', labels: { release: release.name } } };
    await kubectl(['apply', `--namespace=${release.name}`, '-f', '-'], { input: JSON.stringify(keep) });
    const before = await objects();
    const others = await inventory(neighbour.name);

    release.synth(POOR);
    await commit('poor');
    await guide('Remove what is obsolete', 'kubectl apply');
    await release.ready();
    const after = await objects();

    const gone = Object.keys(before).filter((name) => !(name in after) && !name.startsWith('Pod/'));
    const { name } = release;
    expect([...new Set(gone.map((object) => object.replace(/-[0-9a-f]{8}$/, '-HASH')))].sort()).toEqual(
      [
        ...[`ClusterRole/${name}-user-scheduler`, `ClusterRoleBinding/${name}-user-scheduler`],
        ...['ConfigMap/user-scheduler', 'DaemonSet/continuous-image-puller', 'DaemonSet/hook-image-puller'],
        ...[
          'Deployment/user-scheduler',
          'Ingress/jupyterhub',
          'Job/hook-image-awaiter-HASH',
          'Job/hub-secret-bootstrap-HASH',
        ],
        ...['NetworkPolicy/hub', 'NetworkPolicy/hub-secret-bootstrap'],
        ...['PodDisruptionBudget/hub', 'PodDisruptionBudget/proxy'],
        ...['PodDisruptionBudget/user-placeholder', 'PodDisruptionBudget/user-scheduler'],
        ...[`PriorityClass/${name}-default-priority`, `PriorityClass/${name}-image-puller-priority`],
        ...[
          `PriorityClass/${name}-user-placeholder-priority`,
          'Role/hook-image-awaiter',
          'RoleBinding/hook-image-awaiter',
        ],
        ...[
          'ServiceAccount/continuous-image-puller',
          'ServiceAccount/hook-image-awaiter',
          'ServiceAccount/hook-image-puller',
        ],
        ...['ServiceAccount/user-scheduler', 'StatefulSet/user-placeholder'],
      ].sort(),
    );
    const data = (all: typeof before) => ofKind(all, 'Secret', 'PersistentVolumeClaim');
    expect(Object.keys(data(before)).sort()).toEqual([
      'PersistentVolumeClaim/claim-alice',
      'PersistentVolumeClaim/hub-db-dir',
      'Secret/hub',
      'Secret/hub-literals',
    ]);
    expect(data(after)).toEqual(data(before));
    expect(after['Pod/jupyter-alice']).toEqual(before['Pod/jupyter-alice']);
    expect(after['ConfigMap/mine']).toEqual(before['ConfigMap/mine']);
    expect(await inventory(neighbour.name)).toEqual(others);
    expect(await alice.readFile('diary.txt')).toBe('dear diary');
  });

  step('a route of the Gateway API is pruned too, where the list names it', async () => {
    const forget = await withHttpRoutes();
    const routes = async () => (await getJson('httproutes', '--namespace', release.name)).items.length;
    try {
      release.synth(`${POOR}httpRoute: {enabled: true, hostnames: [hub.example.org], gateway: {name: edge}}\n`);
      await release.apply();
      expect(await routes()).toBe(1);
      release.synth(POOR);
      const prune = command(GUIDE, 'Remove what is obsolete', 'kubectl apply');
      const more = inlineCode(GUIDE, 'Remove what is obsolete', 'HTTPRoute');
      await shell(`${release.adapt(prune)} ${more}`, release.folder);
      expect(await routes()).toBe(0);
    } finally {
      await forget();
    }
  });

  step('rolls back by an apply of what was there before', async () => {
    for (const line of commands(GUIDE, 'Roll back')) await shell(release.adapt(line), release.folder);
    await release.ready();
    const after = await objects();
    expect(Object.keys(after)).toEqual(expect.arrayContaining(['Ingress/jupyterhub', 'Deployment/user-scheduler']));
    expect((await tryKubectl(['diff', '-f', 'dist/'], { cwd: release.folder })).status).toBe(0);
    expect(await alice.readFile('diary.txt')).toBe('dear diary');
  });

  step('uninstalls, and keeps homes, database and tokens', async () => {
    const before = await objects();
    const others = await inventory(neighbour.name);
    await guide('Uninstall', 'deployment,statefulset');
    await guide('Uninstall', 'delete pod');
    await until('the pods are gone', 60, async () => Object.keys(ofKind(await objects(), 'Pod')).length === 0);
    const after = await objects();
    expect(Object.keys(after).sort()).toEqual([
      'ConfigMap/mine',
      'PersistentVolumeClaim/claim-alice',
      'PersistentVolumeClaim/hub-db-dir',
      'Secret/hub',
      'Secret/hub-literals',
    ]);
    expect(after['Secret/hub']).toEqual(before['Secret/hub']);
    expect(await inventory(neighbour.name)).toEqual(others);
  });

  step('comes back with everything: the user is still logged in, and the home is there', async () => {
    await release.apply();
    await release.ready();
    const back = alice.movedTo(await release.url());
    await until('the hub answers', 60, async () => (await back.me())?.name === 'alice');
    await back.startServer();
    expect(await back.readFile('diary.txt')).toBe('dear diary');
  });

  step('drops the homes where that is asked for', async () => {
    for (const line of commands(GUIDE, 'Uninstall')) await shell(release.adapt(line), release.folder);
    await until('nothing is left', 60, async () => {
      const { items } = await getJson('pvc,secret,pod', '--namespace', release.name);
      return items.length === 0;
    });
    expect(await servers()).toEqual([]);
    expect((await exec(neighbour.name, 'deployment/hub', 'true')).status).toBe(0);
  });
});
