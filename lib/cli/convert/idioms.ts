import { isMap } from '../../kubernetes/complete';
import { Exposure } from '../../proxy/exposure';
import { Tls } from '../../proxy/tls';
import { Profile, profileList } from '../../spawner/profile';
import { Storage } from '../../spawner/storage';
import { Call } from './code';
import { profileCalls } from './profiles';
import { sayAll } from './typed';

type Tree = Record<string, unknown>;

/** A factory's call that may say the same as some properties: its arguments with their types, and what it gives. */
interface Candidate {
  readonly call: string;
  readonly args: readonly (readonly [value: unknown, type: string])[];
  readonly gives: () => unknown;
}

function compact(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined));
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

/** The first of the calls that gives the very same properties and can be written. */
function idiom(props: unknown, candidates: readonly Candidate[]): unknown {
  for (const { call, args, gives } of candidates) {
    const said = args.map(([value, type]) => sayAll(value, type));
    if (!said.includes(undefined) && same(gives(), props)) return new Call(call, said);
  }
  return props;
}

/** An argument that is left out where there is nothing in it. */
function optional(value: Tree, type: string): Candidate['args'] {
  return Object.keys(value).length ? [[value, type]] : [];
}

function storageIdiom(storage: Tree): unknown {
  const { capacity, homeMountPath, dynamic, static: claim } = storage as Record<string, Tree | undefined>;
  const dynamicProps = compact({ capacity, homeMountPath, ...dynamic });
  const staticProps = compact({ homeMountPath, ...claim }) as { pvcName?: string };
  return idiom(storage, [
    { call: 'Storage.none', args: [], gives: () => Storage.none() },
    {
      call: 'Storage.dynamic',
      args: optional(dynamicProps, 'DynamicHomeProps'),
      gives: () => Storage.dynamic(dynamicProps),
    },
    {
      call: 'Storage.static',
      args: [[staticProps, 'StaticHomeProps']],
      gives: () => Storage.static({ pvcName: '', ...staticProps }),
    },
  ]);
}

function tlsIdiom(tls: Tree): unknown {
  const { hosts, letsencrypt, secret } = tls as { hosts?: string[]; letsencrypt?: Tree; secret?: Tree };
  const { name, ...keys } = secret ?? {};
  const issued = { hosts, ...letsencrypt } as { hosts: string[]; contactEmail: string };
  return idiom(tls, [
    { call: 'Tls.offload', args: [], gives: () => Tls.offload() },
    {
      call: 'Tls.secret',
      args: [[name, 'string'], ...optional(keys, 'SecretTlsKeys')],
      gives: () => Tls.secret(name as string, keys),
    },
    {
      call: 'Tls.letsEncrypt',
      args: [[issued, 'LetsEncryptTlsProps']],
      gives: () => (hosts?.length ? Tls.letsEncrypt(issued) : undefined),
    },
  ]);
}

function exposureIdiom(exposure: Tree): unknown {
  const { type: _, ...service } = (exposure.service ?? {}) as Tree;
  const { nodePorts } = service as Record<string, Tree | undefined>;
  return idiom(exposure, [
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

/** Properties, with the factories' calls that people would choose in their place. */
export function inIdioms(props: Tree): Tree {
  const changed = [
    (tree: Tree) => at(tree, ['spawner', 'storage'], maps(storageIdiom)),
    (tree: Tree) => at(tree, ['spawner', 'profiles'], (list: Profile[]) => profileCalls(profileList(list))),
    (tree: Tree) => at(tree, ['proxy', 'tls'], maps(tlsIdiom)),
    (tree: Tree) => at(tree, ['proxy', 'exposure'], maps(exposureIdiom)),
  ];
  return changed.reduce((tree, change) => change(tree), props);
}
