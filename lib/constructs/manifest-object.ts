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

  /** Namespace of the object; undefined where it belongs to the whole cluster, though its chart has one. */
  public get namespace(): string | undefined {
    return this.latest().metadata.namespace;
  }

  /** Release that the object is of. */
  public get release(): string | undefined {
    return this.latest().metadata.labels?.release;
  }

  /** The object as it is written, with texts quoted that a YAML reader could take for something else. */
  public toJson(): unknown {
    const json = super.toJson() as { metadata: { name: string; namespace?: string } };
    json.metadata.name = this.latest().metadata.name;
    if (this.namespace === undefined) delete json.metadata.namespace;
    return quoteAmbiguous(json);
  }
}

/** The object as one of these, if it is; cdk8s answers `instanceof` for all objects alike. */
export function asManifestObject(object: ApiObject): ManifestObject | undefined {
  return object.constructor === ManifestObject ? (object as ManifestObject) : undefined;
}

function quoteAmbiguous(value: unknown): unknown {
  if (typeof value === 'string' && mustQuote(value)) {
    return new Quoted(value);
  }
  if (Array.isArray(value)) return value.map(quoteAmbiguous);
  if (isMap(value)) return mapValues(value, quoteAmbiguous);
  return value;
}
