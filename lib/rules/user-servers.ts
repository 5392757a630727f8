import { isMap } from '../data/maps';
import { entriesOf, show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';

const NO_SERVER = 'no server starts';

/** KubeSpawner takes a map whose values are strings, or maps with valueFrom. */
function checkEnvironment({ props }: Model, report: Report): void {
  const { extraEnv } = props.spawner;
  const path = ['spawner', 'extraEnv'];
  if (Array.isArray(extraEnv) && extraEnv.length)
    report(path, 'must be a map, but is a list', { mend: 'write NAME: value' });
  for (const [here, value] of isMap(extraEnv) ? entriesOf(extraEnv, path) : []) {
    const isScalar = typeof value === 'number' || typeof value === 'boolean';
    if (!isScalar && !Array.isArray(value)) continue;
    report(here, `must be a string or a map with valueFrom, but is ${show(value)}`, {
      mend: isScalar ? 'put it in quotes' : '',
    });
  }
}

type Mount = { readonly name?: unknown; readonly mountPath?: unknown };

const itemsOf = (value: unknown): Mount[] => entriesOf(value, []).flatMap(([, item]) => (isMap(item) ? [item] : []));

interface Mounted {
  readonly mount: Mount;
  readonly path: readonly (string | number)[];
}

/** What users' servers mount, each with the option that it comes from. */
function mountsOf(model: Model): Mounted[] {
  const { extraVolumeMounts } = model.props.spawner.storage;
  const own = entriesOf(extraVolumeMounts, ['spawner', 'storage', 'extraVolumeMounts']);
  return itemsOf(model.traits.KubeSpawner?.volume_mounts).map((mount) => {
    const option = own.find(([, item]) => item === mount);
    return { mount, path: option?.[0] ?? ['spawner', 'storage'] };
  });
}

/** Volumes that the pod may get from elsewhere: a hook, or Python. */
function volumeNames({ traits, props }: Model): Set<unknown> {
  const { extraPodConfig } = props.spawner;
  return new Set([...itemsOf(traits.KubeSpawner?.volumes), ...itemsOf(extraPodConfig.volumes)].map(({ name }) => name));
}

function checkVolumes(model: Model, report: Report): void {
  const volumes = volumeNames(model);
  for (const { mount, path } of mountsOf(model)) {
    if (!volumes.has(mount.name)) report(path, `there is no volume ${show(mount.name)} to mount`);
  }
}

function checkPaths(model: Model, report: Report): void {
  const seen = new Map<unknown, unknown>();
  for (const { mount, path } of mountsOf(model)) {
    const { name, mountPath } = mount;
    if (seen.has(mountPath))
      report(path, `${show(name)} would be mounted at ${show(mountPath)}, where ${show(seen.get(mountPath))} is`);
    seen.set(mountPath, name);
  }
}

/** What users' servers get, as far as the options of all servers say it. */
export const USER_SERVER_RULES: readonly Rule[] = [
  {
    id: 'user-pod/environment',
    severity: 'warning',
    title: "A variable of users' servers that is no string",
    effect: NO_SERVER,
    mend: '',
    check: checkEnvironment,
  },
  {
    id: 'user-pod/null-volume',
    severity: 'warning',
    title: "A volume or mount of users' servers that is null",
    effect: NO_SERVER,
    mend: 'leave it out',
    check: ({ props }, report) => {
      for (const key of ['extraVolumes', 'extraVolumeMounts'] as const) {
        const values: unknown = props.spawner.storage[key];
        // Of a list, the values' own check tells.
        for (const [path, item] of isMap(values) ? entriesOf(values, ['spawner', 'storage', key]) : []) {
          if (item === null) report(path, 'is null');
        }
      }
    },
  },
  {
    id: 'user-pod/mount-without-volume',
    severity: 'warning',
    title: "A mount of users' servers without its volume",
    effect: `Kubernetes refuses every user's pod`,
    mend: (option) => `add the volume to ${option('spawner.storage.extraVolumes')}`,
    check: checkVolumes,
  },
  {
    id: 'user-pod/two-mounts-at-one-path',
    severity: 'warning',
    title: "Two volumes of users' servers at one path",
    effect: `Kubernetes refuses every user's pod`,
    mend: 'give each a path of its own',
    check: checkPaths,
  },
  {
    id: 'network/metadata-server-open-and-blocked',
    severity: 'error',
    title: "The cloud's metadata server is blocked and open at once",
    effect: '',
    mend: 'set one of them to false',
    check: ({ props }, report) => {
      const { cloudMetadata, networkPolicy } = props.spawner;
      const opens = networkPolicy.enabled && networkPolicy.egressAllowRules.cloudMetadataServer;
      if (!cloudMetadata.blockWithIptables || !opens) return;
      report(
        ['spawner', 'networkPolicy', 'egressAllowRules', 'cloudMetadataServer'],
        (option) => `opens what ${option('spawner.cloudMetadata.blockWithIptables')} blocks`,
      );
    },
  },
];
