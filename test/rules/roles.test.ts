import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'hub: {loadRoles: {a-role: {scopes: [servers, admin:uservers]}}}',
    [
      'hub.loadRoles.a-role.scopes[1]: "admin:uservers" is no scope of JupyterHub: the hub does not start; did you mean admin:servers? [roles/unknown-scope]',
    ],
  ],
  [
    'hub: {loadRoles: {Server_Rights: {scopes: [servers]}}}',
    [
      'hub.loadRoles.Server_Rights: "Server_Rights" is no name of a role: a letter first, then lower-case letters, digits and -, _, ~, ., 3 to 255 characters, a letter or digit last: the hub does not start [roles/name]',
    ],
  ],
  [
    'hub: {loadRoles: {admin: {scopes: [servers]}}}',
    [
      "hub.loadRoles.admin: scopes and description of JupyterHub's own role admin cannot be changed: the hub does not start [roles/name]",
    ],
  ],
  [
    'hub: {loadRoles: {a-role: {scopes: [servers], services: [reporting]}}}',
    [
      'hub.loadRoles.a-role.services[0]: there is no service "reporting": the hub does not start; add it to hub.services [roles/unknown-service]',
    ],
  ],
])('tells of %s', (values, lines) => {
  expect(findings(values)).toEqual(lines);
});

test.each([
  'hub: {services: {reporting: {}}, loadRoles: {a-role: {scopes: ["read:users!group=staff", "custom:a:b"], services: [reporting]}, user: {scopes: [self]}}}',
])('says nothing of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
