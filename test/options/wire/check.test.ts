import { App, Duration, Size, Testing } from 'cdk8s';
import { Cpu, EnvValue, k8s, Secret } from 'cdk8s-plus-28';
import { JupyterHub, JupyterHubProps, Profile, Release, SecretValue, Storage } from '../../../lib';
import { messageOf } from '../../support/message';
import { jupyterhub, somebodyMayEnter } from '../../support/program';

const wrong = (props: object) => messageOf(() => jupyterhub(props));

test.each<[string, object, string]>([
  ['a misspelt option', { hub: { imagee: {} } }, '[jhub] hub.imagee: unknown option; did you mean image?'],
  [
    'an option in snake case',
    { spawner: { default_url: '/lab' } },
    '[jhub] spawner.default_url: unknown option; did you mean defaultUrl?',
  ],
  [
    'an option that stands elsewhere',
    { cookieSecret: SecretValue.literal('a') },
    '[jhub] cookieSecret: unknown option; did you mean hub.cookieSecret?',
  ],
  [
    'a misspelt field in a list of Kubernetes',
    {
      hub: {
        extraContainers: [
          { name: 'a', image: 'b' },
          { name: 'c', comand: ['d'] },
        ],
      },
    },
    '[jhub] hub.extraContainers[1].comand: unknown field; did you mean command?',
  ],
  [
    'a field that no Kubernetes has',
    { hub: { tolerations: [{ key: 'a', sometime: 1 }] } },
    '[jhub] hub.tolerations[0].sometime: unknown field; a field of a newer Kubernetes can be given by overrides',
  ],
  [
    'a misspelt option in a map',
    { hub: { services: { reporting: { oauthRedirectUrl: 'x' } } } },
    '[jhub] hub.services.reporting.oauthRedirectUrl: unknown option; did you mean oauthRedirectUri?',
  ],
  ['a key of every object', { hub: { constructor: 1 } }, '[jhub] hub.constructor: unknown option'],
  [
    'a string for a number',
    { hub: { concurrentSpawnLimit: '64' } },
    '[jhub] hub.concurrentSpawnLimit: must be a number, but is the string "64"; remove the quotes',
  ],
  [
    'a number for a string',
    { spawner: { image: 3 } },
    '[jhub] spawner.image: must be a string, but is 3; put it in quotes',
  ],
  ['NaN', { culling: { concurrency: NaN } }, '[jhub] culling.concurrency: must be a number, but is NaN'],
  [
    'infinity',
    { spawner: { cpu: { limit: Infinity } } },
    '[jhub] spawner.cpu.limit: must be a number or a Cpu, but is Infinity',
  ],
  [
    'NaN in what is passed on',
    { hub: { config: { JupyterHub: { limits: [1, NaN] } } } },
    '[jhub] hub.config.JupyterHub.limits[1]: must be a string, a finite number, true or false, null, a list or a map, but is NaN',
  ],
  [
    'a function in what is passed on',
    { hub: { config: { JupyterHub: { hook: () => 1 } } } },
    '[jhub] hub.config.JupyterHub.hook: must be a string, a finite number, true or false, null, a list or a map, but is a function',
  ],
  ['null', { hub: { baseUrl: null } }, '[jhub] hub.baseUrl: must be a string, but is null; leave it out'],
  [
    'a string for true',
    { debug: 'true' },
    '[jhub] debug: must be true or false, but is the string "true"; remove the quotes',
  ],
  [
    'seconds for a Duration',
    { culling: { timeout: 3600 } },
    '[jhub] culling.timeout: must be a Duration, but is 3600; write Duration.seconds(3600)',
  ],
  [
    'a Duration of half a second',
    { culling: { timeout: Duration.millis(500) } },
    "[jhub] culling.timeout: '500 millis' cannot be converted into a whole number of seconds.",
  ],
  [
    'a string for a list',
    { hub: { args: 'jupyterhub' } },
    '[jhub] hub.args: must be a list of strings, but is the string "jupyterhub"; put it in a list',
  ],
  [
    'a member that an enum does not have',
    { hub: { db: { type: 'postgress' } } },
    '[jhub] hub.db.type: must be one of sqlite-pvc, sqlite-memory, mysql, postgres, other (DatabaseType), but is the string "postgress"; did you mean postgres?',
  ],
  [
    'a credential in plain text, without it',
    { hub: { cookieSecret: 'c00c1e' } },
    '[jhub] hub.cookieSecret: must be a SecretValue, but is a string; make it by SecretValue.fromSecret, SecretValue.fromFile or SecretValue.literal',
  ],
  [
    'a map for a Profile',
    { spawner: { profiles: [{ display_name: 'Large' }] } },
    '[jhub] spawner.profiles[0]: must be a Profile, but is a map; make it by Profile.of',
  ],
  ['a string for options', { hub: 'x' }, '[jhub] hub: must be a map (HubProps), but is the string "x"'],
  ['no authenticator', { authenticator: undefined }, '[jhub] authenticator: is missing'],
  [
    'a map for an authenticator',
    { authenticator: { type: 'github' } },
    '[jhub] authenticator: must be an Authenticator, but is a map; make it by a factory, such as Authenticator.gitHub',
  ],
  [
    'a class for a volume',
    { hub: { extraVolumes: [Storage] } },
    '[jhub] hub.extraVolumes[0]: must be a map (k8s.Volume) or a Volume, but is a function',
  ],
  [
    'two limits of a budget',
    { hub: { pdb: { maxUnavailable: 1, minAvailable: 1 } } },
    '[jhub] hub.pdb: takes maxUnavailable or minAvailable, not both',
  ],
  [
    'a role where the scopes of a service make one',
    { hub: { services: { s: { scopes: ['self'] } }, loadRoles: { s: { scopes: ['self'] } } } },
    '[jhub] hub.services.s.scopes: there is a role s already, which says what the service may do',
  ],
])('refuses %s', (_, props, message) => {
  expect(wrong(props)).toBe(message);
});

test('all that is wrong is told together', () => {
  const hub = { imagee: {}, concurrentSpawnLimit: '64', loadRoles: { r: {} } };
  expect(wrong({ hub, overrides: { spawner: { uid: 'a' } } }).split('\n')).toEqual([
    '[jhub] hub.imagee: unknown option; did you mean image?',
    '[jhub] hub.concurrentSpawnLimit: must be a number, but is the string "64"; remove the quotes',
    '[jhub] hub.loadRoles.r.scopes: is missing',
    '[jhub] overrides.spawner.uid: must be a number, but is the string "a"',
  ]);
});

test('the hub is told by its path', () => {
  const chart = Testing.chart();
  const props = { ...somebodyMayEnter(), debug: 1 } as unknown as JupyterHubProps;
  expect(messageOf(() => new JupyterHub(chart, 'biology', props))).toMatch(/^\[test\/biology\] debug: /);
  expect(messageOf(() => new Release('physics', props))).toMatch(/^\[physics\] debug: /);
});

test('a program in JavaScript that gives no options is told so', () => {
  const make = JupyterHub as unknown as new (...args: unknown[]) => JupyterHub;
  expect(messageOf(() => new make(Testing.app(), 'jhub'))).toBe(
    '[jhub] must be a map (JupyterHubProps), but is undefined',
  );
  expect(messageOf(() => new make(Testing.app(), 'jhub', {}))).toBe(
    '[jhub] namespace: is missing\n[jhub] authenticator: is missing',
  );
});

test('what programs give in other ways is right', () => {
  const secret = Secret.fromSecretName(Testing.chart(), 'secret', 'pull');
  const props: Partial<JupyterHubProps> = {
    hub: {
      extraEnv: { A: EnvValue.fromValue('b'), C: { fieldRef: { fieldPath: 'status.podIP' } } },
      resources: { limits: { cpu: Cpu.units(1), memory: Size.gibibytes(1), 'example.org/x': 1 } },
      image: { pullSecrets: [secret, 'other'] },
      initContainers: [
        { name: 'a', image: 'b', livenessProbe: { tcpSocket: { port: k8s.IntOrString.fromNumber(1) } } },
      ],
      config: { JupyterHub: { tornado_settings: null, limit: Duration.hours(1) }, KubeSpawner: { x: undefined } },
    },
    spawner: { profiles: [Profile.of('Large')], storage: { extraVolumes: { a: { name: 'a', emptyDir: {} } } } },
  };
  expect(wrong(props)).toBe('');
});

test('an app is not needed to be told of mistakes', () => {
  expect(messageOf(() => new JupyterHub(undefined as unknown as App, 'jhub', {} as JupyterHubProps))).toContain(
    'is missing',
  );
});
