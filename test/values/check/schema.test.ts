import { CHART_DEFAULTS } from '../../../lib/chart/chart-defaults';
import { SchemaChecker } from '../../../lib/values/check/schema';
import { ValueMap } from '../../../lib/chart/value';
import { readValues } from '../../../lib/values/read/reader';
import { CHART_SCHEMA } from '../../../lib/chart/schema/schema';
import { problems, warnings } from '../../support/findings';

test('the defaults fit, so that they need not be looked at again', () => {
  const checker = new SchemaChecker(readValues({}));
  checker.check(JSON.parse(JSON.stringify(CHART_DEFAULTS)) as ValueMap, CHART_SCHEMA, []);
  expect([checker.problems, checker.warnings]).toEqual([[], []]);
});

test.each([
  [
    'an unknown key, with the nearest known one',
    'hub: {conccurentSpawnLimit: 1}',
    'hub.conccurentSpawnLimit: unknown key; did you mean hub.concurrentSpawnLimit?',
  ],
  [
    'a string for a number',
    'singleuser: {startTimeout: soon}',
    'singleuser.startTimeout: must be an integer or null, but is the string "soon"',
  ],
  ['a fraction for an integer', 'cull: {every: 1.5}', 'cull.every: must be an integer or null, but is 1.5'],
  [
    'a number for a string, with how to mend it',
    'hub: {image: {tag: 4.4}}',
    'hub.image.tag: must be a string, but is 4.4; put it in quotes',
  ],
  [
    'a quoted boolean, with how to mend it',
    'debug: {enabled: "true"}',
    'debug.enabled: must be true or false, but is the string "true"; take the quotes away',
  ],
  [
    'a quoted number, with how to mend it',
    'cull: {every: "600"}',
    'cull.every: must be an integer or null, but is the string "600"; take the quotes away',
  ],
  ['a list for a map', 'hub: {labels: [a]}', 'hub.labels: must be a map, but is a list'],
  [
    'a word that is not among the choices',
    'proxy: {https: {type: letsencript}}',
    'proxy.https.type: must be letsencrypt, manual, offload or secret, but is the string "letsencript"; did you mean letsencrypt?',
  ],
  [
    'a number below the least',
    'hub: {revisionHistoryLimit: -1}',
    'hub.revisionHistoryLimit: must be at least 0, but is -1',
  ],
  ['a section of hub.config in lower case', 'hub: {config: {loadRoles: {}}}', 'hub.config.loadRoles: unknown key: '],
  [
    'a service with the name of an option',
    'hub: {services: {url: {}}}',
    'hub.services.url: the chart takes this for an option of a service',
  ],
  ['a service that is no map', 'hub: {services: {s: x}}', 'hub.services.s: must be a map, but is the string "x"'],
  ['a number among arguments', 'hub: {args: [8]}', 'hub.args[0]: must be a string, but is 8; put it in quotes'],
  [
    'a string for an init container',
    'singleuser: {initContainers: [x]}',
    'singleuser.initContainers[0]: must be a map, but is the string "x"',
  ],
  [
    'a string for a toleration',
    'hub: {tolerations: [dedicated]}',
    'hub.tolerations[0]: must be a map (k8s.Toleration), but is the string "dedicated"',
  ],
  [
    'a string for a variable',
    'proxy: {chp: {extraEnv: [A=b]}}',
    'proxy.chp.extraEnv[0]: must be a map, but is a string',
  ],
  ['a map for Python', 'hub: {extraConfig: {a: {b: c}}}', 'hub.extraConfig.a: must be a string, but is a map'],
  [
    'a map for the class of the authenticator',
    'hub: {config: {JupyterHub: {authenticator_class: {a: b}}}}',
    'hub.config.JupyterHub.authenticator_class: must be a string or null, but is a map',
  ],
  ['a string for a profile', 'singleuser: {profileList: [x]}', 'singleuser.profileList[0]: must be a map'],
  ['a null for a required key', 'hub: {baseUrl: null}', 'hub.baseUrl: is null, which takes away the default'],
  ['an image without a name', 'prePuller: {extraImages: {x: {tag: "1"}}}', 'prePuller.extraImages.x.name: is missing'],
  [
    'a registry secret without a password',
    'imagePullSecret: {create: true, registry: r, username: u}',
    'imagePullSecret.password: is missing',
  ],
])('refuses %s', (_, values, expected) => {
  expect(problems(values)).toEqual([expect.stringContaining(expected)]);
});

test('tells all problems in one go, each once', () => {
  const values = 'hub: {fsGid: 1, concurrentSpawnLimit: x}\ncull: {maxage: 1}';
  expect(problems(values).map((line) => line.replace(/:.*/, ''))).toEqual([
    'hub.concurrentSpawnLimit',
    'hub.fsGid',
    'cull.maxage',
  ]);
});

test.each([
  ['under a key that holds a credential', 'hub: {cookieSecret: 1234567}'],
  ['that looks like a credential', 'hub: {config: {JupyterHub: ghp_0123456789abcdef01234567}}'],
])('shows no value %s', (_, values) => {
  const [line] = problems(values);
  expect(line).toMatch(/, but is a (number|string)/);
  expect(line).not.toMatch(/1234567|ghp_/);
});

test('leaves what the chart does not look into alone', () => {
  expect(problems('hub: {config: {JupyterHub: {x: [1, {}]}}, extraPodSpec: {anything: 1}}\ncustom: {x: 1}')).toEqual(
    [],
  );
});

test.each([
  ['hub: {extraVolumes: [null]}', 'hub.extraVolumes[0]: should be a map, but is null; Kubernetes refuses it'],
  [
    'singleuser: {storage: {extraVolumes: [null]}}',
    'singleuser.storage.extraVolumes[0]: should be a map, but is null; Kubernetes refuses it',
  ],
  [
    'hub: {livenessProbe: {successThreshold: 2}}',
    'hub.livenessProbe.successThreshold: has no effect: the chart does not read it',
  ],
  [
    'singleuser: {memory: {limit: 4Gi}}',
    'singleuser.memory.limit: JupyterHub does not read 4Gi, so 4G is written for it, the same number of bytes; write 4G',
  ],
  ['imagePullSecret: {create: false, emial: a}', 'imagePullSecret.emial: has no effect: the chart does not read it'],
])('warns of what the cluster refuses, or the chart or JupyterHub does not read: %s', (values, expected) => {
  expect(warnings(values)).toEqual([expected]);
});
