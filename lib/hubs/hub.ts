import { jupyterhubTraits } from '../components/hub/configuration';
import { CHART_DEFAULTS } from '../chart/chart-defaults';
import { hasKey, isMap, mapOf, mapsIn, mapValues, mergeMaps, nonEmpty, ownValue, Tree, valueAt } from '../data/maps';
import { yamlPackage } from '../data/yaml-package';
import { Manifest } from '../kubernetes/manifest';
import { Installation } from '../release/installation';
import { componentOf, releaseOf } from '../release/labels';
import { Traits } from '../release/traits';
import { SecretValue } from '../secrets/secret-value';
import { Hub, hubWith } from '../user-pods/hub';
import { readHelmValues } from '../values/helm-values';

/** A hub, as the manifests of a deployment describe it: this library's, or those that the chart renders. */
export interface DescribedHub {
  readonly release: string;
  readonly namespace: string;
  /** The object that its configuration is in. */
  readonly source: Manifest;
  /** Whether all options can be told: the chart's Secret has them, this library's ConfigMap what follows from them. */
  readonly hasOptions: boolean;
  /** The options; where they cannot be told, as far as JupyterHub's configuration and the hub's Deployment tell them. */
  readonly installation: Installation;
  /** JupyterHub's configuration; what is in a Secret of the manifests is a SecretValue in it. */
  readonly traits: Traits;
  /** What users' servers depend on. */
  readonly hub: Hub;
}

/** The release of an object, by a name that objects without labels share. */
function releaseName(manifest: Manifest): string {
  return releaseOf(manifest) ?? 'jupyterhub';
}

function isOf(kind: string, component: string): (manifest: Manifest) => boolean {
  return (manifest) => manifest.kind === kind && componentOf(manifest) === component;
}

function parsed(text: unknown): Tree {
  if (typeof text !== 'string') return {};
  return mapOf(yamlPackage().parse(text, { version: '1.1', logLevel: 'silent' }));
}

/** What is under a key of a Secret: in base64, or as it is. */
function secretText(secret: Manifest | undefined, key: string): string | undefined {
  const [encoded, plain] = ['data', 'stringData'].map((field) => valueAt(secret, [field, key]));
  if (typeof plain === 'string') return plain;
  return typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString() : undefined;
}

/** The same with every scalar a SecretValue. */
function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  if (isMap(value)) return mapValues(value, hidden);
  return typeof value === 'string' || typeof value === 'number' ? SecretValue.literal(String(value)) : value;
}

/** What options of a hub the configuration needs to be put into, where there are no options of the chart. */
function hubOptions(deployment: Manifest | undefined): Tree {
  const spec = mapOf(valueAt(deployment, ['spec', 'template', 'spec']));
  const container = mapOf(mapsIn(spec.containers).find(({ name }) => name === 'hub'));
  const [, name, tag] = /^(.*):([^:/@]+)$/.exec(String(container.image)) ?? [];
  return name === undefined ? {} : { image: { name, tag } };
}

/** Finds objects of the namespace of another one. */
class Neighbours {
  constructor(private readonly manifests: readonly Manifest[]) {}

  find(of: Manifest, isSought: (manifest: Manifest) => boolean): Manifest | undefined {
    return this.manifests.find(
      (one) =>
        one.metadata.namespace === of.metadata.namespace && releaseName(one) === releaseName(of) && isSought(one),
    );
  }

  named(of: Manifest, kind: string, name: unknown): Manifest | undefined {
    return this.find(of, (one) => one.kind === kind && one.metadata.name === name);
  }
}

/** The hub of a ConfigMap that this library made. */
function ofConfigMap(source: Manifest, neighbours: Neighbours): DescribedHub {
  const data = mapOf(source.data);
  const [release, namespace] = [releaseName(source), source.metadata.namespace ?? 'default'];
  const facts = parsed(data['cluster.yaml']);
  const literals = neighbours.named(source, 'Secret', valueAt(facts, ['secrets', 'literals']));
  const both = (key: string) => mergeMaps(parsed(data[key]), hidden(parsed(secretText(literals, key))) as Tree);
  const [traits, extraConfig] = [
    both('config.yaml') as Traits,
    both('extra-config.yaml') as Record<string, string | SecretValue>,
  ];
  const options = hubOptions(neighbours.find(source, isOf('Deployment', 'hub')));
  const values = { hub: { ...options, config: parsed(data['config.yaml']) } };
  const { props } = readHelmValues({ release, namespace, values });
  const installation = new Installation({ ...props, hub: { ...props.hub, extraConfig: nonEmpty(extraConfig) } });
  const hub = hubWith(namespace, traits, extraConfig);
  return { release, namespace, source, hasOptions: false, installation, traits, hub };
}

/** Complete values with a null for each default that is not among them: somebody has removed it. */
function withNulls(values: Tree, defaults: Readonly<Tree>): Tree {
  const removed = Object.keys(defaults).filter((key) => !hasKey(values, key));
  return {
    ...mapValues(values, (value, key) => {
      const below = ownValue(defaults, key);
      return isMap(value) && isMap(below) ? withNulls(value, below) : value;
    }),
    ...Object.fromEntries(removed.map((key) => [key, null])),
  };
}

/** The hub of a Secret that the chart made, which holds all values, the defaults among them. */
function ofChartSecret(source: Manifest): DescribedHub {
  const { Chart, Release, ...given } = parsed(secretText(source, 'values.yaml'));
  const values = withNulls(given, CHART_DEFAULTS);
  const [release, namespace] = [String(mapOf(Release).Name), source.metadata.namespace ?? 'default'];
  const installation = new Installation(readHelmValues({ release, namespace, values }).props);
  const traits = jupyterhubTraits(installation);
  const hub = hubWith(namespace, traits, mapOf(installation.props.hub.extraConfig));
  return { release, namespace, source, hasOptions: true, installation, traits, hub };
}

function isConfigMap(manifest: Manifest): boolean {
  const data = mapOf(manifest.data);
  return isOf('ConfigMap', 'hub')(manifest) && ['config.yaml', 'cluster.yaml'].every((key) => key in data);
}

function isChartSecret(manifest: Manifest): boolean {
  return isOf('Secret', 'hub')(manifest) && isMap(parsed(secretText(manifest, 'values.yaml')).Release);
}

/** The hubs that manifests describe. */
export function describedHubs(manifests: readonly Manifest[]): DescribedHub[] {
  const neighbours = new Neighbours(manifests);
  return manifests.flatMap((manifest) => {
    if (isConfigMap(manifest)) return [ofConfigMap(manifest, neighbours)];
    return isChartSecret(manifest) ? [ofChartSecret(manifest)] : [];
  });
}
