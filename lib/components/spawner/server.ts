import { extraFilesMounts, extraFilesVolume, ExtraFiles } from '../../kubernetes/extra-files';
import { isMap, mapValues, Tree, valueAt, withoutNulls } from '../../data/maps';
import { CompleteProps } from '../../release/installation';
import { CLAIM_TRAITS, SERVER_TRAITS } from '../../options/spawner/server-traits';
import { Profile } from '../../options/spawner/profile';
import { ServerProps } from '../../options/spawner/server-props';
import { Wire } from '../../kubernetes/wire';
import { isReference } from '../../secrets/secrets';

/** What options of a server mean for KubeSpawner, whether they are of all servers, of a profile or of a choice. */

export type CompleteStorage = CompleteProps['spawner']['storage'];

/** Volumes and mounts, by the keys that KubeSpawner knows them by. */
export interface Volumes {
  readonly volumes: Tree;
  readonly mounts: Tree;
}

/** A variable as KubeSpawner knows it. What is in a Secret of the cluster goes to the user's pod without passing through the hub. */
function variable(value: unknown): unknown {
  if (!isReference(value)) return value;
  return { valueFrom: { secretKeyRef: { name: value.secretName, key: value.secretKey } } };
}

/** The traits that options of a server set, by KubeSpawner's names; those of a claim where homes are on one for each user. */
export function serverTraits(server: Tree, hasClaims: boolean): Tree {
  const rows = [...SERVER_TRAITS, ...(hasClaims ? CLAIM_TRAITS : [])];
  const said = rows.map(([option, trait]) => [trait, valueAt(server, option.split('.'))] as const);
  const traits = Object.fromEntries(
    said
      .filter(([, value]) => value !== undefined)
      .map(([trait, value]) => [trait, isBytes(trait) ? bytes(value) : value]),
  );
  return isMap(traits.environment) ? { ...traits, environment: mapValues(traits.environment, variable) } : traits;
}

const isBytes = (trait: string) => trait === 'mem_guarantee' || trait === 'mem_limit';

/** JupyterHub's way to write bytes, where `G` is a power of 1024: `1Gi` is `1G`. Kubernetes' way stays wherever Kubernetes reads it. */
function bytes(amount: unknown): unknown {
  return typeof amount === 'string' ? amount.replace(/^([\d.]+[KMGT])i$/, '$1') : amount;
}

/** The variables of a profile, or of a choice in it, that are a map: what is in a Secret, or where else Kubernetes finds it. */
function sourcesOf({ extraEnv }: Wire<ServerProps>): string[] {
  return Object.entries(extraEnv ?? {}).flatMap(([name, value]) => (isMap(variable(value)) ? [name] : []));
}

/** Names of variables that are a map in a typed profile or a choice. */
export function variableSources(profiles: readonly Profile[] | undefined): ReadonlySet<string> {
  const props = (profiles ?? []).flatMap(({ _props }) => _props ?? []);
  const choices = props.flatMap(({ options }) => Object.values(options ?? {})).map(({ choices: own }) => own ?? {});
  return new Set([...props, ...choices.flatMap((own) => Object.values(own))].flatMap(sourcesOf));
}

/** Variables in the one form for all of a name: KubeSpawner does not replace a string by a map. */
export function withSources(environment: unknown, sources: ReadonlySet<string>): unknown {
  if (!isMap(environment)) return environment;
  return mapValues(environment, (value, name) => (sources.has(name) && !isMap(value) ? { value } : value));
}

function mounted(name: string, claimName: string | undefined, mountPath: string, subPath: string | undefined): Volumes {
  return withoutNulls({
    volumes: { [name]: { name, persistentVolumeClaim: { claimName } } },
    mounts: { [name]: { mountPath, name, subPath } },
  });
}

/** The volume of the home and its mount. */
export function homeVolumes(storage: CompleteStorage): Volumes {
  const { type, dynamic, homeMountPath } = storage;
  // KubeSpawner names the claim, by its template.
  if (type === 'dynamic') return mounted(dynamic.volumeNameTemplate, '{pvc_name}', homeMountPath, dynamic.subPath);
  if (type === 'static') return mounted('home', storage.static.pvcName, homeMountPath, storage.static.subPath);
  return { volumes: {}, mounts: {} };
}

/** Files from the Secret `singleuser`, on a volume of their own. */
export function fileVolumes(files: ExtraFiles, secretName: string, name = 'files', prefix = ''): Volumes {
  if (!Object.keys(files).length) return { volumes: {}, mounts: {} };
  const mounts = extraFilesMounts(files).map((mount, index) => [`${prefix}${index}-${name}`, { ...mount, name }]);
  const volume = withoutNulls({ ...extraFilesVolume(files, secretName), name });
  return { volumes: { [name]: volume }, mounts: Object.fromEntries(mounts) as Tree };
}

/** A list or a map of volumes or mounts, as a map. */
function byKey(items: unknown, keyOf: (item: Tree, index: number) => string): Tree {
  if (isMap(items)) return items;
  if (!Array.isArray(items)) return {};
  return Object.fromEntries(items.filter(isMap).map((item, index) => [keyOf(item, index), item]));
}

/** Volumes beside the home. */
export function extraVolumes({ extraVolumes, extraVolumeMounts }: Tree, prefix = ''): Volumes {
  return {
    volumes: byKey(extraVolumes, (volume) => String(volume.name)),
    mounts: byKey(extraVolumeMounts, (mount, index) => `${prefix}${index}-${String(mount.name)}`),
  };
}
