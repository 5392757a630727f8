import { config, RuleExamples, singleuser } from './forms';

/** Examples of the rules about objects of Kubernetes: names, formats, hosts, TLS, the pods and Services of the components. */
export const OBJECT_EXAMPLES: RuleExamples = {
  'names/prefix': {
    wrong: 'fullnameOverride: My_Hub\n',
    right: 'fullnameOverride: my-hub\n',
  },
  'names/service': {
    wrong: 'hub:\n  services:\n    grade reports: {}\n',
    right: 'hub:\n  services:\n    grade-reports: {}\n',
  },
  'secrets/readable': {
    wrong:
      'ingress: { enabled: true, hosts: [hub.example.org], annotations: { example.org/key: ghp_0123456789abcdefghij0123456789abcdef } }\nproxy: { service: { type: ClusterIP } }\n',
    right:
      'ingress: { enabled: true, hosts: [hub.example.org], annotations: { example.org/secret: hub-key } }\nproxy: { service: { type: ClusterIP } }\n',
  },
  'secrets/variable-in-a-secret': {
    wrong: 'hub:\n  extraEnv:\n    DATABASE_URL: postgresql://hub:hunter2-of-ours@$(DATABASE_HOST)/hub\n',
    right:
      'hub:\n  extraEnv:\n    DATABASE_PASSWORD: hunter2-of-ours\n    DATABASE_URL: postgresql://hub:$(DATABASE_PASSWORD)@$(DATABASE_HOST)/hub\n',
  },
  'tls/incomplete': {
    wrong: 'proxy:\n  https: { enabled: true, hosts: [hub.example.org] }\n',
    right:
      'proxy:\n  https: { enabled: true, hosts: [hub.example.org], letsencrypt: { contactEmail: ada@example.org } }\n',
  },
  'tls/secret-name': {
    wrong: 'proxy:\n  https: { enabled: true, type: secret }\n',
    right: 'proxy:\n  https: { enabled: true, type: secret, secret: { name: hub-tls } }\n',
  },
  'hosts/ingress-host': {
    wrong: 'ingress: { enabled: true, hosts: ["https://hub.example.org"] }\nproxy: { service: { type: ClusterIP } }\n',
    right: 'ingress: { enabled: true, hosts: [hub.example.org] }\nproxy: { service: { type: ClusterIP } }\n',
  },
  'objects/budget-with-two-limits': {
    wrong: 'hub:\n  pdb: { enabled: true, maxUnavailable: 1 }\n',
    right: 'hub:\n  pdb: { enabled: true, maxUnavailable: 1, minAvailable: null }\n',
  },
  'objects/ip-family-policy': {
    wrong: 'proxy:\n  service: { ipFamilyPolicy: DualStack }\n',
    right: 'proxy:\n  service: { ipFamilyPolicy: PreferDualStack }\n',
  },
  'objects/hub-mounts': {
    wrong:
      'hub:\n  extraVolumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }]\n  extraVolumeMounts: [{ name: a, mountPath: /data }, { name: b, mountPath: /data }]\n',
    right:
      'hub:\n  extraVolumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }]\n  extraVolumeMounts: [{ name: a, mountPath: /data }, { name: b, mountPath: /more }]\n',
  },
  'objects/placeholders-without-priority': {
    wrong: 'scheduling:\n  userPlaceholder: { replicas: 2 }\n',
    right: 'scheduling:\n  podPriority: { enabled: true }\n  userPlaceholder: { replicas: 2 }\n',
  },
  'files/content': {
    wrong: singleuser('extraFiles:', '  motd: { mountPath: /etc/motd }'),
    right: singleuser('extraFiles:', '  motd: { mountPath: /etc/motd, stringData: Welcome }'),
  },
  'network/metadata-server-open-and-blocked': {
    wrong: singleuser(
      'cloudMetadata: { blockWithIptables: true }',
      'networkPolicy: { egressAllowRules: { cloudMetadataServer: true } }',
    ),
    right: singleuser(
      'cloudMetadata: { blockWithIptables: false }',
      'networkPolicy: { egressAllowRules: { cloudMetadataServer: true } }',
    ),
  },
  'traits/base-url': {
    wrong: config('JupyterHub', 'base_url: /lab/'),
    right: 'hub:\n  baseUrl: /lab/\n',
  },
  'traits/other-namespace': {
    wrong: config('KubeSpawner', 'namespace: users'),
    right: '{}\n',
  },
  'traits/unknown': {
    wrong: config('JupyterHub', 'admin_acess: true'),
    right: config('JupyterHub', 'admin_access: true'),
  },
  'roles/name': {
    wrong: 'hub:\n  loadRoles:\n    Server_Rights: { scopes: [servers] }\n',
    right: 'hub:\n  loadRoles:\n    server-rights: { scopes: [servers] }\n',
  },
  'roles/unknown-service': {
    wrong: 'hub:\n  loadRoles:\n    reader: { scopes: ["list:users"], services: [reporting] }\n',
    right:
      'hub:\n  services:\n    reporting: {}\n  loadRoles:\n    reader: { scopes: ["list:users"], services: [reporting] }\n',
  },
  'kubernetes/resources': {
    wrong: 'hub:\n  resources: { requests: { cpu: 500m }, limits: { cpu: 250m } }\n',
    right: 'hub:\n  resources: { requests: { cpu: 250m }, limits: { cpu: 500m } }\n',
  },
  'kubernetes/node-selector': {
    wrong: singleuser('nodeSelector: { gpu: true }'),
    right: singleuser('nodeSelector: { gpu: "true" }'),
  },
  'kubernetes/toleration': {
    wrong: singleuser('extraTolerations: [{ key: gpu, value: true }]'),
    right: singleuser('extraTolerations: [{ key: gpu, value: "true" }]'),
  },
  'services/loopback': {
    wrong: 'hub:\n  services:\n    hello: { url: "http://127.0.0.1:8000" }\n',
    right:
      'hub:\n  services:\n    hello: { url: "http://hub:8000" }\n  service: { extraPorts: [{ name: hello, port: 8000 }] }\n',
  },
  'exposure/no-http-port': {
    wrong:
      'ingress: { enabled: true, hosts: [hub.example.org] }\nproxy: { service: { type: ClusterIP, disableHttpPort: true } }\n',
    right: 'ingress: { enabled: true, hosts: [hub.example.org] }\nproxy: { service: { type: ClusterIP } }\n',
  },
  'database/mysql-password': {
    wrong: 'hub:\n  db: { type: mysql, url: "mysql+pymysql://hub@db/hub", password: a-long-password }\n',
    right: 'hub:\n  db: { type: mysql, url: "mysql+pymysql://hub:a-long-password@db/hub" }\n',
  },
};
