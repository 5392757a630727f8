import { problems } from '../../support/findings';

test.each([
  ['a slip of the pen', 'hub: {conccurentSpawnLimit: 1}', '; did you mean hub.concurrentSpawnLimit?'],
  ['another case', 'hub: {base_url: /x}', '; did you mean hub.baseUrl?'],
  ['a level too deep', 'hub: {userScheduler: {}}', '; did you mean scheduling.userScheduler?'],
  ['a level too high', 'chp: {resources: {}}', '; did you mean proxy.chp.resources?'],
  ['extra, left out', 'singleuser: {tolerations: []}', '; did you mean singleuser.extraTolerations?'],
  ["KubeSpawner's name", 'singleuser: {mem_limit: 1G}', '; did you mean singleuser.memory.limit?'],
  ['a name of other charts', 'ingress: {className: nginx}', '; did you mean ingress.ingressClassName?'],
  [
    'values for a chart around this one',
    'jupyterhub: {hub: {}}',
    '; values for this chart as a dependency of another stand one level deeper: give what is below jupyterhub',
  ],
  ['nothing known', 'debug: {zzzzzzzzz: 1}', '; known are enabled'],
])('knows %s', (_, values, expected) => {
  expect(problems(values)).toEqual([expect.stringMatching(/: unknown key/)]);
  expect(problems(values)[0]).toContain(expected);
});
