// build-schemas.ts SWAGGER CRD OUTDIR: a strict, self-contained JSON Schema for each kind, named as kubeconform looks them up.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isMap, mapValues } from '../lib/data/maps';
import { definitions as read, Schema } from './openapi';

type Schemas = Readonly<Record<string, Schema>>;
type Kind = NonNullable<Schema['x-kubernetes-group-version-kind']>[number];

const [swagger = '', crd = '', outdir = ''] = process.argv.slice(2);
const METADATA = { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' };

/** Forbids what is unknown. As in Go, `null` is an absent key; a custom resource is validated as it stands. */
function strict(schema: unknown, nullable: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((item) => strict(item, nullable));
  if (!isMap(schema)) return schema;
  if (!schema.properties) return mapValues(schema, (value) => strict(value, nullable));
  const { properties: declared = {}, required: names = [] }: Schema = schema;
  const required = names.filter((key) => declared[key]?.default === undefined);
  const properties = mapValues(declared, (property, key) => {
    const value = strict(property, nullable);
    return property.nullable || (nullable && !required.includes(key)) ? { anyOf: [value, { type: 'null' }] } : value;
  });
  return { additionalProperties: false, ...schema, required, properties };
}

/** The definitions that a schema needs, whatever the depth. */
function reachable(schema: unknown, all: Schemas, found: Record<string, unknown> = {}): Record<string, unknown> {
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    if (name in found) continue;
    found[name] = all[name];
    reachable(found[name], all, found);
  }
  return found;
}

function write({ group, version, kind }: Kind, schema: Schema, all: Schemas): void {
  const name = [kind, ...(group ? [group.split('.')[0]] : []), version].join('-').toLowerCase();
  const $schema = 'http://json-schema.org/draft-07/schema#';
  writeFileSync(`${outdir}/${name}.json`, JSON.stringify({ $schema, ...schema, definitions: reachable(schema, all) }));
}

mkdirSync(outdir, { recursive: true });
const all = mapValues(read(swagger), (schema) => strict(schema, true)) as Schemas;
for (const schema of Object.values(all)) {
  if (!schema.properties?.metadata) continue;
  for (const kind of schema['x-kubernetes-group-version-kind'] ?? []) write(kind, schema, all);
}
const { group, names, versions } = parse(readFileSync(crd, 'utf8')).spec;
for (const { name: version, schema } of versions) {
  const { openAPIV3Schema } = schema;
  openAPIV3Schema.properties.metadata = METADATA;
  write({ group, version, kind: names.kind }, strict(openAPIV3Schema, false) as Schema, all);
}
