// test/cluster/tokens.test.ts does the same on a real cluster.
import { parse } from 'yaml';
import { SecretValue } from '../../../lib/secrets/secret-value';
import { Manifest } from '../../../lib/kubernetes/manifest';
import { FakeCluster } from '../../support/apply';
import { Data, find, objects } from '../../support/objects';
import { objectsOf } from '../../support/typed';

const TOKENS = [
  'hub.config.ConfigurableHTTPProxy.auth_token',
  'hub.config.JupyterHub.cookie_secret',
  'hub.config.CryptKeeper.keys',
];

const fromSecret = (key: string) => SecretValue.fromSecret('theirs', key);

/** Releases with and without literals of every kind. */
const MAKERS: Record<string, () => readonly Manifest[]> = {
  'no literals': () => objects(),
  'a password': () => objects('hub: {config: {DummyAuthenticator: {password: dragon}}}'),
  'a password of an external Secret': () =>
    objectsOf({ hub: { config: { DummyAuthenticator: { password: fromSecret('password') } } } }),
  'an existing Secret': () => objects('hub: {existingSecret: theirs}'),
  'a variable': () => objects('hub: {extraEnv: {API_TOKEN: hunter2}}'),
  'a file': () => objects('hub: {extraFiles: {a: {mountPath: /a, stringData: b}}}'),
  'a token': () => objects('proxy: {secretToken: given}'),
  'all tokens': () =>
    objects(
      'proxy: {secretToken: given}\nhub: {cookieSecret: given, config: {CryptKeeper: {keys: [given]}}, services: {a: {apiToken: given}}}',
    ),
  'tokens of an external Secret': () =>
    objectsOf({
      proxy: { secretToken: fromSecret('t') },
      hub: { cookieSecret: fromSecret('c'), cryptKeeperKeys: fromSecret('k') },
    }),
  'a service': () => objects('hub: {services: {a: {}}}'),
};

const RELEASES = Object.fromEntries(Object.entries(MAKERS).map(([name, make]) => [name, make()]));

const encoded = (text: string) => Buffer.from(text).toString('base64');

/** What the bootstrap Job does: what it is told to keep in the Secret is there afterwards. */
function bootstrap(cluster: FakeCluster, manifests: readonly Manifest[], generated: string): void {
  const { hub, tokens } = parse(find(manifests, 'ConfigMap', 'hub').data['cluster.yaml']).secrets as Data;
  const given = cluster.objects['Secret/hub-literals']?.data ?? {};
  const there = cluster.objects[`Secret/${hub}`].data ?? {};
  const data = tokens.map((key: string) => [key, given[key] || there[key] || encoded(`${generated} ${key}`)]);
  cluster.write('Secret', hub, { data: Object.fromEntries(data) });
}

/** Secrets and keys that the hub's and the proxy's pods cannot start without, as far as the release has to see to them. */
function missingKeys(cluster: FakeCluster, manifests: readonly Manifest[]): string[] {
  const specs = ['hub', 'proxy'].map((name) => find(manifests, 'Deployment', name).spec.template.spec);
  const references = specs.flatMap(({ containers, volumes }: Data) => [
    ...containers.flatMap(({ env }: Data) => env.flatMap(({ valueFrom }: Data) => valueFrom?.secretKeyRef ?? [])),
    ...(volumes ?? []).flatMap(({ secret }: Data) =>
      secret
        ? [
            { name: secret.secretName },
            ...(secret.items ?? []).map(({ key }: Data) => ({ name: secret.secretName, key })),
          ]
        : [],
    ),
  ]);
  return references
    .filter(({ name }: Data) => name !== 'theirs')
    .filter(({ name, key }: Data) => {
      const secret = cluster.objects[`Secret/${name}`];
      return !secret || (key !== undefined && !secret.data?.[key]);
    })
    .map(({ name, key }: Data) => `${name}: ${key}`);
}

/** The ways in which manifests reach a cluster. */
const WAYS: Record<string, (cluster: FakeCluster, manifests: readonly Manifest[]) => void> = {
  'kubectl apply': (cluster, manifests) => cluster.apply(manifests),
  'kubectl apply --server-side': (cluster, manifests) => cluster.applyServerSide(manifests),
  'kubectl apply --prune': (cluster, manifests) => {
    cluster.apply(manifests);
    cluster.prune(manifests, ['Secret']);
  },
  'GitOps, which prunes all': (cluster, manifests) => {
    cluster.applyServerSide(manifests);
    cluster.prune(manifests);
  },
};

const pairs = Object.keys(RELEASES).flatMap((before) => Object.keys(RELEASES).map((after) => [before, after] as const));

describe.each(Object.entries(WAYS))('%s', (_, apply) => {
  test.each(pairs)('from %s to %s: no token is lost, and nothing is missing', (before, after) => {
    const cluster = new FakeCluster();
    const [first, second] = [RELEASES[before], RELEASES[after]];
    apply(cluster, first);
    bootstrap(cluster, first, 'first');
    expect(missingKeys(cluster, first)).toEqual([]);
    const tokens = { ...cluster.objects['Secret/hub'].data };

    apply(cluster, second);
    expect(cluster.objects['Secret/hub'].data ?? {}).toEqual(tokens);
    bootstrap(cluster, second, 'second');
    expect(missingKeys(cluster, second)).toEqual([]);
    const now = cluster.objects['Secret/hub'].data;
    const given = cluster.objects['Secret/hub-literals']?.data ?? {};
    for (const key of Object.keys(tokens)) expect(now[key]).toBe(given[key] ?? tokens[key]);
  });

  test('from a release of Helm: its tokens are taken over', () => {
    for (const name of Object.keys(RELEASES)) {
      const cluster = new FakeCluster();
      const tokens = Object.fromEntries(TOKENS.map((key) => [key, encoded('helm')]));
      cluster.write('Secret', 'hub', {
        metadata: { name: 'hub', labels: { 'app.kubernetes.io/managed-by': 'Helm' } },
        data: { ...tokens, 'values.yaml': encoded('Chart: {}') },
      });
      apply(cluster, RELEASES[name]);
      expect(cluster.objects['Secret/hub'].data).toMatchObject(tokens);
    }
  });
});

test('the Secret with the tokens is always the same object, in the file that is for git', () => {
  for (const release of [objects(), objects('hub: {config: {DummyAuthenticator: {password: dragon}}}')]) {
    const secret = find(release, 'Secret', 'hub');
    expect(Object.keys(secret)).not.toContain('data');
    expect(Object.keys(secret)).not.toContain('stringData');
  }
  const literal = 'proxy: {secretToken: t}\nhub: {extraFiles: {a: {mountPath: /a, stringData: b}}}';
  expect(find(objects(literal, 'jhub', 'main'), 'Secret', 'hub')).toEqual(find(objects(), 'Secret', 'hub'));
  expect(objects(literal, 'jhub', 'secrets').map(({ metadata }) => metadata.name)).toEqual([
    'hub-literals',
    'hub-files',
  ]);
});

test('whoever prunes or deletes by annotations leaves it alone', () => {
  expect(find(objects(), 'Secret', 'hub').metadata.annotations).toEqual({ 'helm.sh/resource-policy': 'keep' });
  expect(find(objectsOf({ argoCd: true }), 'Secret', 'hub').metadata.annotations).toMatchObject({
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  });
});
