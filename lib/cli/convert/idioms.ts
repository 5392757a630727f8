import { DEFAULTS } from '../../options/defaults';
import { Database } from '../../options/hub/database';
import { complete } from '../../data/complete';
import { isMap, withoutUndefined, Tree } from '../../data/maps';
import { Exposure } from '../../options/proxy/exposure';
import { Tls } from '../../options/proxy/tls';
import { Storage } from '../../options/spawner/storage';
import { StructName, Type } from '../../options/wire/option-types';
import { WireProps } from '../../options/program';
import { Call } from './code';
import { profileCalls } from './profiles';
import { sayAll } from './typed';

/** A factory's call that may say the same as some properties: its arguments with their types, and what it gives. */
interface Candidate {
  readonly call: string;
  readonly args: readonly (readonly [value: unknown, type: Type])[];
  readonly gives: () => unknown;
}

/** Without what is undefined, and without the maps that are empty for it; keys in order. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, normal(item)] as const);
  const kept = entries.filter(([, item]) => item !== undefined && !(isMap(item) && !Object.keys(item).length));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

/** Whether two values of an option have the same effect, its default filled in. */
function alike(a: unknown, b: unknown, defaults: unknown): boolean {
  const filled = (option: unknown) => complete({ option: defaults }, { option });
  return same(filled(a), filled(b));
}

/** The first of the calls that gives properties of the very same effect and can be written. */
function idiom(props: Tree, defaults: object, candidates: readonly Candidate[]): unknown {
  for (const { call, args, gives } of candidates) {
    const said = args.map(([value, type]) => sayAll(value, type));
    if (said.includes(undefined)) continue;
    const given = gives();
    if (given !== undefined && alike(given, props, defaults)) return new Call(call, said);
  }
  return props;
}

/** Without what the defaults say already. */
function withoutDefaults(tree: Tree, defaults: Tree): Tree {
  const entries = Object.entries(tree).filter(
    ([key, value]) => defaults[key] === undefined || !alike(value, defaults[key], defaults[key]),
  );
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const own = defaults[key];
      return [key, isMap(value) && isMap(own) ? withoutDefaults(value, own) : value];
    }),
  );
}

/** An argument that is left out where there is nothing in it. */
function optional(value: Tree, struct: StructName): Candidate['args'] {
  return Object.keys(value).length ? [[value, { struct }]] : [];
}

function storageIdiom(storage: Tree): unknown {
  const { capacity, homeMountPath, dynamic, static: claim } = storage as Record<string, Tree | undefined>;
  const dynamicProps = withoutUndefined({ capacity, homeMountPath, ...dynamic });
  const staticProps = withoutUndefined({ homeMountPath, ...claim }) as { pvcName?: string };
  return idiom(storage, DEFAULTS.spawner.storage, [
    { call: 'Storage.none', args: [], gives: () => Storage.none() },
    {
      call: 'Storage.dynamic',
      args: optional(dynamicProps, 'DynamicHomeProps'),
      gives: () => Storage.dynamic(dynamicProps),
    },
    {
      call: 'Storage.static',
      args: [[staticProps, { struct: 'StaticHomeProps' }]],
      gives: () => Storage.static({ pvcName: '', ...staticProps }),
    },
  ]);
}

function tlsIdiom(tls: Tree): unknown {
  const { hosts, letsencrypt, secret } = tls as { hosts?: string[]; letsencrypt?: Tree; secret?: Tree };
  const { name, ...keys } = secret ?? {};
  const issued = { hosts, ...letsencrypt } as { hosts: string[]; contactEmail: string };
  return idiom(tls, DEFAULTS.proxy.tls, [
    { call: 'Tls.offload', args: [], gives: () => Tls.offload() },
    {
      call: 'Tls.secret',
      args: [[name, 'string'], ...optional(keys, 'SecretTlsKeys')],
      gives: () => Tls.secret(name as string, keys),
    },
    {
      call: 'Tls.letsEncrypt',
      args: [[issued, { struct: 'LetsEncryptTlsProps' }]],
      gives: () => (hosts?.length ? Tls.letsEncrypt(issued) : undefined),
    },
  ]);
}

const ISSUER = 'cert-manager.io/cluster-issuer';

/** An Ingress in the words of `Exposure.ingress`, as far as it has words for it. */
function ingressProps({ hosts, ingressClassName: className, annotations, tls }: Tree): Tree {
  const { [ISSUER]: clusterIssuer, ...others } = (annotations ?? {}) as Tree;
  return withoutUndefined({
    host: (hosts as unknown[] | undefined)?.[0],
    tlsSecret: (tls as Tree[] | undefined)?.[0]?.secretName,
    clusterIssuer,
    className,
    annotations: Object.keys(others).length ? others : undefined,
  });
}

/** A database's URL in the words of `Database`, as far as it has words for it. */
function serverProps({ url, password, upgrade }: Tree): { host: string; user: string; database: string } | undefined {
  const [, user, host, port, database] =
    /^[\w+]+:\/\/([^:@/]+)@([^:@/]+)(?::(\d+))?\/([^/?]+)$/.exec(String(url)) ?? [];
  if (database === undefined) return undefined;
  const parts = { host, user: decodeURIComponent(user), database: decodeURIComponent(database) };
  return { ...parts, ...withoutUndefined({ port: port && Number(port), password, upgrade }) };
}

function databaseIdiom(db: Tree): unknown {
  const server = serverProps(db);
  const claim = (db.pvc ?? {}) as Tree;
  return idiom(db, DEFAULTS.hub.db, [
    { call: 'Database.inMemory', args: [], gives: () => Database.inMemory() },
    { call: 'Database.sqlite', args: optional(claim, 'DatabaseClaimProps'), gives: () => Database.sqlite(claim) },
    {
      call: 'Database.postgres',
      args: [[server, { struct: 'DatabaseServerProps' }]],
      gives: () => server && Database.postgres(server),
    },
    {
      call: 'Database.mysql',
      args: [[server, { struct: 'DatabaseServerProps' }]],
      gives: () => server && Database.mysql(server),
    },
  ]);
}

function exposureIdiom(exposure: Tree): unknown {
  const { type: _, ...service } = (exposure.service ?? {}) as Tree;
  const { nodePorts } = service as Record<string, Tree | undefined>;
  const ingress = ingressProps((exposure.ingress ?? {}) as Tree);
  return idiom(exposure, DEFAULTS.proxy.exposure, [
    {
      call: 'Exposure.ingress',
      args: [[ingress, { struct: 'IngressExposureProps' }]],
      gives: () =>
        typeof ingress.host === 'string' ? Exposure.ingress({ ...ingress, host: ingress.host }) : undefined,
    },
    { call: 'Exposure.clusterInternal', args: [], gives: () => Exposure.clusterInternal() },
    {
      call: 'Exposure.nodePort',
      args: optional(nodePorts ?? {}, 'NodePortExposureProps'),
      gives: () => Exposure.nodePort(nodePorts),
    },
    {
      call: 'Exposure.loadBalancer',
      args: optional(service, 'ProxyServiceProps'),
      gives: () => Exposure.loadBalancer(service),
    },
  ]);
}

/** The tree with a change at a path, where there is something. */
function at(tree: Tree, [key, ...rest]: string[], change: (value: never) => unknown): Tree {
  if (!(key in tree)) return tree;
  const value = tree[key];
  if (!rest.length) return { ...tree, [key]: change(value as never) };
  return isMap(value) ? { ...tree, [key]: at(value, rest, change) } : tree;
}

const maps = (change: (value: Tree) => unknown) => (value: unknown) => (isMap(value) ? change(value) : value);

/** Properties but for those that are the default, with the factories' calls that people would choose in their place. */
export function inIdioms(all: WireProps & { readonly release: string }): Tree {
  const { authenticator, ...props } = all as unknown as Tree;
  const changed = [
    (tree: Tree) => at(tree, ['hub', 'db'], maps(databaseIdiom)),
    (tree: Tree) => at(tree, ['spawner', 'storage'], maps(storageIdiom)),
    (tree: Tree) => at(tree, ['spawner', 'profiles'], () => profileCalls(all)),
    (tree: Tree) => at(tree, ['proxy', 'tls'], maps(tlsIdiom)),
    (tree: Tree) => at(tree, ['proxy', 'exposure'], maps(exposureIdiom)),
  ];
  const told = withoutDefaults(props, DEFAULTS);
  return { authenticator, ...changed.reduce((tree, change) => change(tree), told) };
}
