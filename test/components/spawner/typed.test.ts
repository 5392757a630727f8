import { k8s } from 'cdk8s-plus-28';
import { PodSecurity, Profile, Storage } from '../../../lib';
import { problemsOf } from '../../support/findings';
import { configuration, jupyterhub, written } from '../../support/program';

const shared: k8s.Volume = { name: 'shared', persistentVolumeClaim: { claimName: 'shared' } };

test('a volume is added with its mount in one call', () => {
  const hub = jupyterhub();
  hub.spawner.addVolume(shared, { mountPath: '/shared', readOnly: true });
  const { volumes, volume_mounts: mounts } = configuration(hub).KubeSpawner;
  expect(volumes.shared).toEqual(shared);
  expect(Object.values(mounts)).toContainEqual({ name: 'shared', mountPath: '/shared', readOnly: true });
});

test('refuses a volume of a name, or at a path, that is taken', () => {
  const hub = jupyterhub();
  hub.spawner.addVolume(shared, { mountPath: '/shared' });
  expect(() => hub.spawner.addVolume(shared, { mountPath: '/b' })).toThrow('there is a volume shared already');
  hub.spawner.addVolume({ name: 'other', emptyDir: {} }, { mountPath: '/home/jovyan' });
  expect(problemsOf(() => hub)).toEqual([
    expect.stringContaining('"other" would be mounted at "/home/jovyan", where "volume-{user_server}" is'),
  ]);
});

test('refuses a mount without a volume', () => {
  const storage = { ...Storage.dynamic(), extraVolumeMounts: [{ name: 'none', mountPath: '/none' }] };
  expect(problemsOf(() => jupyterhub({ spawner: { storage } }))).toEqual([
    expect.stringContaining('spawner.storage.extraVolumeMounts[0]: there is no volume "none" to mount'),
  ]);
});

test('refuses two mounts at one path', () => {
  const extraVolumeMounts = ['a', 'b'].map((name) => ({ name, mountPath: '/data' }));
  const extraVolumes = ['a', 'b'].map((name) => ({ name, emptyDir: {} }));
  expect(problemsOf(() => jupyterhub({ spawner: { storage: { extraVolumes, extraVolumeMounts } } }))).toEqual([
    expect.stringContaining('spawner.storage.extraVolumeMounts[1]: "b" would be mounted at "/data", where "a" is'),
  ]);
});

test('GPUs are limit and guarantee together', () => {
  const profiles = [Profile.of('GPU', { gpu: { count: 2, resource: 'amd.com/gpu' } })];
  const { KubeSpawner } = configuration(jupyterhub({ spawner: { gpu: { count: 1 }, profiles } }));
  expect(KubeSpawner.extra_resource_limits).toEqual({ 'nvidia.com/gpu': 1 });
  expect(KubeSpawner.extra_resource_guarantees).toEqual({ 'nvidia.com/gpu': 1 });
  expect(KubeSpawner.profile_list[0].kubespawner_override).toEqual({
    extra_resource_limits: { 'amd.com/gpu': 2 },
    extra_resource_guarantees: { 'amd.com/gpu': 2 },
  });
});

test('restricted: no container is privileged, and the NetworkPolicy blocks the metadata server', () => {
  const hub = jupyterhub({ spawner: PodSecurity.restricted({ uid: 1000 }) });
  const { KubeSpawner } = configuration(hub);
  expect(KubeSpawner).not.toHaveProperty('init_containers');
  expect(KubeSpawner.allow_privilege_escalation).toBe(false);
  expect(KubeSpawner.container_security_context).toEqual({
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  const egress = JSON.stringify(written(hub, 'NetworkPolicy', 'singleuser').spec.egress);
  expect(egress).toContain('"except":["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16","169.254.169.254/32"]');
  expect(() => PodSecurity.restricted({ allowPrivilegeEscalation: true })).toThrow('allowPrivilegeEscalation: true');
});

test('restricted: a profile that is added later is checked as well', () => {
  const problems = problemsOf(() => {
    const hub = jupyterhub({ spawner: PodSecurity.restricted() });
    hub.spawner.addProfile(Profile.of('Fast', { privileged: true, allowPrivilegeEscalation: true }));
    return hub;
  });
  expect(problems).toEqual([
    'spawner.profiles[0] (Fast): does not pass Pod Security restricted: container notebook: securityContext.privileged must not be true; ' +
      'container notebook: securityContext.allowPrivilegeEscalation must be false [user-pod/pod-security]',
  ]);
});
