// Kubernetes' own API definitions, as JSON Schema has them.
import { readFileSync } from 'node:fs';

/** Definitions of a `swagger.json`; those that the wire has as text or number are declared as text only. */
export function definitions(swaggerFile) {
  const { definitions } = JSON.parse(readFileSync(swaggerFile, 'utf8'));
  for (const name of ['util.intstr.IntOrString', 'api.resource.Quantity']) {
    const definition = definitions[`io.k8s.apimachinery.pkg.${name}`];
    delete definition.type;
    delete definition.format;
    definition.oneOf = [{ type: 'string' }, { type: 'number' }];
  }
  return definitions;
}
