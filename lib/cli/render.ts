import { Installation } from '../release/installation';
import { Manifest } from '../kubernetes/manifest';
import { sortedKeys } from '../data/maps';
import { toYaml } from '../data/yaml';
import { componentManifests } from '../components/manifests';
import { Part, partOf } from '../components/parts';
import { HelmValues, propsFromHelmValues } from '../values/helm-values';

/** The parts in the order of the files that `cdk8s synth` writes them to. */
const PARTS: readonly Part[] = ['image-puller', 'secrets', 'main'];

/**
 * Every manifest for values of the chart, as one YAML stream: what `cdk8s synth` writes, one file after the other, without
 * loading cdk8s.
 */
export function render(values: HelmValues): string {
  const manifests = Object.values(componentManifests(new Installation(propsFromHelmValues(values)))).flat();
  const byFile = PARTS.flatMap((part) => manifests.filter((manifest) => partOf(manifest) === part));
  return byFile.map(manifestYaml).join('---\n');
}

/** What a manifest begins with; other keys follow in order. */
const FIRST = ['apiVersion', 'kind', 'metadata'];

function manifestYaml(manifest: Manifest): string {
  const others = sortedKeys(manifest).filter((key) => !FIRST.includes(key));
  return toYaml(manifest, { keysOf: (map) => (map === manifest ? [...FIRST, ...others] : sortedKeys(map)) });
}
