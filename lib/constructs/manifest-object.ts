import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest } from '../kubernetes/manifest';
import { unwrapKeys, wrapKeys } from './odd-keys';
import { withQuotes } from './quotes';

/**
 * A manifest in the tree of constructs. Its content is asked for at synth, so that what is added to
 * the installation until then is in it; a patch comes on top.
 */
export class ManifestObject extends ApiObject {
  private readonly ownPatches: JsonPatch[] = [];

  constructor(
    scope: Construct,
    id: string,
    manifest: Manifest,
    private readonly latest: () => Manifest,
  ) {
    const { apiVersion, kind, metadata, ...content } = manifest;
    const lazily = Object.keys(content).map((field) => [field, Lazy.any({ produce: () => wrapKeys(latest()[field]) })]);
    super(scope, id, { apiVersion, kind, metadata: wrapKeys(metadata), ...Object.fromEntries(lazily) });
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    this.ownPatches.push(...ops);
  }

  /** The object as it is written, with strings quoted that a YAML reader could take for something else. */
  public toJson(): unknown {
    const json = unwrapKeys(super.toJson() as { metadata: { name: string; namespace?: string } });
    const { name, namespace } = this.latest().metadata;
    json.metadata.name = name;
    // An object of the whole cluster, though its chart has a namespace.
    if (namespace === undefined) delete json.metadata.namespace;
    return withQuotes(JsonPatch.apply(json, ...this.ownPatches));
  }
}
