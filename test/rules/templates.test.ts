import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'singleuser: {extraEnv: {A: \'{"b": 1}\'}}',
    [
      'singleuser.extraEnv.A: {"b"} is no field that can be filled in: no server starts; write {{ for { and }} for } [user-pod/braces]',
    ],
  ],
  [
    "singleuser: {initContainers: [{name: a, image: b, command: [sh, -c, 'echo ${HOME}']}]}",
    [
      'singleuser.initContainers[0].command[2]: {HOME} is no field that can be filled in: no server starts; write {{ for { and }} for } [user-pod/braces]',
    ],
  ],
  [
    "singleuser: {extraLabels: {a: '{usrname}'}}",
    [
      'singleuser.extraLabels.a: {usrname} is no field that can be filled in: no server starts; write {{ for { and }} for } [user-pod/braces]',
    ],
  ],
  [
    "singleuser: {profileList: [{display_name: A, kubespawner_override: {environment: {A: '{x}'}}}]}",
    [
      'singleuser.profileList[0].kubespawner_override.environment.A: {x} is no field that can be filled in: no such server starts; write {{ for { and }} for } [user-pod/braces]',
    ],
  ],
])('tells of %s', (values, lines) => {
  expect(findings(values)).toEqual(lines);
});

test.each([
  "singleuser: {extraEnv: {A: '{{\"b\": 2}}', B: '{username}'}, extraLabels: {who: '{escaped_username}'}}",
  "singleuser: {nodeSelector: {a: b}, lifecycleHooks: {postStart: {exec: {command: [sh, -c, 'echo ${HOME}']}}}}",
])('says nothing of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
