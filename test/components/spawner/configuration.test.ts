import { hubConfig, object, secretText } from '../../support/objects';

const spawner = (values?: string) => hubConfig(values).KubeSpawner;

test.each([
  ['podNameTemplate: "j-{username}"', 'pod_name_template', 'j-{username}'],
  ['startTimeout: 9', 'start_timeout', 9],
  ['image: {name: a/b, tag: "1"}', 'image', 'a/b:1'],
  ['image: {pullPolicy: Always}', 'image_pull_policy', 'Always'],
  ['image: {pullSecrets: [s]}', 'image_pull_secrets', ['s']],
  ['events: false', 'events_enabled', false],
  ['extraAnnotations: {a: b}', 'extra_annotations', { a: 'b' }],
  ['uid: 5', 'uid', 5],
  ['uid: null', 'uid', null],
  ['fsGid: 6', 'fs_gid', 6],
  ['serviceAccountName: sa', 'service_account', 'sa'],
  ['nodeSelector: {a: b}', 'node_selector', { a: 'b' }],
  [
    'lifecycleHooks: {postStart: {exec: {command: [x]}}}',
    'lifecycle_hooks',
    { postStart: { exec: { command: ['x'] } } },
  ],
  ['extraContainers: [{name: c, image: i}]', 'extra_containers', [{ name: 'c', image: 'i' }]],
  ['memory: {limit: 2G}', 'mem_limit', '2G'],
  ['cpu: {guarantee: 0.5}', 'cpu_guarantee', 0.5],
  ['extraResource: {limits: {gpu: "1"}}', 'extra_resource_limits', { gpu: '1' }],
  ['extraEnv: {A: b}', 'environment', { A: 'b' }],
  ['extraPodConfig: {a: b}', 'extra_pod_config', { a: 'b' }],
  ['allowPrivilegeEscalation: null', 'allow_privilege_escalation', null],
  ['storage: {capacity: 5Gi}', 'storage_capacity', '5Gi'],
  ['storage: {dynamic: {storageClass: fast}}', 'storage_class', 'fast'],
  ['storage: {dynamic: {pvcNameTemplate: "c-{username}"}}', 'pvc_name_template', 'c-{username}'],
])('singleuser: {%s} sets KubeSpawner.%s', (option, trait, expected) => {
  expect(spawner(`singleuser:\n  ${option}`)[trait]).toEqual(expected);
});

test('a home on one claim has a folder for each user', () => {
  const { volumes, volume_mounts: mounts } = spawner('singleuser: {storage: {type: static, static: {pvcName: nfs}}}');
  expect(volumes.home).toEqual({ name: 'home', persistentVolumeClaim: { claimName: 'nfs' } });
  expect(mounts.home).toEqual({ mountPath: '/home/jovyan', name: 'home', subPath: '{username}' });
});

test('without storage there is no volume', () => {
  expect(spawner('singleuser: {storage: {type: none}}').volumes).toEqual({});
});

test('volumes and mounts of a list are known by name and place', () => {
  const values =
    'singleuser: {storage: {type: none, extraVolumes: [{name: v, emptyDir: {}}], extraVolumeMounts: [{name: v, mountPath: /v}]}}';
  expect(spawner(values).volumes).toEqual({ v: { name: 'v', emptyDir: {} } });
  expect(spawner(values).volume_mounts).toEqual({ '0-v': { name: 'v', mountPath: '/v' } });
});

test('files come from the Secret singleuser', () => {
  const values = 'singleuser: {extraFiles: {f: {mountPath: /f, mode: 0755, stringData: x}}}';
  expect(spawner(values).volumes.files.secret).toEqual({
    secretName: 'singleuser',
    items: [{ key: 'f', path: 'f', mode: 493 }],
  });
  expect(spawner(values).volume_mounts['0-files']).toEqual({ mountPath: '/f', subPath: 'f', name: 'files' });
  expect(secretText(object('Secret', 'singleuser', values), 'f')).toBe('x\n');
});

test('profiles keep the order of their choices as Helm has it: numbers by value', () => {
  const values = 'singleuser: {profileList: [{display_name: P, profile_options: {o: {choices: {v10: {}, v9: {}}}}}]}';
  expect(Object.keys(spawner(values).profile_list[0].profile_options.o.choices)).toEqual(['v9', 'v10']);
});

test('the metadata server is blocked by the last init container, unless it is not', () => {
  const names = (values: string) => (spawner(values).init_containers ?? []).map(({ name }: { name: string }) => name);
  expect(names('singleuser: {initContainers: [{name: mine, image: i}]}')).toEqual(['mine', 'block-cloud-metadata']);
  expect(names('singleuser: {cloudMetadata: {blockWithIptables: false}}')).toEqual([]);
});

test('nodes for users are preferred, after the rules given', () => {
  const values = 'singleuser: {extraNodeAffinity: {preferred: [{weight: 1, preference: {}}]}}';
  expect(spawner(values).node_affinity_preferred.map(({ weight }: { weight: number }) => weight)).toEqual([1, 100]);
  expect(
    spawner('scheduling: {userPods: {nodeAffinity: {matchNodePurpose: require}}}').node_affinity_required,
  ).toHaveLength(1);
});

test('the user scheduler and the priority are named', () => {
  const values = 'scheduling: {podPriority: {enabled: true}}';
  expect([spawner(values).scheduler_name, spawner(values).priority_class_name]).toEqual([
    'jhub-user-scheduler',
    'jhub-default-priority',
  ]);
  expect(spawner('scheduling: {userScheduler: {enabled: false}}')).not.toHaveProperty('scheduler_name');
});

test('the command is a string, a list, or left to the image', () => {
  const cmd = (option: string) => hubConfig(`singleuser: {cmd: ${option}}`).Spawner.cmd;
  expect([cmd('x'), cmd('[a, b]'), cmd('null')]).toEqual(['x', ['a', 'b'], undefined]);
});

test('has no home where a null takes away all that is said about storage', () => {
  const { KubeSpawner } = hubConfig('singleuser: {storage: null}');
  expect(KubeSpawner).not.toHaveProperty('storage_pvc_ensure');
  expect(KubeSpawner.volumes ?? {}).toEqual({});
});
