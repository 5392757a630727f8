import { releaseObjects } from '../../lib/components/manifests';
import { jupyterhubTraits } from '../../lib/components/hub/configuration';
import { CHART_DEFAULTS } from '../../lib/chart/chart-defaults';
import { applyOver, ValueMap } from '../../lib/chart/value';
import { sortKeys } from '../../lib/data/maps';
import { toSortedYaml } from '../../lib/data/yaml';
import { describedHubs } from '../../lib/hubs/hub';
import { Manifest } from '../../lib/kubernetes/manifest';
import { Installation } from '../../lib/release/installation';
import { reveal } from '../../lib/secrets/secrets';
import { SecretValue } from '../../lib/secrets/secret-value';
import { hubOf } from '../../lib/user-pods/hub';
import { sampleObjects } from '../../lib/user-pods/sample';
import { readHelmValues } from '../../lib/values/helm-values';

const VALUES = {
  hub: {
    image: { tag: '4.4.1' },
    config: {
      JupyterHub: { authenticator_class: 'github' },
      GitHubOAuthenticator: { client_id: 'a', client_secret: 'hunter2', allowed_organizations: ['org'] },
    },
    extraConfig: { b: 'c.KubeSpawner.mem_limit = "3G"' },
  },
  singleuser: {
    memory: { guarantee: '2G' },
    cmd: null,
    extraEnv: { A_PASSWORD: 'dragon' },
    profileList: [{ display_name: 'Large', kubespawner_override: { cpu_limit: 4 } }],
  },
};

const installationOf = (values: unknown) =>
  new Installation(readHelmValues({ release: 'jhub', namespace: 'hubs', values }).props);

/** As they are read from files. */
const manifestsOf = (installation: Installation) =>
  JSON.parse(JSON.stringify(releaseObjects(installation).map(({ manifest }) => manifest))) as Manifest[];

/** The Secret that the chart's templates make of values. */
function chartSecret(values: unknown): Manifest {
  const complete = applyOver(CHART_DEFAULTS, values as ValueMap);
  const text = toSortedYaml({
    ...complete,
    Chart: { Name: 'jupyterhub' },
    Release: { Name: 'jhub', Namespace: 'hubs', Service: 'Helm' },
  });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'hub', namespace: 'hubs', labels: { component: 'hub', release: 'jhub' } },
    data: { 'values.yaml': Buffer.from(text).toString('base64') },
  };
}

const WAYS: [string, (values: unknown) => readonly Manifest[]][] = [
  ['of this library', (values) => manifestsOf(installationOf(values))],
  ['of the chart', (values) => [chartSecret(values)]],
];

describe.each(WAYS)('a hub by the manifests %s', (_, write) => {
  const expected = installationOf(VALUES);
  const [hub, ...others] = describedHubs(write(VALUES));

  it('is found once, with the names that it is known by', () => {
    expect(others).toEqual([]);
    expect([hub.release, hub.namespace]).toEqual(['jhub', 'hubs']);
  });

  it('has the configuration that was written, secrets hidden', () => {
    expect(sortKeys(reveal(hub.traits))).toEqual(sortKeys(reveal(jupyterhubTraits(expected))));
    expect(hub.traits.GitHubOAuthenticator.client_secret).toBeInstanceOf(SecretValue);
  });

  it('starts the same servers, by its Python too', () => {
    const pods = (one: typeof hub.hub) => sortKeys(sampleObjects({ ...one, withSecrets: true }));
    expect(pods(hub.hub)).toEqual(pods(hubOf(expected)));
    expect(JSON.stringify(sampleObjects(hub.hub))).not.toContain('dragon');
  });

  it('runs the image of the Deployment', () => {
    expect(hub.installation.props.hub.image.tag).toBe('4.4.1');
  });
});

test('hubs of several namespaces are told apart, and other objects are none', () => {
  const of = (namespace: string) =>
    manifestsOf(
      new Installation(
        readHelmValues({ release: 'jhub', namespace, values: { hub: { image: { tag: namespace } } } }).props,
      ),
    );
  const other = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hub' }, data: { 'config.yaml': 'a: 1' } };
  const found = describedHubs([...of('a'), other, ...of('b')]);
  expect(found.map(({ namespace, installation }) => [namespace, installation.props.hub.image.tag])).toEqual([
    ['a', 'a'],
    ['b', 'b'],
  ]);
});
