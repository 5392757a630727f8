import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from './support/ways';

/** Goes all three ways with values of the chart. */
function agreement(values: string) {
  const before = process.cwd();
  process.chdir(mkdtempSync(join(tmpdir(), 'agreement-')));
  try {
    writeFileSync('values.yaml', values);
    return compare({ release: 'jhub', namespace: 'ns', files: ['values.yaml'], secretFiles: [] });
  } finally {
    process.chdir(before);
  }
}

const ASKS = 'extraConfig: {asks: "from z2jh import get_config"}';

// Values that one way once read otherwise than another. What the values say shows in `get_config` only where the hub asks for it.
test.each([
  `hub: {services: {reporting: {}}, ${ASKS}}`,
  'hub: {services: {metrics: {}}, loadRoles: {nobody: {}}, templateVars: {a: {}}}',
  'hub: {extraEnv: {A: {valueFrom: {secretKeyRef: {name: s, key: k, image: x}}}}}',
  'hub: {config: {GoogleOAuthenticator: {}, Authenticator: {}}}',
  'hub: {config: {JupyterHub: {authenticator_class: null}}}',
  'singleuser: {profileList: [{slug: a}]}',
  'singleuser: {profileList: [{display_name: 1}, {display_name: null}]}',
  'singleuser: {profileList: [{display_name: a, kubespawner_override: {}, profile_options: {}}]}',
  'singleuser: {profileList: [{display_name: a, kubespawner_override: {mem_limit: 4Gi, cpuLimit: 2, extraEnv: {A: b}}}]}',
  'singleuser: {profileList: [{display_name: a, constructor: b, kubespawner_override: {constructor: {a: b}}}]}',
  'singleuser: {profileList: [{display_name: a, profile_options: {b: {choices: {c: {display_name: d, kubespawner_override: {}}}}}}]}',
  'singleuser: {memory: {limit: 4Gi, guarantee: null}, cpu: {limit: 0.5}}',
  'singleuser: {uid: null, fsGid: null, cmd: null}',
  `singleuser: {extraResource: {limits: {}}, nodeSelector: {}, ${ASKS.replace('extraConfig', 'extraLabels')}}`,
  'hub: {livenessProbe: {successThreshold: 2, exec: {command: [x]}}, services: {a: {oauth_roles: [b]}}}',
  'proxy: {chp: {pdb: {enabled: true, minAvailable: 1, maxUnavailable: 1}}}',
  'hub: {extraEnv: [{name: A, value: b}]}',
  'hub: {extraEnv: {A: {}, B: {value: c}, D: {name: E, valueFrom: {fieldRef: {fieldPath: f}}}}}',
  'singleuser: {extraEnv: {A: {}, B: {value: c}, D: {name: E, valueFrom: {fieldRef: {fieldPath: f}}}}}',
  'hub: {pdb: {enabled: true, minAvailable: null, maxUnavailable: 1}}',
  'hub: {annotations: {constructor: a, toString: b, "0o17": c, "1e05": d, "null": e, "true": f}, labels: {constructor: a}}',
  'proxy: {chp: {containerSecurityContext: {"<<": a, "=": {"\\u2028": b}, "\\u0085": [c], __proto__: d}}}',
])('%s means the same to render, fromHelmValues and the program of convert', (values) => {
  const { difference, rendered } = agreement(values);
  expect(difference).toBeUndefined();
  expect(rendered).toBe(true);
});

// What no program could say is refused wherever it is said.
test.each([
  'httpRoute: {enabled: true, gateway: {name: g}, hostnames: [{a: b}]}',
  'proxy: {https: {hosts: [{a: b}]}}',
  'hub: {nodeSelector: {a: {b: c}}}',
])('%s is refused by render, fromHelmValues and convert alike', (values) => {
  const { difference, rendered } = agreement(values);
  expect(difference).toBeUndefined();
  expect(rendered).toBe(false);
});
