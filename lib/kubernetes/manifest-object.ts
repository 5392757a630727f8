import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Scalar } from 'yaml';
import { isMap } from './complete';
import { Manifest } from './manifest';
import { mustQuote } from './yaml';

/** A manifest in the tree of constructs, under the id `Kind-name`. */
export class ManifestObject extends ApiObject {
  constructor(scope: Construct, manifest: Manifest) {
    super(scope, `${manifest.kind}-${manifest.metadata.name}`, manifest);
  }

  /** The object as it is written, with texts quoted that a YAML reader could take for something else. */
  public toJson(): unknown {
    return quoteAmbiguous(super.toJson());
  }
}

function quoteAmbiguous(value: unknown): unknown {
  if (typeof value === 'string' && mustQuote(value)) {
    const scalar = new Scalar(value);
    scalar.type = Scalar.QUOTE_DOUBLE;
    return scalar;
  }
  if (Array.isArray(value)) return value.map(quoteAmbiguous);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, quoteAmbiguous(item)]));
  return value;
}
