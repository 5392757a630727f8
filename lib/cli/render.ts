import { Installation } from '../installation';
import { Manifest, sortKeys } from '../kubernetes/manifest';
import { toYaml } from '../kubernetes/yaml';
import { componentManifests } from '../manifests';
import { Part, partOf } from '../parts';
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
  return byFile.map((manifest) => toYaml(inOrder(manifest))).join('---\n');
}

function inOrder(manifest: Manifest): Record<string, unknown> {
  const { apiVersion, kind, metadata, ...rest } = sortKeys(manifest);
  return { apiVersion, kind, metadata, ...rest };
}
