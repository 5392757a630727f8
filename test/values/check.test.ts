import { propsFromHelmValues } from '../../lib/values/helm-values';

/** The problems of values, a line each; '' where there are none. */
function problems(values: object): string {
  try {
    propsFromHelmValues({ release: 'jhub', namespace: 'jhub', values }, () => undefined);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each<[string, object, string]>([
  [
    'an unknown key, with the nearest known one',
    { hub: { conccurentSpawnLimit: 1 } },
    'hub.conccurentSpawnLimit: unknown key; did you mean hub.concurrentSpawnLimit?',
  ],
  [
    'a key that stands a level too deep',
    { hub: { userScheduler: {} } },
    'hub.userScheduler: unknown key; did you mean scheduling.userScheduler?',
  ],
  [
    'a text for a number',
    { singleuser: { startTimeout: 'soon' } },
    'singleuser.startTimeout: must be a whole number or null, but is the text "soon"',
  ],
  ['a fraction for a whole number', { cull: { every: 1.5 } }, 'cull.every: must be a whole number or null, but is 1.5'],
  [
    'a number for a text, with how to mend it',
    { hub: { image: { tag: 4.4 } } },
    'hub.image.tag: must be a text, but is 4.4; put it in quotes',
  ],
  [
    'a word that is not among the choices',
    { proxy: { https: { type: 'letsencript' } } },
    'proxy.https.type: must be letsencrypt, manual, offload or secret, but is the text "letsencript"; did you mean letsencrypt?',
  ],
  [
    'a number below the least',
    { hub: { revisionHistoryLimit: -1 } },
    'hub.revisionHistoryLimit: must be at least 0, but is -1',
  ],
  [
    'a removed key, with what replaced it',
    { hub: { fsGid: 1000 } },
    'hub.fsGid: was removed from the chart; use hub.podSecurityContext.fsGroup',
  ],
  [
    'a required key taken away',
    { hub: { baseUrl: null } },
    'hub.baseUrl: is null, which takes away the default that the chart needs; leave the key out',
  ],
  [
    'a section of hub.config in lower case',
    { hub: { config: { loadRoles: {} } } },
    'hub.config.loadRoles: unknown key',
  ],
  [
    'letsencrypt without an address',
    { proxy: { https: { enabled: true, hosts: ['a.org'] } } },
    'proxy.https.letsencrypt.contactEmail: is missing: proxy.https.type letsencrypt needs a mail address',
  ],
  [
    'a file without content',
    { singleuser: { extraFiles: { f: { mountPath: '/f' } } } },
    'singleuser.extraFiles.f: needs one of data, stringData and binaryData, but has none of them',
  ],
  [
    'a file with two contents',
    { hub: { extraFiles: { f: { mountPath: '/f', stringData: 'a', binaryData: 'Yg==' } } } },
    'hub.extraFiles.f: needs one of data, stringData and binaryData, but has stringData and binaryData',
  ],
  [
    'data for a file of unknown format',
    { hub: { extraFiles: { f: { mountPath: '/f.ini', data: { a: 1 } } } } },
    'hub.extraFiles.f.mountPath: must end in .json, .toml, .yaml, .yml for data to be written; or use stringData',
  ],
  [
    'a number for a variable',
    { hub: { extraEnv: { PORT: 80 } } },
    'hub.extraEnv.PORT: must be a text, or a map with valueFrom, but is a number; put it in quotes',
  ],
  [
    'a template that is not known',
    { hub: { args: ['{{ include "x" . }}'] } },
    'hub.args[0]: cannot evaluate {{ include "x" . }}; known are .Release.Name, .Release.Namespace, .Chart.*, .Values.* and the filters quote, squote, upper, lower, trim',
  ],
])('refuses %s', (_, values, expected) => {
  expect(problems(values)).toContain(expected);
});

test('refuses to open the metadata server by network policy while iptables block it', () => {
  const values = { singleuser: { networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } } };
  expect(problems(values)).toBe(
    'singleuser.networkPolicy.egressAllowRules.cloudMetadataServer: opens what singleuser.cloudMetadata.blockWithIptables blocks; set one of them to false',
  );
});

test('tells all problems in one go', () => {
  const values = { hub: { fsGid: 1, concurrentSpawnLimit: 'x' }, cull: { maxage: 1 } };
  expect(problems(values).split('\n')).toHaveLength(3);
});

test('accepts values that are empty', () => {
  expect(problems({})).toBe('');
});
