import { Installation } from '../installation';
import { Manifest, sortKeys } from '../kubernetes/manifest';
import { toYaml } from '../kubernetes/yaml';
import { checkedManifests } from '../manifests';
import { HelmValues, propsFromHelmValues } from '../values/helm-values';

/** Every manifest for values of the chart, as one YAML stream: what `cdk8s synth` writes, without loading cdk8s. */
export function render(values: HelmValues): string {
  const manifests = checkedManifests(new Installation(propsFromHelmValues(values)));
  return manifests.map((manifest) => toYaml(inOrder(manifest))).join('---\n');
}

function inOrder(manifest: Manifest): Record<string, unknown> {
  const { apiVersion, kind, metadata, ...rest } = sortKeys(manifest);
  return { apiVersion, kind, metadata, ...rest };
}
