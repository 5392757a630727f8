// build-schemas.mjs SWAGGER CRD OUTDIR: a strict, self-contained JSON Schema for each kind, named as kubeconform looks them up.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { definitions as read } from './openapi.mjs';

const [swagger, crd, outdir] = process.argv.slice(2);
const metadata = { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' };

/** Forbids what is unknown. As in Go, `null` is an absent key; a custom resource is validated as it stands. */
function strict(schema, nullable) {
  if (Array.isArray(schema)) return schema.map((item) => strict(item, nullable));
  if (typeof schema !== 'object' || schema === null) return schema;
  if (!schema.properties) return mapValues(schema, (value) => strict(value, nullable));
  const required = (schema.required ?? []).filter((key) => schema.properties[key].default === undefined);
  const properties = mapValues(schema.properties, (property, key) => {
    const value = strict(property, nullable);
    return property.nullable || (nullable && !required.includes(key)) ? { anyOf: [value, { type: 'null' }] } : value;
  });
  return { additionalProperties: false, ...schema, required, properties };
}

/** The definitions that a schema needs, whatever the depth. */
function reachable(schema, definitions, found = {}) {
  for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    if (name in found) continue;
    found[name] = definitions[name];
    reachable(found[name], definitions, found);
  }
  return found;
}

function write({ group, version, kind }, schema, definitions) {
  const name = [kind, ...(group ? [group.split('.')[0]] : []), version].join('-').toLowerCase();
  const $schema = 'http://json-schema.org/draft-07/schema#';
  const file = { $schema, ...schema, definitions: reachable(schema, definitions) };
  writeFileSync(`${outdir}/${name}.json`, JSON.stringify(file));
}

function mapValues(map, change) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

mkdirSync(outdir, { recursive: true });
const definitions = mapValues(read(swagger), (schema) => strict(schema, true));
for (const schema of Object.values(definitions)) {
  if (!schema.properties?.metadata) continue;
  for (const type of schema['x-kubernetes-group-version-kind'] ?? []) write(type, schema, definitions);
}
const { group, names, versions } = parse(readFileSync(crd, 'utf8')).spec;
for (const { name: version, schema } of versions) {
  const { openAPIV3Schema } = schema;
  openAPIV3Schema.properties.metadata = metadata;
  write({ group, version, kind: names.kind }, strict(openAPIV3Schema, false), definitions);
}
