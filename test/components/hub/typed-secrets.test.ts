import { parse } from 'yaml';
import { Allow } from '../../../lib/options/authenticator/allow';
import { Authenticator } from '../../../lib/options/authenticator/authenticator';
import { DatabaseType } from '../../../lib/options/hub/database-props';
import { SecretValue } from '../../../lib/secrets/secret-value';
import { JupyterHubProps } from '../../../lib/options/props';
import { Profile } from '../../../lib/options/spawner/profile';
import { Tls } from '../../../lib/options/proxy/tls';
import { Data, find, secretText } from '../../support/objects';
import { objectsOf } from '../../support/typed';

type Place = (secret: SecretValue) => Partial<JupyterHubProps>;

/** Options that a secret can stand in, with the key of which Secret holds a literal one. */
const PLACES: readonly [option: string, secret: string, key: string, place: Place][] = [
  ['hub.cookieSecret', 'hub-literals', 'hub.config.JupyterHub.cookie_secret', (s) => ({ hub: { cookieSecret: s } })],
  ['hub.cryptKeeperKeys', 'hub-literals', 'hub.config.CryptKeeper.keys', (s) => ({ hub: { cryptKeeperKeys: s } })],
  [
    'hub.db.password',
    'hub-literals',
    'hub.db.password',
    (s) => ({ hub: { db: { type: DatabaseType.POSTGRES, password: s } } }),
  ],
  ['hub.db.url', 'hub-literals', 'config.yaml', (s) => ({ hub: { db: { type: DatabaseType.OTHER, url: s } } })],
  [
    'a service token',
    'hub-literals',
    'hub.services.a.apiToken',
    (s) => ({ hub: { services: { a: { apiToken: s } } } }),
  ],
  [
    'a service variable',
    'hub-literals',
    'config.yaml',
    (s) => ({ hub: { services: { a: { environment: { V: s } } } } }),
  ],
  ['hub.config', 'hub-literals', 'config.yaml', (s) => ({ hub: { config: { Mine: { trait: s } } } })],
  [
    'a list in hub.config',
    'hub-literals',
    'config.yaml',
    (s) => ({ hub: { config: { Mine: { list: ['a', { b: s }] } } } }),
  ],
  ['hub.templateVars', 'hub-literals', 'config.yaml', (s) => ({ hub: { templateVars: { a: s } } })],
  ['hub.extraConfig', 'hub-literals', 'extra-config.yaml', (s) => ({ hub: { extraConfig: { a: s } } })],
  ['hub.extraEnv', 'hub-literals', 'hub.extraEnv.A', (s) => ({ hub: { extraEnv: { A: s } } })],
  [
    'a list in hub.extraEnv',
    'hub-literals',
    'hub.extraEnv.A',
    (s) => ({ overrides: { hub: { extraEnv: [{ name: 'A', value: s }] } } }),
  ],
  [
    'proxy.secretToken',
    'hub-literals',
    'hub.config.ConfigurableHTTPProxy.auth_token',
    (s) => ({ proxy: { secretToken: s } }),
  ],
  ['proxy.chp.extraEnv', 'hub-literals', 'proxy.chp.extraEnv.A', (s) => ({ proxy: { chp: { extraEnv: { A: s } } } })],
  [
    'proxy.tls.manual.key',
    'proxy-public-manual-tls',
    'tls.key',
    (s) => ({ proxy: { tls: { ...Tls.given(s, 'certificate'), hosts: ['h'] } } }),
  ],
  ['spawner.extraEnv', 'hub-literals', 'config.yaml', (s) => ({ spawner: { extraEnv: { A: s } } })],
  [
    'spawner.extraLabels',
    'hub-literals',
    'config.yaml',
    (s) => ({ overrides: { spawner: { extraLabels: { a: s } } } }),
  ],
  [
    'a profile',
    'hub-literals',
    'config.yaml',
    (s) => ({ spawner: { profiles: [Profile.of('a', { traits: { environment: { A: s } } })] } }),
  ],
  [
    'a file of the hub',
    'hub-files',
    'f',
    (s) => ({ hub: { extraFiles: { f: { mountPath: '/f', stringData: s as unknown as string } } } }),
  ],
  [
    'a file of users',
    'singleuser',
    'f',
    (s) => ({ spawner: { extraFiles: { f: { mountPath: '/f', stringData: s as unknown as string } } } }),
  ],
  [
    'custom',
    'hub-literals',
    'values.yaml',
    (s) => ({ custom: { list: [{ a: s }] }, hub: { extraConfig: { a: "get_config('custom')" } } }),
  ],
  [
    'an authenticator',
    'hub-literals',
    'config.yaml',
    (s) => ({ authenticator: Authenticator.dummy({ allow: Allow.all(), password: s }) }),
  ],
];

const LITERAL = 'pl4nted';

test.each(PLACES)('a literal in %s stands in a Secret only', (_, secret, key, place) => {
  const all = objectsOf(place(SecretValue.literal(LITERAL)));
  expect(secretText(find(all, 'Secret', secret), key)).toContain(LITERAL);
  expect(JSON.stringify(all.filter(({ kind }) => kind !== 'Secret'))).not.toContain(LITERAL);
});

/** The references to the Secret `theirs`: in variables, volumes, or what KubeSpawner is told. */
function references(all: Data[]): string[] {
  return [...JSON.stringify(all).matchAll(/\\?"name\\?":\s*\\?"theirs\\?"|name: theirs|"secretName":"theirs"/g)].map(
    ([text]) => text,
  );
}

test.each(PLACES)('a reference in %s is resolved in the cluster, and nothing is drawn or written for it', (...row) => {
  const [, secret, key, place] = row;
  const all = objectsOf(place(SecretValue.fromSecret('theirs', 'key')));
  expect(references(all)).not.toEqual([]);
  expect(JSON.stringify(all)).not.toMatch(/undefined|of the Secret theirs|\(a secret\)/);
  const own = find(all, 'Secret', secret);
  expect(own && secretText(own, key)).toBeUndefined();
  const job = all.find(({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith('hub-secret-bootstrap'));
  expect(JSON.stringify(job)).not.toContain(`"${key}"`);
});

function hubOf(props: Partial<JupyterHubProps>) {
  const all = objectsOf(props);
  const { env } = find(all, 'Deployment', 'hub').spec.template.spec.containers[0];
  const { environment } = parse(find(all, 'ConfigMap', 'hub').data['cluster.yaml']);
  return { env: env as Data[], environment };
}

test('the hub finds each reference by a variable of its container, at its place', () => {
  const { env, environment } = hubOf({
    hub: {
      config: { Mine: { 'a.b': SecretValue.fromSecret('theirs', 'a.key'), list: ['x', ref('theirs', 'a.key')] } },
    },
  });
  expect(env).toContainEqual({
    name: 'HUB_SECRET_THEIRS_A_KEY',
    valueFrom: { secretKeyRef: { name: 'theirs', key: 'a.key' } },
  });
  expect(environment).toEqual({
    'config.yaml': [
      { path: ['Mine', 'a.b'], variable: 'HUB_SECRET_THEIRS_A_KEY' },
      { path: ['Mine', 'list', 1], variable: 'HUB_SECRET_THEIRS_A_KEY' },
    ],
  });
});

const ref = (name: string, key: string) => SecretValue.fromSecret(name, key);

test('two keys whose variables would have one name have two', () => {
  const { env } = hubOf({ hub: { templateVars: { a: ref('theirs', 'a-b'), b: ref('theirs', 'a.b') } } });
  const names = env.map(({ name }) => name).filter((name) => name.startsWith('HUB_SECRET_'));
  expect(names).toEqual(['HUB_SECRET_THEIRS_A_B', 'HUB_SECRET_THEIRS_A_B_2']);
});

test('hub and proxy read the token of the proxy from the same Secret', () => {
  const all = objectsOf({ proxy: { secretToken: ref('theirs', 'token') } });
  const tokens = ['hub', 'proxy'].map((name) =>
    find(all, 'Deployment', name).spec.template.spec.containers[0].env.find(
      (entry: Data) => entry.name === 'CONFIGPROXY_AUTH_TOKEN',
    ),
  );
  expect(tokens.map(({ valueFrom }) => valueFrom.secretKeyRef)).toEqual(
    Array(2).fill({ name: 'theirs', key: 'token' }),
  );
});

test("a user's variable from a Secret does not pass through the hub", () => {
  const all = objectsOf({ spawner: { extraEnv: { A: ref('theirs', 'a') } } });
  const { KubeSpawner } = parse(find(all, 'ConfigMap', 'hub').data['config.yaml']);
  expect(KubeSpawner.environment).toEqual({ A: { valueFrom: { secretKeyRef: { name: 'theirs', key: 'a' } } } });
  expect(JSON.stringify(find(all, 'Deployment', 'hub'))).not.toContain('theirs');
});

test('files from several Secrets are one volume', () => {
  const all = objectsOf({
    hub: {
      extraFiles: {
        own: { mountPath: '/own', stringData: 'text' },
        theirs: { mountPath: '/theirs', mode: 0o400, binaryData: ref('theirs', 'key') as unknown as string },
      },
    },
  });
  expect(find(all, 'Deployment', 'hub').spec.template.spec.volumes).toContainEqual({
    name: 'files',
    projected: {
      sources: [
        { secret: { name: 'hub-files', items: [{ key: 'own', path: 'own' }] } },
        { secret: { name: 'theirs', items: [{ key: 'key', path: 'theirs', mode: 0o400 }] } },
      ],
    },
  });
});

test('refuses a reference in data that is written at synth', () => {
  const data = { user: 'u', password: ref('theirs', 'key') };
  const files = { hub: { extraFiles: { f: { mountPath: '/f.yaml', data } } } };
  expect(() => objectsOf(files)).toThrow(
    '/f.yaml: data.password is in a Secret of the cluster, and the file is written here; give the whole file by stringData',
  );
  const registry = { imagePullSecret: { create: true, registry: 'r', username: 'u', password: ref('theirs', 'key') } };
  expect(() => objectsOf(registry)).toThrow(/^imagePullSecret.password: is in a Secret of the cluster/);
});

test('a certificate from two places is one folder', () => {
  const all = objectsOf({ proxy: { tls: Tls.given(ref('theirs', 'key'), 'certificate') } });
  expect(find(all, 'Deployment', 'proxy').spec.template.spec.volumes).toEqual([
    {
      name: 'tls-secret',
      projected: {
        sources: [
          { secret: { name: 'proxy-public-manual-tls' } },
          { secret: { name: 'theirs', items: [{ key: 'key', path: 'tls.key' }] } },
        ],
      },
    },
  ]);
  expect(find(all, 'Secret', 'proxy-public-manual-tls').type).toBe('Opaque');
});

test.each<[string, Partial<JupyterHubProps>]>([
  ['hub.config', { hub: { config: { GitHubOAuthenticator: { client_secret: LITERAL } } } }],
  [
    'hub.services',
    {
      hub: { services: { a: { extra: { apiToken: LITERAL } } }, extraConfig: { a: 'get_config("hub")' } },
    },
  ],
  ['hub.extraEnv', { hub: { extraEnv: { DB_PASSWORD: LITERAL } } }],
  ['proxy.chp.extraEnv', { overrides: { proxy: { chp: { extraEnv: [{ name: 'API_TOKEN', value: LITERAL }] } } } }],
  ['spawner.extraEnv', { spawner: { extraEnv: { API_KEY: LITERAL } } }],
  ['custom', { custom: { token: LITERAL }, hub: { extraConfig: { a: 'get_config("custom.token")' } } }],
  ['hub.db.url', { hub: { db: { type: DatabaseType.OTHER, url: `postgresql://u:${LITERAL}@h/d` } } }],
])('a credential that a program gives in plain text in %s stands in a Secret only', (_, props) => {
  const all = objectsOf(props);
  expect(JSON.stringify(all.filter(({ kind }) => kind !== 'Secret'))).not.toContain(LITERAL);
});

test.each<[string, Partial<JupyterHubProps>, string]>([
  ['annotations', { overrides: { hub: { annotations: { a: SecretValue.literal(LITERAL) } } } }, 'annotations.a'],
  ['args', { overrides: { hub: { args: [SecretValue.literal(LITERAL)] } } }, 'containers[0].args[0]'],
])('refuses a secret in %s, without its value', (_, props, path) => {
  expect(() => objectsOf(props)).toThrow(expect.objectContaining({ message: expect.stringContaining(path) as string }));
  expect(() => objectsOf(props)).not.toThrow(new RegExp(LITERAL));
});

test('a secret prints and serializes without its value', () => {
  const secret = SecretValue.literal(LITERAL);
  const props = { authenticator: Authenticator.dummy({ allow: Allow.all(), password: secret }) };
  expect([String(secret), JSON.stringify(props), `${props.authenticator._config.DummyAuthenticator.password}`].join())
    .not //
    .toContain(LITERAL);
});
