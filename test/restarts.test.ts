import { DatabaseType } from '../lib/options/hub/database-props';
import { SecretValue } from '../lib/secrets/secret-value';
import { Manifest } from '../lib/kubernetes/manifest';
import { objectsOf } from './support/typed';
import { Data, objects } from './support/objects';

/** The pod templates of all that runs, by component. */
function templates(all: readonly Manifest[]): Record<string, string> {
  const running = all.filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind)) as Data[];
  return Object.fromEntries(running.map(({ metadata, spec }) => [metadata.name, JSON.stringify(spec.template)]));
}

/** What restarts when the one becomes the other. */
function restarted(before: readonly Manifest[], after: readonly Manifest[]): string[] {
  const [old, now] = [templates(before), templates(after)];
  return Object.keys(now)
    .filter((name) => name in old && now[name] !== old[name])
    .sort();
}

const CODE = 'hub: {extraConfig: {a: "c.A.b = 1"}}\n';
const MANUAL = (key: string, cert: string) =>
  `proxy: {https: {enabled: true, type: manual, hosts: [h], manual: {key: ${key}, cert: ${cert}}}}`;
const AUTOHTTPS = (more: string) =>
  `proxy: {https: {enabled: true, hosts: [h], letsencrypt: {contactEmail: a@b.c}}, traefik: {${more}}}`;

test.each<[change: string, before: string, after: string, restarts: string[]]>([
  ['nothing', '', '', []],
  // what JupyterHub and KubeSpawner are configured with
  ['a limit of users', '', 'singleuser: {memory: {limit: 2G}}', ['hub', 'user-placeholder']],
  [
    'the image of users',
    '',
    'singleuser: {image: {tag: "9"}}',
    ['continuous-image-puller', 'hook-image-puller', 'hub'],
  ],
  ['a profile', '', 'singleuser: {profileList: [{display_name: A}]}', ['hub']],
  ['culling', '', 'cull: {timeout: 60}', ['hub']],
  ['own code', CODE, 'hub: {extraConfig: {a: "c.A.b = 2"}}', ['hub']],
  ['a service', '', 'hub: {services: {a: {url: "http://a"}}}', ['hub']],
  ['the base URL', '', 'hub: {baseUrl: /b/}', ['hub']],
  ['the name of the hub', '', 'fullnameOverride: x', []],
  // what others read
  ['a network policy', CODE, `${CODE}singleuser: {networkPolicy: {enabled: false}}`, []],
  [
    'the policy of hub and proxy',
    '',
    'hub: {networkPolicy: {enabled: false}}\nproxy: {chp: {networkPolicy: {enabled: false}}}',
    [],
  ],
  ['the public Service', CODE, `${CODE}proxy: {service: {type: NodePort}}`, []],
  ['an ingress', CODE, `${CODE}ingress: {enabled: true, hosts: [h]}`, []],
  ['placeholders', CODE, `${CODE}scheduling: {userPlaceholder: {enabled: true, replicas: 3}}`, []],
  ['the PodDisruptionBudget', CODE, `${CODE}`.replace('{extra', '{pdb: {enabled: true}, extra'), []],
  ['the size of the database claim', '', 'hub: {db: {pvc: {storage: 2Gi}}}', []],
  ['data that nobody asks for', CODE, `${CODE}custom: {a: 1}`, []],
  [
    'data that code asks for',
    'hub: {extraConfig: {a: get_config("custom.a")}}',
    'hub: {extraConfig: {a: get_config("custom.a")}}\ncustom: {a: 1}',
    ['hub'],
  ],
  // the pods' own
  ['the image of the hub', '', 'hub: {image: {tag: "9"}}', ['hub']],
  ['the image of the proxy', '', 'proxy: {chp: {image: {tag: "9"}}}', ['proxy']],
  ['the image of the scheduler', '', 'scheduling: {userScheduler: {image: {tag: "9"}}}', ['user-scheduler']],
  [
    'a plugin of the scheduler',
    '',
    'scheduling: {userScheduler: {pluginConfig: [{name: a, args: {}}]}}',
    ['user-scheduler'],
  ],
  ['resources of the proxy', '', 'proxy: {chp: {resources: {limits: {cpu: 1}}}}', ['proxy']],
  ['debugging', '', 'debug: {enabled: true}', ['hub', 'proxy']],
  [
    'where core pods run',
    '',
    'scheduling: {corePods: {nodeAffinity: {matchNodePurpose: require}}}',
    ['hub', 'proxy', 'user-scheduler'],
  ],
  // Secrets: no readable object tells whether a literal has changed, so the hub starts again what reads it.
  ['a credential', 'hub: {config: {A: {password: one}}}', 'hub: {config: {A: {password: two}}}', []],
  [
    'the database password',
    'hub: {db: {type: postgres, url: u, password: one}}',
    'hub: {db: {type: postgres, url: u, password: two}}',
    [],
  ],
  ['the token of the proxy', 'proxy: {secretToken: one}', 'proxy: {secretToken: two}', []],
  ['the token of a service', 'hub: {services: {a: {apiToken: one}}}', 'hub: {services: {a: {apiToken: two}}}', []],
  [
    'a file of the hub',
    'hub: {extraFiles: {a: {mountPath: /a, stringData: one}}}',
    'hub: {extraFiles: {a: {mountPath: /a, stringData: two}}}',
    [],
  ],
  [
    'a file of users',
    'singleuser: {extraFiles: {a: {mountPath: /a, stringData: one}}}',
    'singleuser: {extraFiles: {a: {mountPath: /a, stringData: two}}}',
    [],
  ],
  ['a variable of the hub', 'hub: {extraEnv: {A_TOKEN: one}}', 'hub: {extraEnv: {A_TOKEN: two}}', []],
  [
    'a secret variable of the proxy',
    'proxy: {chp: {extraEnv: {A_TOKEN: one}}}',
    'proxy: {chp: {extraEnv: {A_TOKEN: two}}}',
    [],
  ],
  ['a secret variable of traefik', AUTOHTTPS('extraEnv: {A_TOKEN: one}'), AUTOHTTPS('extraEnv: {A_TOKEN: two}'), []],
  ['the key of the certificate', MANUAL('one', 'c'), MANUAL('two', 'c'), []],
  ['the certificate', MANUAL('k', 'one'), MANUAL('k', 'two'), ['proxy']],
  [
    'the password of the registry',
    'imagePullSecret: {create: true, registry: r, username: u, password: one}',
    'imagePullSecret: {create: true, registry: r, username: u, password: two}',
    [],
  ],
  // traefik
  [
    'the static configuration of traefik',
    AUTOHTTPS(''),
    AUTOHTTPS('extraStaticConfig: {log: {level: INFO}}'),
    ['autohttps'],
  ],
  [
    'the dynamic configuration of traefik, which it watches',
    AUTOHTTPS(''),
    AUTOHTTPS('extraDynamicConfig: {a: {b: 1}}'),
    [],
  ],
])('%s', (_, before, after, restarts) => {
  expect(restarted(objects(before), objects(after))).toEqual(restarts);
});

test('a reference to another key restarts who reads it', () => {
  const password = (key: string) =>
    objectsOf({ hub: { db: { type: DatabaseType.POSTGRES, password: SecretValue.fromSecret('s', key) } } });
  expect(restarted(password('a'), password('b'))).toEqual(['hub']);
});
