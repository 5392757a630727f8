import { ACCESS_EXAMPLES } from './rule-examples/access';
import { authenticator, config, extraConfig, profile, RuleExamples } from './rule-examples/forms';
import { OBJECT_EXAMPLES } from './rule-examples/objects';
import { SERVER_EXAMPLES } from './rule-examples/servers';

/** An example of each rule that values can break, by its id. */
export const RULE_EXAMPLES: RuleExamples = {
  ...ACCESS_EXAMPLES,
  ...OBJECT_EXAMPLES,
  ...SERVER_EXAMPLES,
  'user-pod/not-made': {
    wrong: 'singleuser:\n  storage:\n    dynamic:\n      pvcNameTemplate: claim-{user}\n',
    right: 'singleuser:\n  storage:\n    dynamic:\n      pvcNameTemplate: claim-{username}\n',
  },
  'traits/unknown-class': {
    wrong: config('JupyterHub', 'authenticator_class: GitHubOAuthenticator', 'admin_access: false'),
    right: config('JupyterHub', 'authenticator_class: own_package.OwnAuthenticator', 'admin_access: false'),
  },
  'traits/pattern': {
    wrong: config('Authenticator', "username_pattern: '([a-z]+'"),
    right: config('Authenticator', "username_pattern: '(?P<name>[a-z]+)\\Z'"),
  },
  'access/username-pattern': {
    wrong: config('Authenticator', "username_pattern: '^s[0-9]+$'", 'admin_users: [ada]'),
    right: config('Authenticator', "username_pattern: '^s[0-9]+$'", 'admin_users: [S1234]'),
  },
  'access/names-in-one-string': {
    wrong: config('Authenticator', 'allowed_users: ada, grace'),
    right: config('Authenticator', 'allowed_users: [ada, grace]'),
  },
  'profiles/choice-without-name': {
    wrong: `singleuser:
  profileList:
    - display_name: Large
      profile_options:
        size:
          choices:
            big: { kubespawner_override: { cpu_limit: 4 } }
`,
    right: `singleuser:
  profileList:
    - display_name: Large
      profile_options:
        size:
          choices:
            big: { display_name: Big, kubespawner_override: { cpu_limit: 4 } }
`,
  },
  'traits/option-and-trait': {
    wrong: `${config('KubeSpawner', 'mem_limit: 4G')}singleuser:\n  memory: { limit: 2G }\n`,
    right: 'singleuser:\n  memory: { limit: 4G }\n',
  },
  'traits/general-and-special': {
    wrong: authenticator('dummy', 'DummyAuthenticator', 'password: a-long-password', 'allowed_users: [ada]').concat(
      '    Authenticator:\n      allowed_users: [grace]\n',
    ),
    right: authenticator('dummy', 'DummyAuthenticator', 'password: a-long-password', 'allowed_users: [ada, grace]'),
  },
  'traits/services-dropped': {
    wrong: config('JupyterHub', 'services: [{ name: grader, url: "http://grader:9000" }]'),
    right: 'hub:\n  services:\n    grader: { url: "http://grader:9000" }\n',
  },
  'python/syntax': {
    wrong: extraConfig('if True', '    c.Spawner.debug = True'),
    right: extraConfig('if True:', '    c.Spawner.debug = True'),
  },
  'traits/replaces-options': {
    wrong: extraConfig('c.JupyterHub.services = [{"name": "grader", "url": "http://grader:9000"}]'),
    right: extraConfig('c.JupyterHub.services.append({"name": "grader", "url": "http://grader:9000"})'),
  },
  'roles/unknown-scope': {
    wrong: config('JupyterHub', 'load_roles: [{ name: reader, scopes: ["list:user"] }]'),
    right: 'hub:\n  loadRoles:\n    reader: { scopes: ["list:users"] }\n',
  },
  'traits/kind': {
    wrong: extraConfig('c.KubeSpawner.cpu_limit = "500m"'),
    right: extraConfig('c.KubeSpawner.cpu_limit = 0.5'),
  },
  'user-pod/braces': {
    wrong: profile('environment: { PS1: "${debian_chroot}" }'),
    right: profile('environment: { PS1: "${{debian_chroot}}" }'),
  },
  'kubernetes/refused-field': {
    wrong:
      'singleuser:\n  extraTolerations: [{ key: gpu, operator: Exists, effect: NoSchedule, tolerationSeconds: 60 }]\n',
    right:
      'singleuser:\n  extraTolerations: [{ key: gpu, operator: Exists, effect: NoExecute, tolerationSeconds: 60 }]\n',
  },
  'formats/quantity': {
    wrong: 'singleuser:\n  storage: { capacity: 10GB }\n',
    right: 'singleuser:\n  storage: { capacity: 10Gi }\n',
  },
  'formats/option': {
    wrong: 'singleuser:\n  extraLabels: { team: data science }\n',
    right: 'singleuser:\n  extraLabels: { team: data-science }\n',
  },
  'formats/field': {
    wrong: 'hub:\n  tolerations: [{ key: pool, operator: Exist }]\n',
    right: 'hub:\n  tolerations: [{ key: pool, operator: Exists }]\n',
  },
  'objects/name-twice': {
    wrong: 'hub:\n  extraVolumes: [{ name: config, emptyDir: {} }]\n',
    right: 'hub:\n  extraVolumes: [{ name: own-config, emptyDir: {} }]\n',
  },
  'objects/mount-without-volume': {
    wrong: 'hub:\n  extraVolumeMounts: [{ name: data, mountPath: /data }]\n',
    right:
      'hub:\n  extraVolumes: [{ name: data, emptyDir: {} }]\n  extraVolumeMounts: [{ name: data, mountPath: /data }]\n',
  },
  'objects/port-twice': {
    wrong: 'hub:\n  service:\n    extraPorts: [{ name: reporting, port: 8081 }]\n',
    right: 'hub:\n  service:\n    extraPorts: [{ name: reporting, port: 10101 }]\n',
  },
  'culling/every-over-timeout': {
    wrong: 'cull:\n  timeout: 600\n  every: 900\n',
    right: 'cull:\n  timeout: 600\n  every: 300\n',
  },
  'operations/budget-blocks-drains': {
    wrong: 'hub:\n  pdb: { enabled: true }\n',
    right: 'hub:\n  pdb: { enabled: true, minAvailable: null, maxUnavailable: 1 }\n',
  },
  'database/sqlite-on-network-files': {
    wrong: 'hub:\n  db: { pvc: { storageClassName: nfs-client } }\n',
    right: 'hub:\n  db: { pvc: { storageClassName: premium-rwo } }\n',
  },
  'network/no-names': {
    wrong: `singleuser:
  networkPolicy:
    egressAllowRules: { dnsPortsCloudMetadataServer: false, dnsPortsKubeSystemNamespace: false, dnsPortsPrivateIPs: false }
`,
    right: `singleuser:
  networkPolicy:
    egressAllowRules: { dnsPortsCloudMetadataServer: false, dnsPortsKubeSystemNamespace: false, dnsPortsPrivateIPs: false }
    egress: [{ ports: [{ port: 53, protocol: UDP }] }]
`,
  },
  'exposure/two-entrances': {
    wrong: 'ingress: { enabled: true, hosts: [hub.example.org] }\n',
    right: 'ingress: { enabled: true, hosts: [hub.example.org] }\nproxy: { service: { type: ClusterIP } }\n',
  },
  'proxy/memory': {
    wrong: 'proxy:\n  chp: { resources: { limits: { memory: 32Mi } } }\n',
    right: 'proxy:\n  chp: { resources: { limits: { memory: 512Mi } } }\n',
  },
  'operations/spawn-limit': {
    wrong:
      'hub: { concurrentSpawnLimit: 10 }\nscheduling: { podPriority: { enabled: true }, userPlaceholder: { replicas: 50 } }\n',
    right:
      'hub: { concurrentSpawnLimit: 64 }\nscheduling: { podPriority: { enabled: true }, userPlaceholder: { replicas: 50 } }\n',
  },
  'operations/overcommitment': {
    wrong: 'singleuser:\n  memory: { guarantee: 512M, limit: 32G }\n',
    right: 'singleuser:\n  memory: { guarantee: 4G, limit: 8G }\n',
  },
  'images/moving-tag': {
    wrong: profile('image: quay.io/jupyter/scipy-notebook:latest'),
    right: profile('image: quay.io/jupyter/scipy-notebook:2026-01-05'),
  },
  'tls/certificate': {
    wrong:
      'proxy:\n  https: { enabled: true, type: manual, hosts: [a.example.org], manual: { cert: none, key: none } }\n',
    right: 'proxy:\n  https: { enabled: true, type: secret, hosts: [a.example.org], secret: { name: hub-tls } }\n',
  },
};
