import { readFileSync } from 'node:fs';

/** A schema as Kubernetes writes it, with the extensions that are of interest here. */
export interface Schema {
  type?: string;
  format?: string;
  oneOf?: Schema[];
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  required?: string[];
  properties?: Record<string, Schema>;
  default?: unknown;
  nullable?: boolean;
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[];
}

/** Definitions of a `swagger.json`; those that the wire has as string or number are declared as string only. */
export function definitions(swaggerFile: string): Record<string, Schema> {
  const { definitions: all }: { definitions: Record<string, Schema> } = JSON.parse(readFileSync(swaggerFile, 'utf8'));
  for (const name of ['util.intstr.IntOrString', 'api.resource.Quantity']) {
    const definition = all[`io.k8s.apimachinery.pkg.${name}`];
    if (!definition) throw new Error(`${swaggerFile} has no ${name}`);
    delete definition.type;
    delete definition.format;
    definition.oneOf = [{ type: 'string' }, { type: 'number' }];
  }
  return all;
}
