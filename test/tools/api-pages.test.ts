import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as spec from '@jsii/spec';
import { apiPages } from '../../tools/api/pages';

const string: spec.TypeReference = { primitive: spec.PrimitiveType.String };
const named = (fqn: string): spec.TypeReference => ({ fqn });
const list = (elementtype: spec.TypeReference): spec.TypeReference => ({
  collection: { kind: spec.CollectionKind.Array, elementtype },
});
const map = (elementtype: spec.TypeReference): spec.TypeReference => ({
  collection: { kind: spec.CollectionKind.Map, elementtype },
});

function type(kind: spec.TypeKind, name: string, filename: string, more: object): spec.Type {
  const locationInModule = { filename, line: 1 };
  return {
    assembly: 'cdk8s-jupyterhub',
    fqn: `cdk8s-jupyterhub.${name}`,
    kind,
    name,
    locationInModule,
    ...more,
  } as spec.Type;
}

function pages(...types: spec.Type[]): ReadonlyMap<string, string> {
  return apiPages(Object.fromEntries(types.map((one) => [one.fqn, one])));
}

const struct = (name: string, properties: object[], more: object = {}) =>
  type(spec.TypeKind.Interface, name, 'lib/options/hub/props.ts', { datatype: true, properties, ...more });

const rowOf = (page: string | undefined, name: string) =>
  page?.split('\n').find((line) => line.includes(`| \`${name}\``));

test('an option has its type, its default, and all that its docstring tells, in one row', () => {
  const docs = {
    default: '1Gi',
    summary: 'Size;',
    remarks: 'a quantity.\n\nOf the claim.',
    custom: { throws: 'where it is none' },
  };
  const page = pages(struct('HubProps', [{ name: 'size', type: string, optional: true, docs }])).get('hub.md');
  expect(rowOf(page, 'size')).toBe(
    '| `size` | string | `1Gi` | Size; a quantity. Of the claim. Throws where it is none. |',
  );
});

test.each([
  [{}, '**required**'],
  [{ optional: true }, ''],
  [{ optional: true, docs: { default: '[]' } }, '`[]`'],
  [{ optional: true, docs: { default: '- the class of the cluster' } }, 'the class of the cluster'],
  [{ optional: true, docs: { default: 'that of `hub`' } }, 'that of `hub`'],
])('the default of %j', (option, expected) => {
  const page = pages(struct('HubProps', [{ name: 'size', type: string, ...option }])).get('hub.md');
  expect(rowOf(page, 'size')?.split(' | ')[2]).toBe(expected);
});

test.each([
  [{ union: { types: [string, named('cdk8s.Size')] } }, 'string \\| cdk8s.Size'],
  [list(string), 'string[]'],
  [list({ union: { types: [string, named('cdk8s.Size')] } }), '(string \\| cdk8s.Size)[]'],
  [map(named('cdk8s-plus-28.k8s.Volume')), '{ [key]: k8s.Volume }'],
  [named('cdk8s-plus-28.ISecret'), 'kplus.ISecret'],
  [named('cdk8s-jupyterhub.HubProps'), '[HubProps](#hubprops)'],
  [named('cdk8s-jupyterhub.Tls'), '[Tls](proxy.md#tls)'],
])('the type %j', (reference, expected) => {
  const tls = type(spec.TypeKind.Class, 'Tls', 'lib/options/proxy/tls.ts', {});
  const page = pages(struct('HubProps', [{ name: 'a', type: reference }]), tls).get('hub.md');
  expect(rowOf(page, 'a')).toContain(`| \`a\` | ${expected} |`);
});

test('options of another struct are named, with a link to where they are described', () => {
  const base = struct('ServerProps', [
    { name: 'cpu', type: string },
    { name: 'memory', type: string },
  ]);
  const own = struct('HubProps', [{ name: 'image', type: string }], { interfaces: [base.fqn] });
  const page = pages(base, own).get('hub.md');
  expect(page).toContain('And the options of [ServerProps](#serverprops): `cpu`, `memory`.');
  expect(page?.match(/\| `cpu` \|/g)).toHaveLength(1);
});

test('options stand in the order of the source', () => {
  const option = (name: string, line: number) => ({ name, type: string, locationInModule: { filename: '', line } });
  const page = pages(struct('HubProps', [option('a', 9), option('b', 3)])).get('hub.md') ?? '';
  expect(page.indexOf('`b`')).toBeLessThan(page.indexOf('`a`'));
});

test('examples are shown as code', () => {
  const docs = { summary: 'Image.', example: "{ image: 'a:1' }" };
  const page = pages(struct('HubProps', [{ name: 'image', type: string, docs }])).get('hub.md');
  expect(page).toContain("\n`image`:\n\n```ts\n{ image: 'a:1' }\n```\n");
});

test('a factory is called by its class, with its parameters and what it gives', () => {
  const method = {
    name: 'postgres',
    static: true,
    docs: { summary: 'PostgreSQL' },
    parameters: [{ name: 'url', type: string, docs: { summary: 'where it is' } }],
    returns: { type: named('cdk8s-jupyterhub.Database') },
  };
  const database = type(spec.TypeKind.Class, 'Database', 'lib/options/hub/database.ts', { methods: [method] });
  expect(rowOf(pages(database).get('hub.md'), 'Database.postgres')).toBe(
    '| `Database.postgres` | url: string | [Database](#database) | PostgreSQL. `url`: where it is. |',
  );
});

test('the index links to every page and type', () => {
  const index = pages(struct('HubProps', [])).get('README.md');
  expect(index).toContain(
    '| [Hub](hub.md) | the hub, its database, services and roles | [HubProps](hub.md#hubprops) |',
  );
});

test('refuses a type of a folder that no page describes', () => {
  expect(() => pages(type(spec.TypeKind.Class, 'New', 'lib/options/backup/new.ts', {}))).toThrow(
    'New: there is no page backup',
  );
});

test('every page of docs/api stays below 118 kB', () => {
  const folder = join(__dirname, '../../docs/api');
  const large = readdirSync(folder).filter((file) => statSync(join(folder, file)).size > 118_000);
  expect(large).toEqual([]);
});
