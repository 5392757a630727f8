import { entriesOf, isMap, Path, Tree } from '../data/maps';
import { at, mapsOf, show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';
import { pathOf, Server, serversOf } from './servers';

/** A pod of the release's own, with the options that add to it, and what it has without them. */
interface OwnPod {
  readonly containers: readonly Path[];
  readonly volumes: Path;
  readonly mounts: Path;
  readonly podSpec: Path;
  readonly ownContainers: readonly string[];
  readonly ownVolumes: readonly string[];
}

const OWN_PODS: readonly OwnPod[] = [
  {
    containers: [
      ['hub', 'initContainers'],
      ['hub', 'extraContainers'],
    ],
    volumes: ['hub', 'extraVolumes'],
    mounts: ['hub', 'extraVolumeMounts'],
    podSpec: ['hub', 'extraPodSpec'],
    ownContainers: ['hub'],
    ownVolumes: ['config', 'secret', 'literals', 'existing-secret', 'files', 'pvc'],
  },
  {
    containers: [['proxy', 'traefik', 'extraInitContainers']],
    volumes: ['proxy', 'traefik', 'extraVolumes'],
    mounts: ['proxy', 'traefik', 'extraVolumeMounts'],
    podSpec: ['proxy', 'traefik', 'extraPodSpec'],
    ownContainers: ['traefik', 'secret-sync', 'load-acme'],
    ownVolumes: ['certificates', 'traefik-config'],
  },
];

type Tell = (path: Path, name: string) => void;

/** Items of lists whose name another one has already. */
function namedTwice(items: readonly (readonly [Path, Tree, string])[], taken: readonly string[], tell: Tell): void {
  const seen = new Set(taken);
  for (const [path, { name }] of items) {
    if (typeof name !== 'string') continue;
    if (seen.has(name)) tell(path, name);
    seen.add(name);
  }
}

function containersOf({ props }: Model, { containers }: OwnPod): (readonly [Path, Tree, string])[] {
  return containers.flatMap((path) => mapsOf(at(props, path), path));
}

/** What a container mounts without its volume. */
function mountsWithout(
  containers: readonly (readonly [Path, Tree, string])[],
  volumes: Set<unknown>,
  tell: Tell,
): void {
  for (const [path, { volumeMounts }] of containers) {
    for (const [here, { name }] of mapsOf(volumeMounts, [...path, 'volumeMounts'])) {
      if (typeof name === 'string' && !volumes.has(name)) tell(here, name);
    }
  }
}

/** Containers and volumes of the pods of users that profiles and choices do not have from all servers. */
function ofServer(model: Model, server: Server, trait: string): (readonly [Path, Tree, string])[] {
  const path = pathOf(model, server, trait);
  const isOwn = !server.of || JSON.stringify(server.traits[trait]) !== JSON.stringify(server.of.traits[trait]);
  return isOwn ? mapsOf(server.traits[trait], path).map(([, item, key]) => [path, item, key] as const) : [];
}

function volumeNames(server: Server): Set<unknown> {
  const ofPod = isMap(server.traits.extra_pod_config) ? server.traits.extra_pod_config.volumes : undefined;
  return new Set([...mapsOf(server.traits.volumes, []), ...mapsOf(ofPod, [])].map(([, { name }]) => name));
}

/** What a Service of the release has in itself. */
const SERVICES: readonly { readonly path: Path; readonly own: readonly Tree[] }[] = [
  { path: ['hub', 'service', 'extraPorts'], own: [{ name: 'hub', port: 8081 }] },
  {
    path: ['proxy', 'exposure', 'service', 'extraPorts'],
    own: [
      { name: 'http', port: 80 },
      { name: 'https', port: 443 },
    ],
  },
];

/** The option that asks for a port: of the hub's Service, the service of JupyterHub whose port it is. */
function optionOfPort({ props }: Model, path: Path, name: unknown): Path {
  return path[0] === 'hub' && typeof name === 'string' && isMap(at(props, ['hub', 'services', name]))
    ? ['hub', 'services', name, 'port']
    : path;
}

function checkPorts(model: Model, report: Report): void {
  for (const { path, own } of SERVICES) {
    const seen: Tree[] = [...own];
    for (const [here, item] of mapsOf(at(model.props, path), path)) {
      const { name, port, protocol = 'TCP' } = item;
      const same = seen.find((other) => other.port === port && (other.protocol ?? 'TCP') === protocol);
      const named = seen.find((other) => other.name === name);
      if (same)
        report(optionOfPort(model, here, name), `${show(port)} is the port of ${show(same.name ?? same.port)} already`);
      else if (named) report(optionOfPort(model, here, name), `there is a port ${show(name)} already`);
      seen.push(item);
    }
  }
  const { nodePorts } = model.props.proxy.exposure.service;
  if (nodePorts.http && nodePorts.http === nodePorts.https)
    report(
      ['proxy', 'exposure', 'service', 'nodePorts', 'https'],
      `${nodePorts.http} is the node port of http already`,
    );
}

/** What pods and Services can have only once, and what their containers mount. */
export const CONTAINER_RULES: readonly Rule[] = [
  {
    id: 'objects/name-twice',
    severity: 'warning',
    tellsOfFields: true,
    title: 'Two containers or two volumes of one name in a pod',
    effect: 'Kubernetes refuses the pod',
    mend: 'give each a name of its own',
    check: (model, report) => {
      const tell = (what: string) => (path: Path, name: string) =>
        report(path, `there is a ${what} ${show(name)} already`);
      for (const pod of OWN_PODS) {
        namedTwice(containersOf(model, pod), pod.ownContainers, tell('container'));
        namedTwice(mapsOf(at(model.props, pod.volumes), pod.volumes), pod.ownVolumes, tell('volume'));
      }
      for (const server of serversOf(model)) {
        const all = [...ofServer(model, server, 'init_containers'), ...ofServer(model, server, 'extra_containers')];
        namedTwice(all, ['notebook'], tell('container'));
        namedTwice(ofServer(model, server, 'volumes'), [], tell('volume'));
      }
    },
  },
  {
    id: 'objects/mount-without-volume',
    severity: 'warning',
    tellsOfFields: true,
    title: 'A mount of a container without its volume',
    effect: 'Kubernetes refuses the pod',
    mend: 'add the volume',
    check: (model, report) => {
      const tell = (path: Path, name: string) => report(path, `there is no volume ${show(name)} to mount`);
      for (const pod of OWN_PODS) {
        const given = [pod.volumes, [...pod.podSpec, 'volumes']].flatMap((path) =>
          entriesOf(at(model.props, path), path),
        );
        const names = given.map(([, volume, key]) => (isMap(volume) ? (volume.name ?? key) : key));
        const volumes = new Set<unknown>([...pod.ownVolumes, ...names]);
        const mounts = { volumeMounts: at(model.props, pod.mounts) };
        for (const [path, { name }] of mapsOf(mounts.volumeMounts, pod.mounts)) {
          if (typeof name === 'string' && !volumes.has(name)) tell(path, name);
        }
        mountsWithout(containersOf(model, pod), volumes, tell);
      }
      for (const server of serversOf(model)) {
        for (const trait of ['init_containers', 'extra_containers'])
          mountsWithout(ofServer(model, server, trait), volumeNames(server), (path, name) =>
            tell(path.slice(0, -2), name),
          );
      }
    },
  },
  {
    id: 'objects/port-twice',
    severity: 'warning',
    tellsOfFields: true,
    title: 'Two ports of a Service with one number or one name',
    effect: 'Kubernetes refuses the Service',
    mend: 'give each a number and a name of its own',
    check: checkPorts,
  },
  {
    id: 'culling/every-over-timeout',
    severity: 'warning',
    title: 'Idle servers are looked for less often than they may be idle',
    effect: 'servers stay for up to both times together',
    mend: (option) => `set ${option('culling.every')} to a part of ${option('culling.timeout')}`,
    check: ({ props: { culling } }, report) => {
      const { enabled, every, timeout } = culling;
      if (!enabled || typeof every !== 'number' || typeof timeout !== 'number' || every <= timeout) return;
      report(
        ['culling', 'every'],
        (option) => `${every} seconds are more than ${option('culling.timeout')}, ${timeout} seconds`,
      );
    },
  },
];
