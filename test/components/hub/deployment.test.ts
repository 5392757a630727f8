import { object, objects, podSpec } from '../../support/objects';

const hub = (values?: string) => podSpec('Deployment', 'hub', values).containers[0];
const template = (values?: string) => object('Deployment', 'hub', values).spec.template;

test('starts JupyterHub with the configuration that is mounted', () => {
  expect(hub().args).toEqual([
    'jupyterhub',
    '--config',
    '/usr/local/etc/jupyterhub/jupyterhub_config.py',
    '--upgrade-db',
  ]);
});

test('migrates the database where it is SQLite on a claim, or where that is asked for', () => {
  const upgrades = (values: string) => hub(values).args.includes('--upgrade-db');
  expect(upgrades('hub: {db: {type: sqlite-memory}}')).toBe(false);
  expect(upgrades('hub: {db: {upgrade: false}}')).toBe(false);
  expect(upgrades('hub: {db: {type: postgres, upgrade: true}}')).toBe(true);
});

test('args replace all others, with their templates evaluated', () => {
  expect(
    hub('hub: {args: ["--name={{ .Release.Name }}", "{{ .Values.hub.baseUrl | quote }}"], baseUrl: /b/}').args,
  ).toEqual(['--name=jhub', '/b/']);
});

test('mounts the database at the place of JupyterHub, from a folder of the volume if asked', () => {
  const mount = hub('hub: {db: {pvc: {subPath: data}}}').volumeMounts.at(-1);
  expect(mount).toEqual({ mountPath: '/srv/jupyterhub', name: 'pvc', subPath: 'data' });
});

test('has no claim where the database is not on one', () => {
  expect(
    podSpec('Deployment', 'hub', 'hub: {db: {type: sqlite-memory}}').volumes.map(({ name }: { name: string }) => name),
  ).toEqual(['config', 'secret']);
});

test('takes variables from a map, each a string or a source, in order', () => {
  const { env } = hub('hub: {extraEnv: {B: two, A: {valueFrom: {fieldRef: {fieldPath: status.podIP}}}}}');
  expect(env.slice(-2)).toEqual([
    { name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    { name: 'B', value: 'two' },
  ]);
});

test('takes variables from a list as they are', () => {
  expect(hub('hub: {extraEnv: [{name: A, value: "1"}]}').env.at(-1)).toEqual({ name: 'A', value: '1' });
});

test('keeps a variable that is a credential in the Secret', () => {
  const values = 'hub: {extraEnv: {DB_PASSWORD: hunter2}}';
  const secretKeyRef = { name: 'hub-literals', key: 'hub.extraEnv.DB_PASSWORD' };
  expect(hub(values).env.at(-1)).toEqual({ name: 'DB_PASSWORD', valueFrom: { secretKeyRef } });
});

test('probes under the base URL', () => {
  expect(hub('hub: {baseUrl: /x/}').livenessProbe).toEqual({
    initialDelaySeconds: 300,
    periodSeconds: 10,
    timeoutSeconds: 3,
    failureThreshold: 30,
    httpGet: { path: '/x/hub/health', port: 'http' },
  });
});

test('probes by the four numbers that the chart knows, whatever else is given', () => {
  const values = 'hub: {livenessProbe: {periodSeconds: 5, successThreshold: 2, exec: {command: [x]}}}';
  expect(Object.keys(hub(values).livenessProbe).sort()).toEqual([
    'failureThreshold',
    'httpGet',
    'initialDelaySeconds',
    'periodSeconds',
    'timeoutSeconds',
  ]);
});

test('has no probe that is switched off', () => {
  expect(hub('hub: {readinessProbe: {enabled: false}}').readinessProbe).toBeUndefined();
});

test('mounts files from the Secret, with their permission bits', () => {
  const values = 'hub: {extraFiles: {conf: {mountPath: /etc/conf.json, mode: 0440, data: {a: 1}}}}';
  expect(hub(values).volumeMounts).toContainEqual({ mountPath: '/etc/conf.json', subPath: 'conf', name: 'files' });
  expect(podSpec('Deployment', 'hub', values).volumes).toContainEqual({
    name: 'files',
    secret: { secretName: 'hub-files', items: [{ key: 'conf', path: 'conf', mode: 288 }] },
  });
});

test('merges security contexts over the defaults, and a null takes one away', () => {
  const { securityContext } = hub('hub: {containerSecurityContext: {runAsUser: 5, capabilities: null}}');
  expect(securityContext).toEqual({ runAsUser: 5, runAsGroup: 1000, allowPrivilegeEscalation: false });
});

test('lays the extra pod spec over all else', () => {
  expect(podSpec('Deployment', 'hub', 'hub: {extraPodSpec: {priorityClassName: high}}').priorityClassName).toBe('high');
});

test('restarts when the configuration changes, and only then', () => {
  const checksum = (values?: string) => template(values).metadata.annotations['checksum/config-map'];
  expect(checksum()).toBe(checksum('proxy: {service: {type: ClusterIP}}'));
  expect(checksum()).not.toBe(checksum('singleuser: {memory: {limit: 2G}}'));
});

test('nothing that is no Secret changes with a literal: no digest tells a guessed one from a wrong one', () => {
  const made = (secret: string) =>
    objects(`
      hub:
        config: {DummyAuthenticator: {password: ${secret}}, JupyterHub: {cookie_secret: ${secret}}}
        extraEnv: {A_PASSWORD: ${secret}}
        extraFiles: {pin: {mountPath: /srv/pin, stringData: ${secret}}}
        services: {reporting: {apiToken: ${secret}}}
        db: {type: postgres, url: postgresql://hub@db/hub, password: ${secret}}
      proxy:
        secretToken: ${secret}
        chp: {extraEnv: {A_PASSWORD: ${secret}}}
        traefik: {extraEnv: {A_PASSWORD: ${secret}}}
        https: {enabled: true, hosts: [hub.example.org], letsencrypt: {contactEmail: a@example.org}}
      imagePullSecret: {create: true, registry: r, username: u, password: ${secret}}`);
  const readable = (secret: string) => made(secret).filter(({ kind }) => kind !== 'Secret');
  expect(made('dragon')).not.toEqual(made('monkey'));
  expect(readable('dragon')).toEqual(readable('monkey'));
});

test('prefers nodes for core pods, requires them, or ignores their purpose', () => {
  const affinity = (match: string) =>
    podSpec('Deployment', 'hub', `scheduling: {corePods: {nodeAffinity: {matchNodePurpose: ${match}}}}`).affinity
      ?.nodeAffinity;
  expect(Object.keys(affinity('prefer'))).toEqual(['preferredDuringSchedulingIgnoredDuringExecution']);
  expect(Object.keys(affinity('require'))).toEqual(['requiredDuringSchedulingIgnoredDuringExecution']);
  expect(affinity('ignore')).toBeUndefined();
});

test('pulls with the secrets of the image and of the release, each once', () => {
  const values = `
    imagePullSecrets: [a, {name: b}]
    imagePullSecret: {create: true, registry: r, username: u, password: p}
    hub: {image: {pullSecrets: [a, c]}}`;
  expect(podSpec('Deployment', 'hub', values).imagePullSecrets).toEqual([
    { name: 'a' },
    { name: 'c' },
    { name: 'b' },
    { name: 'image-pull-secret' },
  ]);
});
