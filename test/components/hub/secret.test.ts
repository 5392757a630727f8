import { Data, find, object, objects, secretText } from '../../support/objects';

const KEYS = [
  'hub.config.ConfigurableHTTPProxy.auth_token',
  'hub.config.JupyterHub.cookie_secret',
  'hub.config.CryptKeeper.keys',
];

function bootstrapJob(values = '') {
  return objects(values).find(
    ({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith('hub-secret-bootstrap-'),
  );
}

/** Keys that the Job is told to keep in the Secret. */
function kept(values = ''): string[] {
  const job = bootstrapJob(values) as
    { spec?: { template: { spec: { containers: { args: string[] }[] } } } } | undefined;
  return job?.spec?.template.spec.containers[0].args.filter((arg) => arg.startsWith('hub.')) ?? [];
}

test('nobody gave a token: the Job generates them all, and the manifest does not say what the Secret holds', () => {
  expect(kept()).toEqual(KEYS);
  expect(object('Secret', 'hub').data).toBeUndefined();
});

test('keeps the token of each service, given or not', () => {
  expect(kept('hub: {services: {a: {}, b: {apiToken: given}}}')).toEqual([
    ...KEYS,
    'hub.services.a.apiToken',
    'hub.services.b.apiToken',
  ]);
});

test('the Job copies the tokens that were given literally from their Secret', () => {
  const values = `
    hub:
      config:
        JupyterHub: {cookie_secret: c}
        CryptKeeper: {keys: [k1, k2]}
    proxy: {secretToken: p}`;
  const secret = object('Secret', 'hub-literals', values);
  expect(KEYS.map((key) => secretText(secret, key))).toEqual(['p', 'c', 'k1;k2']);
  const { volumes, containers } = (bootstrapJob(values) as Data).spec.template.spec;
  expect(volumes[1].secret).toEqual({ secretName: 'hub-literals', items: KEYS.map((key) => ({ key, path: key })) });
  expect(containers[0].volumeMounts[1]).toMatchObject({ mountPath: containers[0].args[3] });
});

test('hub.config wins over the older keys of the same tokens', () => {
  const values = 'hub: {cookieSecret: old, config: {JupyterHub: {cookie_secret: new}}}';
  expect(secretText(object('Secret', 'hub-literals', values), KEYS[1])).toBe('new');
});

test('another image tag is another Job, as a Job cannot change', () => {
  expect(bootstrapJob()?.metadata.name).not.toBe(bootstrapJob('hub: {image: {tag: "5"}}')?.metadata.name);
  expect(bootstrapJob()?.metadata.name).toBe(bootstrapJob('singleuser: {memory: {limit: 1G}}')?.metadata.name);
});

test('the Job waits long for its Secret, and stays when it is done', () => {
  const { template, ...rest } = (bootstrapJob() as Data).spec;
  expect(rest).toEqual({ backoffLimit: 100 });
  expect(template.spec.restartPolicy).toBe('OnFailure');
});

test('the Job may write the one Secret and itself, the hub the Secret', () => {
  const onSecret = { apiGroups: [''], resources: ['secrets'], resourceNames: ['hub'], verbs: ['get', 'patch'] };
  const onJob = {
    apiGroups: ['batch'],
    resources: ['jobs'],
    resourceNames: [bootstrapJob()?.metadata.name],
    verbs: ['patch'],
  };
  expect(object('Role', 'hub-secret-bootstrap').rules).toEqual([onSecret, onJob]);
  expect(object('Role', 'hub-secret-keeper').rules).toEqual([onSecret]);
  expect(object('RoleBinding', 'hub-secret-keeper').subjects).toEqual([
    { kind: 'ServiceAccount', name: 'hub', namespace: 'jhub' },
  ]);
});

test('credentials of classes are parted from the other traits', () => {
  const values = 'hub: {config: {GitHubOAuthenticator: {client_id: id, client_secret: hunter2}}}';
  expect(secretText(object('Secret', 'hub-literals', values), 'config.yaml')).toBe(
    'GitHubOAuthenticator:\n  client_secret: hunter2\n',
  );
  expect(object('ConfigMap', 'hub', values).data['config.yaml']).toContain('client_id: id');
});

test('files are kept as text, data or bytes', () => {
  const values = `
    hub:
      extraFiles:
        t: {mountPath: /t, stringData: "x\\n\\n"}
        j: {mountPath: /j.json, data: {b: 1, a: [2]}}
        z: {mountPath: /y.yaml, data: {l: [1]}}
        o: {mountPath: /o.toml, data: {t: {m: 1, s: q}}}
        b: {mountPath: /b, binaryData: "aGVs bG8="}`;
  const secret = object('Secret', 'hub-files', values);
  expect(Object.keys(secret.data).map((key) => secretText(secret, key))).toEqual([
    'hello',
    '{"a":[2],"b":1}\n',
    '[t]\n  m = 1.0\n  s = "q"\n',
    'x\n',
    'l:\n- 1\n',
  ]);
});

test('the database password is a key of its own', () => {
  const values = 'hub: {db: {type: postgres, url: "postgres+psycopg2://u@h/d", password: pw}}';
  expect(secretText(object('Secret', 'hub-literals', values), 'hub.db.password')).toBe('pw');
});

test('a URL with a password in it is a secret', () => {
  const values = 'hub: {db: {type: other, url: "postgres://u:pw@h/d"}}';
  expect(JSON.stringify(objects(values).filter(({ kind }) => kind !== 'Secret'))).not.toContain('u:pw@h');
});

test('an existing Secret is mounted beside the own one', () => {
  const all = objects('hub: {existingSecret: mine}');
  const deployment = find(all, 'Deployment', 'hub');
  expect(deployment.spec.template.spec.volumes).toContainEqual({
    name: 'existing-secret',
    secret: { secretName: 'mine' },
  });
  expect(Object.keys(find(all, 'ConfigMap', 'hub').data)).toContain('existing_values.py');
});

test.each(['hub', 'singleuser'])(
  'contents of files of %s are in Secrets only, whatever they look like',
  (component) => {
    const values = `
    ${component}:
      extraFiles:
        a: {mountPath: /srv/.env, stringData: "KEY=planted"}
        b: {mountPath: /srv/b.json, data: {nested: {list: [planted, 1]}}}
        c: {mountPath: /srv/c, binaryData: cGxhbnRlZA==}
    `;
    const all = objects(
      `${values}\n${component === 'hub' ? '' : '    hub:\n'}      extraConfig: {x: "get_config('hub')"}`,
    );
    const readable = JSON.stringify(all.filter(({ kind }) => kind !== 'Secret'));
    expect(readable).not.toMatch(/planted|cGxhbnRlZA/);
    const given = secretText(find(all, 'Secret', 'hub-literals'), 'values.yaml');
    expect(given).toContain('KEY=planted');
    expect(given).toContain('cGxhbnRlZA==');
  },
);
