import { Authenticator } from '../../authenticator/authenticator';
import { recognizeAuthenticator } from '../../authenticator/recognize';
import { isMap } from '../../kubernetes/complete';
import { SecretValue } from '../../kubernetes/secret-value';
import { reveal } from '../../kubernetes/secrets';
import { JupyterHubProps } from '../../props';
import { Exposure } from '../../proxy/exposure';
import { Tls } from '../../proxy/tls';
import { hostsOf } from '../../validate';
import { Profile, profileList } from '../../spawner/profile';
import { Storage } from '../../spawner/storage';
import { Call, expression, isCall } from './code';
import { profileCalls } from './profiles';

type Tree = Record<string, unknown>;

/** Where the program finds the secrets: in a file that is read at synth, or in a Secret of the cluster. */
export type SecretSource = { readonly file: string } | { readonly secretName: string };

/** A program, and the secrets that do not stand in it. */
export interface Program {
  readonly code: string;
  readonly secrets: Readonly<Record<string, unknown>>;
}

function same(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    isMap(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, item]) => item !== undefined)
            .sort(([x], [y]) => (x < y ? -1 : 1))
            .map(([key, item]) => [key, sorted(item)]),
        )
      : Array.isArray(value)
        ? value.map(sorted)
        : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The first of the calls that gives the very same properties. */
function idiom(
  props: unknown,
  candidates: readonly { call: string; args: unknown[]; gives: () => unknown }[],
): unknown {
  const match = candidates.find(({ gives }) => same(gives(), props));
  return match ? { call: match.call, args: match.args } : props;
}

function storageIdiom(storage: Tree): unknown {
  const { type, capacity, homeMountPath, dynamic, static: claim, ...others } = storage;
  if (Object.keys(others).length) return storage;
  const dynamicProps = compact({ capacity, homeMountPath, ...(dynamic as Tree | undefined) });
  const staticProps = compact({ homeMountPath, ...(claim as Tree | undefined) });
  const args = Object.keys(dynamicProps).length ? [dynamicProps] : [];
  return idiom(compact({ type, capacity, homeMountPath, dynamic, static: claim }), [
    { call: 'Storage.none', args: [], gives: () => Storage.none() },
    { call: 'Storage.dynamic', args, gives: () => compactDeep(Storage.dynamic(dynamicProps)) },
    {
      call: 'Storage.static',
      args: [staticProps],
      gives: () =>
        typeof staticProps.pvcName === 'string' ? Storage.static({ pvcName: '', ...staticProps }) : undefined,
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
      args: [name, ...(Object.keys(keys).length ? [keys] : [])],
      gives: () => (typeof name === 'string' ? Tls.secret(name, keys) : undefined),
    },
    {
      call: 'Tls.letsEncrypt',
      args: [issued],
      gives: () =>
        hosts?.length && typeof letsencrypt?.contactEmail === 'string' ? Tls.letsEncrypt(issued) : undefined,
    },
  ]);
}

function exposureIdiom(exposure: Tree): unknown {
  const { service } = exposure as { service?: Tree };
  return idiom(exposure, [
    { call: 'Exposure.clusterInternal', args: [], gives: () => Exposure.clusterInternal() },
    {
      call: 'Exposure.nodePort',
      args: service?.nodePorts ? [service.nodePorts] : [],
      gives: () => compactDeep(Exposure.nodePort((service?.nodePorts ?? {}) as Tree)),
    },
  ]);
}

function compact(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined));
}

/** Without what is undefined, and without the maps that are empty for it. */
function compactDeep(tree: object): Tree {
  const entries = Object.entries(tree).map(([key, value]) => [key, isMap(value) ? compactDeep(value) : value] as const);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && !(isMap(value) && !Object.keys(value).length)),
  );
}

/** The tree with a change at a path, where there is something. */
function at(tree: Tree, [key, ...rest]: string[], change: (value: never) => unknown): Tree {
  if (!(key in tree)) return tree;
  const value = tree[key];
  if (!rest.length) return { ...tree, [key]: change(value as never) };
  return isMap(value) ? { ...tree, [key]: at(value, rest, change) } : tree;
}

function authenticatorCall({ authenticatorClass, config }: Authenticator, hosts: readonly string[]): Call {
  // Without a class, JupyterHub takes its own default, and so does the program by that default's name.
  return recognizeAuthenticator(authenticatorClass ?? 'default', config as Record<string, Tree>, hosts);
}

/** Properties in the words that people would choose. */
function inIdioms(props: Tree): Tree {
  const changed = [
    (tree: Tree) => at(tree, ['spawner', 'storage'], storageIdiom),
    (tree: Tree) => at(tree, ['spawner', 'profiles'], (list: Profile[]) => profileCalls(profileList(list))),
    (tree: Tree) => at(tree, ['proxy', 'tls'], tlsIdiom),
    (tree: Tree) => at(tree, ['proxy', 'exposure'], exposureIdiom),
  ];
  return changed.reduce((tree, change) => change(tree), props);
}

const WORD = /^(Allow|Authenticator|Exposure|JupyterHub|Profile|SecretValue|Storage|Tls)\b/;

/** The library's names that an expression uses. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (isCall(value)) return [...(WORD.exec(value.call)?.slice(0, 1) ?? []), ...namesIn(value.args)];
  return isMap(value) ? Object.values(value).flatMap(namesIn) : [];
}

/** The program that means the same as properties that came from values. */
export function program(
  props: JupyterHubProps & { release: string },
  source: SecretSource,
  remarks: readonly string[],
): Program {
  const secrets: Record<string, unknown> = {};
  const secretCall = (secret: SecretValue, path: string): Call => {
    if (secret.secretName !== undefined) {
      return { call: 'SecretValue.fromSecret', args: [secret.secretName, secret.secretKey] };
    }
    secrets[path] = reveal(secret);
    return 'file' in source
      ? { call: 'SecretValue.fromFile', args: [source.file, path] }
      : { call: 'SecretValue.fromSecret', args: [source.secretName, path] };
  };
  const withoutSecrets = (value: unknown, path: string): unknown => {
    if (value instanceof SecretValue) return secretCall(value, path);
    if (isCall(value)) return { call: value.call, args: value.args.map((arg) => withoutSecrets(arg, path)) };
    if (Array.isArray(value)) return value.map((item, index) => withoutSecrets(item, `${path}.${index}`));
    if (!isMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withoutSecrets(item, path ? `${path}.${key}` : key)]),
    );
  };
  const { release, namespace, authenticator, ...options } = inIdioms(props as unknown as Tree) as Tree & {
    release: string;
  };
  const login = authenticatorCall(authenticator as Authenticator, hostsOf(props));
  const all = withoutSecrets({ namespace, authenticator: login, ...options }, '') as Tree;
  const hub: Call = { call: 'new JupyterHub', args: [{ call: 'APP', args: [] }, release, all] };
  const names = [...new Set(['JupyterHub', ...namesIn(all)])].sort();
  const code = [
    ...remarks.map((remark) => `// Look here: ${remark}`),
    "import { App } from 'cdk8s';",
    `import { ${names.join(', ')} } from 'cdk8s-jupyterhub';`,
    '',
    'const app = new App();',
    '',
    `${expression(hub).replace('APP()', 'app')};`,
    '',
    'app.synth();',
    '',
  ];
  return { code: code.join('\n'), secrets };
}
