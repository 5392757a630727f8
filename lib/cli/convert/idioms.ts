import { DEFAULTS } from '../../options/defaults';
import { isMap, mapOf, mapValues, ownValue, put, Tree, valueAt, withoutUndefined } from '../../data/maps';
import { StructName, Type } from '../../options/wire/option-types';
import { toWire } from '../../options/wire/to-wire';
import { Call } from './code';
import { evaluate } from './evaluate';
import { sameEffect } from './same';
import { Said, sayAll } from './typed';

/** A factory's call that may say the same as an option: undefined where one of its arguments has no words. */
function candidate(call: string, ...args: readonly (readonly [value: unknown, type: Type])[]): Call | undefined {
  const said = args.map(([value, type]) => sayAll(value, type));
  return said.includes(undefined) ? undefined : new Call(call, said);
}

/** Whether a call gives an option of the very same effect. */
function gives(call: Call, wanted: Tree, struct: StructName, defaults: object): boolean {
  try {
    return sameEffect(toWire(evaluate(call), { struct }), wanted, defaults);
  } catch {
    return false;
  }
}

/** Without what the defaults say already. */
export function withoutDefaults(tree: Tree, defaults: Tree): Tree {
  return mapValues(tree, (value, key) => {
    const own = ownValue(defaults, key);
    if (own !== undefined && sameEffect(value, own, own)) return undefined;
    return isMap(value) && isMap(own) ? withoutDefaults(value, own) : value;
  });
}

/** An argument that is left out where there is nothing in it. */
function optional(value: Tree, struct: StructName): [] | [readonly [Tree, Type]] {
  return Object.keys(value).length ? [[value, { struct }]] : [];
}

type Candidates = readonly (Call | undefined)[];

function storageCalls({ type: _, dynamic, static: claim, ...home }: Tree): Candidates {
  const { extraVolumes, extraVolumeMounts, homeMountPath } = home;
  const volumes = withoutUndefined({ extraVolumes, extraVolumeMounts });
  const dynamicProps = withoutUndefined({ ...home, ...mapOf(dynamic) });
  const staticProps = withoutUndefined({ homeMountPath, ...volumes, ...mapOf(claim) });
  return [
    candidate('Storage.none', ...optional(volumes, 'ExtraVolumesProps')),
    candidate('Storage.dynamic', ...optional(dynamicProps, 'DynamicHomeProps')),
    candidate('Storage.static', [staticProps, { struct: 'StaticHomeProps' }]),
  ];
}

function tlsCalls({ hosts, letsencrypt, secret }: Tree): Candidates {
  const { name, ...keys } = mapOf(secret);
  return [
    candidate('Tls.offload'),
    candidate('Tls.secret', [name, 'string'], ...optional(keys, 'SecretTlsKeys')),
    candidate('Tls.letsEncrypt', [{ hosts, ...mapOf(letsencrypt) }, { struct: 'LetsEncryptTlsProps' }]),
  ];
}

const ISSUER = 'cert-manager.io/cluster-issuer';

/** An Ingress in the words of `Exposure.ingress`, as far as it has words for it. */
function ingressProps({ hosts, ingressClassName: className, annotations, tls }: Tree): Tree {
  const { [ISSUER]: clusterIssuer, ...others } = mapOf(annotations);
  return withoutUndefined({
    host: Array.isArray(hosts) ? (hosts[0] as unknown) : undefined,
    tlsSecret: Array.isArray(tls) ? mapOf(tls[0]).secretName : undefined,
    clusterIssuer,
    className,
    annotations: Object.keys(others).length ? others : undefined,
  });
}

/** A database's URL in the words of `Database`, as far as it has words for it. */
function serverProps({ url, password, upgrade }: Tree): Tree {
  const [, user, host, port, database] =
    /^[\w+]+:\/\/([^:@/]+)@([^:@/]+)(?::(\d+))?\/([^/?]+)$/.exec(typeof url === 'string' ? url : '') ?? [];
  if (database === undefined) return {};
  return withoutUndefined({
    host,
    user: decoded(user),
    database: decoded(database),
    port: port && Number(port),
    password,
    upgrade,
  });
}

/** What a part of a URL stands for; itself where it is no such part. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function databaseCalls(db: Tree): Candidates {
  const server = [serverProps(db), { struct: 'DatabaseServerProps' }] as const;
  return [
    candidate('Database.inMemory'),
    candidate('Database.sqlite', ...optional(mapOf(db.pvc), 'DatabaseClaimProps')),
    candidate('Database.postgres', server),
    candidate('Database.mysql', server),
  ];
}

function exposureCalls({ service, ingress }: Tree): Candidates {
  const { type: _, ...own } = mapOf(service);
  return [
    candidate('Exposure.ingress', [ingressProps(mapOf(ingress)), { struct: 'IngressExposureProps' }]),
    candidate('Exposure.clusterInternal'),
    candidate('Exposure.nodePort', ...optional(mapOf(own.nodePorts), 'NodePortExposureProps')),
    candidate('Exposure.loadBalancer', ...optional(own, 'ProxyServiceProps')),
  ];
}

/** The options that have factories: the interface and the default of each, and the calls that people would choose in its place. */
const IDIOMS: readonly (readonly [path: readonly string[], StructName, object, (wanted: Tree) => Candidates])[] = [
  [['hub', 'db'], 'DatabaseProps', DEFAULTS.hub.db, databaseCalls],
  [['spawner', 'storage'], 'StorageProps', DEFAULTS.spawner.storage, storageCalls],
  [['proxy', 'tls'], 'TlsProps', DEFAULTS.proxy.tls, tlsCalls],
  [['proxy', 'exposure'], 'ExposureProps', DEFAULTS.proxy.exposure, exposureCalls],
];

/** What is said of options, with the calls in it that have the very same effect. */
export function inIdioms({ said, left }: Said, props: Tree): unknown {
  return IDIOMS.reduce((tree, [path, struct, defaults, calls]) => {
    const wanted = valueAt(props, path);
    if (!isMap(wanted) || valueAt(tree, path) === undefined || valueAt(left, path) !== undefined) return tree;
    const call = calls(wanted).find((one) => one && gives(one, wanted, struct, defaults));
    return call ? put(tree as Tree, path, call) : tree;
  }, said);
}
