import { problems } from '../../support/findings';

test.each([
  ['a slip of the pen', 'hub: {conccurentSpawnLimit: 1}', '; did you mean hub.concurrentSpawnLimit?'],
  ['another case', 'hub: {base_url: /x}', '; did you mean hub.baseUrl?'],
  ['a level too deep', 'hub: {userScheduler: {}}', '; did you mean scheduling.userScheduler?'],
  ['a level too high', 'chp: {resources: {}}', '; did you mean proxy.chp.resources?'],
  ['extra, left out', 'singleuser: {tolerations: []}', '; did you mean singleuser.extraTolerations?'],
  ["KubeSpawner's name", 'singleuser: {mem_limit: 1G}', '; did you mean singleuser.memory.limit?'],
  ['a name of other charts', 'ingress: {className: nginx}', '; did you mean ingress.ingressClassName?'],
  ['a trait of KubeSpawner', 'singleuser: {workingDir: /x}', '; did you mean hub.config.KubeSpawner.working_dir?'],
  [
    'a trait that a key sets',
    'singleuser: {volume_mounts: []}',
    '; did you mean singleuser.storage.extraVolumeMounts?',
  ],
  ['a short name', 'singleuser: {gid: 1}', '; did you mean hub.config.KubeSpawner.gid?'],
  ['a trait of the authenticator', 'hub: {adminUsers: [a]}', '; did you mean hub.config.Authenticator.admin_users?'],
  ['a trait of JupyterHub', 'hub: {logLevel: DEBUG}', '; did you mean hub.config.JupyterHub.log_level?'],
  ['graphics cards', 'singleuser: {gpu: 1}', '; did you mean singleuser.extraResource.limits?'],
  ['requests', 'singleuser: {extraResource: {requests: {}}}', '; did you mean singleuser.extraResource.guarantees?'],
  ['a command of another part', 'proxy: {traefik: {command: []}}', '; did you mean proxy.traefik.extraStaticConfig?'],
  ['a Service by its own name', 'proxy: {publicService: {}}', '; did you mean proxy.service?'],
  ['a name of the idle culler', 'cull_timeout: 3', '; did you mean cull.timeout?'],
  ['a word that means something else elsewhere', 'hub: {replicas: 2}', '; known are activeServerLimit,'],
  ['keys of another map', 'hub: {db: {name: x}}', '; did you mean hub.db.url?'],
  [
    'values for a chart around this one',
    'hub: {}\njupyterhub: {hub: {}}',
    '; values for this chart as a dependency of another stand one level deeper: give what is below jupyterhub',
  ],
  ['nothing known', 'debug: {zzzzzzzzz: 1}', '; known are enabled'],
])('knows %s', (_, values, expected) => {
  expect(problems(values)).toEqual([expect.stringMatching(/: unknown key/)]);
  expect(problems(values)[0]).toContain(expected);
});

test('what has no default is not to be left out', () => {
  expect(problems('imagePullSecret: {create: true, registry: r, username: u, password: null}')).toEqual([
    'imagePullSecret.password: is null, but is needed',
  ]);
});

test('code without a name is told how to get one', () => {
  expect(problems('hub: {extraConfig: "c.A.b = 1"}')).toEqual([
    'hub.extraConfig: must be a map, but is the string "c.A.b = 1"; give each part of the code a name of its own',
  ]);
});
