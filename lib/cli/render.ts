import { Installation } from '../release/installation';
import { Manifest } from '../kubernetes/manifest';
import { sortedKeys } from '../data/maps';
import { toYaml } from '../data/yaml';
import { releaseObjects } from '../components/manifests';
import { FILE_SUFFIXES } from '../components/release-object';
import { HelmValues } from '../values/helm-values';
import { propsFromHelmValues } from '../rules/values';

/** The files that `cdk8s synth` writes, in order. */
const FILES = [...new Set(Object.values(FILE_SUFFIXES))];

/**
 * Every manifest for values of the chart, as one YAML stream: what `cdk8s synth` writes, one file after the other, without
 * loading cdk8s.
 */
export function render(values: HelmValues): string {
  const objects = releaseObjects(new Installation(propsFromHelmValues(values)));
  const byFile = FILES.flatMap((file) => objects.filter(({ part }) => FILE_SUFFIXES[part] === file));
  return byFile.map(({ manifest }) => manifestYaml(manifest)).join('---\n');
}

/** What a manifest begins with; other keys follow in order. */
const FIRST = ['apiVersion', 'kind', 'metadata'];

function manifestYaml(manifest: Manifest): string {
  const others = sortedKeys(manifest).filter((key) => !FIRST.includes(key));
  return toYaml(manifest, { keysOf: (map) => (map === manifest ? [...FIRST, ...others] : sortedKeys(map)) });
}
