import { entriesOf, isMap, Path, Tree } from '../data/maps';
import { securityViolations } from '../kubernetes/pod-security';
import { homeVolumes } from '../components/spawner/server';
import { show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';
import { pathOf, podOfServer, Server, serversOf } from './servers';

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

const itemsOf = (value: unknown): Tree[] => entriesOf(value, []).flatMap(([, item]) => (isMap(item) ? [item] : []));

interface Mounted {
  readonly mount: Tree;
  readonly path: Path;
}

/** What a server mounts, each with the option that it comes from. */
function mountsOf(server: Server, model: Model): Mounted[] {
  const { extraVolumeMounts } = model.props.spawner.storage;
  const ofAll = entriesOf(extraVolumeMounts, ['spawner', 'storage', 'extraVolumeMounts']);
  // The first of mounts that are the same tells.
  const options = new Map(ofAll.map(([path, item]) => [JSON.stringify(item), path] as const).reverse());
  return itemsOf(server.traits.volume_mounts).map((mount) => {
    const option = options.get(JSON.stringify(mount));
    return { mount, path: option ?? (server.of ? pathOf(model, server, 'volume_mounts') : ['spawner', 'storage']) };
  });
}

/** Mounts of a server without their volume. The pod may get volumes from elsewhere: a hook, or Python. */
function mountsWithoutVolume(server: Server, model: Model): Mounted[] {
  const { volumes, extra_pod_config: config } = server.traits;
  const ofPod = isMap(config) ? config.volumes : undefined;
  const names = new Set([...itemsOf(volumes), ...itemsOf(ofPod)].map(({ name }) => name));
  return mountsOf(server, model).filter(({ mount }) => !names.has(mount.name));
}

/** Mounts of a server where another one is, with that. */
function mountsOverMounts(server: Server, model: Model): (Mounted & { readonly other: Tree })[] {
  const seen = new Map<unknown, Tree>();
  return mountsOf(server, model).flatMap((mounted) => {
    // A slash at the end is no other path.
    const mountPath = String(mounted.mount.mountPath).replace(/(.)\/+$/, '$1');
    const other = seen.get(mountPath);
    seen.set(mountPath, mounted.mount);
    return other ? [{ ...mounted, other }] : [];
  });
}

/** What is wrong with each server, but for what is wrong with the one that it is made of as well. */
function ofServers<T extends Mounted>(
  model: Model,
  find: (server: Server, model: Model) => T[],
  tell: (found: T) => void,
): void {
  const key = ({ mount }: T) => JSON.stringify([mount.name, mount.mountPath]);
  for (const server of serversOf(model)) {
    const before = new Set(server.of ? find(server.of, model).map(key) : []);
    for (const found of find(server, model)) if (!before.has(key(found))) tell(found);
  }
}

function checkVolumes(model: Model, report: Report): void {
  ofServers(model, mountsWithoutVolume, ({ path, mount }) =>
    report(path, `there is no volume ${show(mount.name)} to mount`),
  );
}

function checkPaths(model: Model, report: Report): void {
  ofServers(model, mountsOverMounts, ({ path, mount, other }) =>
    report(path, `${show(mount.name)} would be mounted at ${show(mount.mountPath)}, where ${show(other.name)} is`),
  );
}

/** Whether there is a volume of a name among those of an option. */
function hasVolume(storage: Readonly<{ extraVolumes?: unknown }> | undefined, name: string): boolean {
  const volumes = storage?.extraVolumes;
  return entriesOf(volumes, []).some(([, volume, key]) => (isMap(volume) ? volume.name : key) === name || key === name);
}

/** Volumes that take the place of the home's, by their name. */
function checkHomeVolume({ props }: Model, report: Report): void {
  const { storage, profiles } = props.spawner;
  const [home] = Object.keys(homeVolumes(storage).volumes);
  if (home === undefined) return;
  const tell = (path: Path) => report(path, `${show(home)} is the volume of the home`);
  if (hasVolume(storage, home)) tell(['spawner', 'storage', 'extraVolumes']);
  (profiles ?? []).forEach(({ _props }, index) => {
    const path = ['spawner', 'profiles', index];
    if (hasVolume(_props?.storage, home)) tell([...path, 'kubespawner_override', 'volumes']);
    for (const [option, { choices }] of Object.entries(_props?.options ?? {})) {
      for (const [choice, { storage: own }] of Object.entries(choices ?? {})) {
        const here = [...path, 'profile_options', option, 'choices', choice];
        if (hasVolume(own, home)) tell([...here, 'kubespawner_override', 'volumes']);
      }
    }
  });
}

const BLOCKER = 'block-cloud-metadata';

/** Profiles and choices whose init containers replace the one that blocks the metadata server. */
function checkBlocker(model: Model, report: Report): void {
  const isBlocked = ({ traits }: Server) => itemsOf(traits.init_containers).some(({ name }) => name === BLOCKER);
  for (const server of serversOf(model)) {
    if (server.of && isBlocked(server.of) && !isBlocked(server))
      report(pathOf(model, server, 'init_containers'), `replaces the init container ${BLOCKER}`);
  }
}

/** What keeps the pods from the level that they are to pass; what a profile has from all servers is told of these. */
function checkSecurity(model: Model, report: Report): void {
  const { podSecurity } = model.props.spawner;
  if (podSecurity === undefined) return;
  const violationsOf = (server: Server) =>
    securityViolations(podOfServer(model, server) ?? {})
      .filter(({ level }) => level === podSecurity || podSecurity === 'restricted')
      .map(({ what }) => what);
  for (const server of serversOf(model)) {
    const before = server.of ? violationsOf(server.of) : [];
    const own = violationsOf(server).filter((what) => !before.includes(what));
    if (own.length) report(server.path, `does not pass Pod Security ${podSecurity}: ${own.join('; ')}`);
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
    effect: 'Kubernetes refuses the pod',
    mend: (option) => `add the volume to ${option('spawner.storage.extraVolumes')}`,
    check: checkVolumes,
  },
  {
    id: 'user-pod/two-mounts-at-one-path',
    severity: 'warning',
    title: "Two volumes of users' servers at one path",
    effect: 'Kubernetes refuses the pod',
    mend: 'give each a path of its own',
    check: checkPaths,
  },
  {
    id: 'user-pod/home-replaced',
    severity: 'warning',
    title: "A volume of users' servers with the name of the home's",
    effect: 'users lose their home',
    mend: 'give it another name',
    check: checkHomeVolume,
  },
  {
    id: 'user-pod/metadata-block-lost',
    severity: 'warning',
    title: 'A profile replaces the init container that blocks the metadata server',
    effect: "users can read the node's credentials",
    mend: 'add it to the list',
    check: checkBlocker,
  },
  {
    id: 'user-pod/pod-security',
    severity: 'error',
    title: "A user's pod does not pass the level of Pod Security that it is to pass",
    effect: '',
    mend: '',
    check: checkSecurity,
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
