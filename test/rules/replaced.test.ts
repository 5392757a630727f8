import { findings } from '../support/findings';

test.each<[values: string, lines: string[]]>([
  [
    'hub: {config: {KubeSpawner: {volumes: [{name: a, emptyDir: {}}], volume_mounts: []}}}',
    [
      "hub.config.KubeSpawner.volumes: replaces the volumes of the storage, users' homes among them; say it by singleuser.storage.extraVolumes, which adds [traits/replaces-options]",
      "hub.config.KubeSpawner.volume_mounts: replaces the mounts of the storage, users' homes among them; say it by singleuser.storage.extraVolumeMounts, which adds [traits/replaces-options]",
    ],
  ],
  [
    'hub: {config: {JupyterHub: {load_roles: []}}}',
    [
      "hub.config.JupyterHub.load_roles: replaces the roles of the options, the idle culler's among them; say it by hub.loadRoles, which adds [traits/replaces-options]",
    ],
  ],
  [
    'singleuser: {extraEnv: {A: b}}\nhub: {config: {KubeSpawner: {environment: {C: d}}}}',
    [
      'hub.config.KubeSpawner.environment: replaces the variables of the options; say it by singleuser.extraEnv, which adds [traits/replaces-options]',
    ],
  ],
  [
    'hub: {config: {JupyterHub: {base_url: /lab/}}}',
    [
      'hub.config.JupyterHub.base_url: "/lab/" is not "/" of hub.baseUrl: probes, culler and Ingress follow the option: the hub is killed by its liveness probe; set hub.baseUrl [traits/base-url]',
    ],
  ],
  [
    'hub: {config: {KubeSpawner: {namespace: users}}}',
    [
      "hub.config.KubeSpawner.namespace: \"users\" is not the hub's namespace, jhub: Role, network policies and Secrets for users' servers are in the hub's namespace only: no server starts without them; make them there, or leave it out [traits/other-namespace]",
    ],
  ],
  [
    'hub: {config: {KubeSpawner: {enable_user_namespaces: true}}}',
    [
      "hub.config.KubeSpawner.enable_user_namespaces: gives each user a namespace: Role, network policies and Secrets for users' servers are in the hub's namespace only: no server starts without them; make them in each namespace [traits/other-namespace]",
    ],
  ],
  [
    'singleuser: {extraPodConfig: {volumes: [{name: a, emptyDir: {}}]}}',
    [
      'singleuser.extraPodConfig.volumes: replaces volumes of the finished pod: what KubeSpawner and other options put there is lost, the home among it; use the option or trait of its own, which adds [user-pod/replaces-finished]',
    ],
  ],
  [
    'singleuser: {profileList: [{display_name: A, kubespawner_override: {extra_container_config: {volumeMounts: []}}}]}',
    [
      'singleuser.profileList[0].kubespawner_override.extra_container_config.volumeMounts: replaces volumeMounts of the finished container: what KubeSpawner and other options put there is lost, the home among it; use the option or trait of its own, which adds [user-pod/replaces-finished]',
    ],
  ],
])('tells of %s', (values, lines) => {
  expect(findings(values)).toEqual(lines);
});

test.each([
  'hub: {baseUrl: /lab/, config: {JupyterHub: {base_url: /lab}, KubeSpawner: {namespace: jhub, environment: {A: b}}}}',
  'singleuser: {extraPodConfig: {dnsPolicy: ClusterFirst}}',
])('says nothing of %s', (values) => {
  expect(findings(values)).toEqual([]);
});
