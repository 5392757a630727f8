import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { isMap, mapValues } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';
import { mustQuote, Quoted } from '../data/yaml';

/**
 * A manifest in the tree of constructs. Its content is asked for at synth, so that what is added to
 * the installation until then is in it; a patch comes on top.
 */
export class ManifestObject extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    manifest: Manifest,
    private readonly latest: () => Manifest,
  ) {
    const { apiVersion, kind, metadata, ...content } = manifest;
    const lazily = Object.keys(content).map((field) => [field, Lazy.any({ produce: () => latest()[field] })]);
    super(scope, id, { apiVersion, kind, metadata, ...Object.fromEntries(lazily) });
  }

  /** The object as it is written, with texts quoted that a YAML reader could take for something else. */
  public toJson(): unknown {
    const json = super.toJson() as { metadata: { name: string; namespace?: string } };
    const { name, namespace } = this.latest().metadata;
    json.metadata.name = name;
    // An object of the whole cluster, though its chart has a namespace.
    if (namespace === undefined) delete json.metadata.namespace;
    return quoteAmbiguous(json);
  }
}

function quoteAmbiguous(value: unknown): unknown {
  if (typeof value === 'string' && mustQuote(value)) {
    return new Quoted(value);
  }
  if (Array.isArray(value)) return value.map(quoteAmbiguous);
  if (isMap(value)) return mapValues(value, quoteAmbiguous);
  return value;
}
