import { entriesOf, isMap, mapOf, nonEmpty, Path } from '../data/maps';
import { quantity } from '../kubernetes/quantity';
import { at, show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';
import { pathOf, serversOf } from './servers';

const BUDGETS: readonly (readonly [budget: Path, workload: string])[] = [
  [['hub', 'pdb'], 'the hub'],
  [['proxy', 'chp', 'pdb'], 'the proxy'],
  [['proxy', 'traefik', 'pdb'], 'traefik'],
];

/** Components of which there is one pod: where it has to stay available, no node is ever drained of it. */
function checkBudgets({ props }: Model, report: Report): void {
  for (const [path, workload] of BUDGETS) {
    const { enabled, minAvailable, maxUnavailable } = mapOf(at(props, path));
    const blocks = nonEmpty(maxUnavailable) === undefined ? minAvailable === 1 || minAvailable === '100%' : false;
    if (enabled === true && (blocks || maxUnavailable === 0))
      report(path, `allows none of the pods of ${workload} to be gone, and there is one`);
  }
}

/** File systems of the network, as classes of storage are called by them. */
const NETWORK_FILES = /(^|[^a-z])(nfs|efs|azurefile|cephfs|filestore|smb|cifs|glusterfs)([^a-z]|$)/i;

function checkDatabase({ props }: Model, report: Report): void {
  const { type, pvc } = props.hub.db;
  const { storageClassName } = pvc;
  if (type !== 'sqlite-pvc' || typeof storageClassName !== 'string' || !NETWORK_FILES.test(storageClassName)) return;
  report(['hub', 'db', 'pvc', 'storageClassName'], `${show(storageClassName)} is a file system of the network`);
}

const POLICIES: readonly Path[] = [
  ['hub', 'networkPolicy'],
  ['proxy', 'chp', 'networkPolicy'],
  ['proxy', 'traefik', 'networkPolicy'],
  ['spawner', 'networkPolicy'],
];

/** Rules that let a pod ask for names, each by itself. */
const NAMES = ['dnsPortsCloudMetadataServer', 'dnsPortsKubeSystemNamespace', 'dnsPortsPrivateIPs', 'privateIPs'];

function opensNames(rule: unknown): boolean {
  const ports = entriesOf(at(rule, ['ports']), []);
  return !ports.length || ports.some(([, port]) => [53, '53', 'dns', 'domain'].includes(mapOf(port).port as number));
}

function checkNames({ props }: Model, report: Report): void {
  for (const path of POLICIES) {
    const { enabled, egress, egressAllowRules } = mapOf(at(props, path));
    if (enabled !== true) continue;
    const isOpen = NAMES.some((rule) => mapOf(egressAllowRules)[rule] === true);
    if (isOpen || entriesOf(egress, []).some(([, rule]) => opensNames(rule))) continue;
    report([...path, 'egressAllowRules'], 'and egress open no port for DNS');
  }
}

/** Whether an image is given by a tag that moves, or by none. */
function isMoving(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return !name.includes('@') && (!name.includes(':') || name.endsWith(':latest'));
}

function checkImages(model: Model, report: Report): void {
  for (const server of serversOf(model)) {
    const image = server.of ? server.own?.image : server.traits.image;
    if (typeof image !== 'string' || !isMoving(image) || image.includes('{')) continue;
    report(pathOf(model, server, 'image'), `${show(image)} is another image tomorrow`);
  }
}

function checkExposure({ props }: Model, report: Report): void {
  const { ingress, httpRoute, service } = props.proxy.exposure;
  if (service.type !== 'LoadBalancer' || isInternal(service.annotations)) return;
  for (const [name, on] of Object.entries({ ingress: ingress.enabled, httpRoute: httpRoute.enabled })) {
    if (on === true) report(['proxy', 'exposure', name], 'leads to a Service that is a load balancer of its own');
  }
}

/** Whether annotations of a cloud keep a load balancer within the network. */
function isInternal(annotations: unknown): boolean {
  return entriesOf(annotations, []).some(([, value, key]) =>
    /internal|scheme|private/i.test(`${key}=${String(value)}`),
  );
}

/** Less memory than Node.js takes for a proxy that does nothing. */
const PROXY_MEMORY = 64 * 2 ** 20;

function checkProxyMemory({ props }: Model, report: Report): void {
  const path = ['proxy', 'chp', 'resources', 'limits', 'memory'];
  const limit = quantity(at(props, path));
  if (limit !== undefined && limit < PROXY_MEMORY)
    report(path, `${show(at(props, path))} is less than the proxy takes`);
}

function checkSpawnLimit({ props }: Model, report: Report): void {
  const { userPlaceholder } = props.scheduling;
  const limit = props.hub.concurrentSpawnLimit;
  if (!userPlaceholder.enabled || typeof limit !== 'number' || limit === 0) return;
  const { replicas } = userPlaceholder;
  if (typeof replicas === 'number' && replicas > limit)
    report(
      ['hub', 'concurrentSpawnLimit'],
      (option) => `is ${limit}, and ${option('scheduling.userPlaceholder.replicas')} ${replicas}`,
    );
}

/** A limit so far above what is guaranteed that a node cannot hold what its users may take. */
const OVERCOMMITMENT = 16;

function checkOvercommitment(model: Model, report: Report): void {
  for (const server of serversOf(model)) {
    if (server.of && !isMap(server.own)) continue;
    const own = server.of ? mapOf(server.own) : server.traits;
    if (own.mem_limit === undefined && own.mem_guarantee === undefined) continue;
    const [least, most] = ['mem_guarantee', 'mem_limit'].map((trait) => bytes(server.traits[trait]));
    if (least && most && most >= least * OVERCOMMITMENT)
      report(pathOf(model, server, 'mem_limit'), `is ${Math.round(most / least)} times what is guaranteed`);
  }
}

function bytes(value: unknown): number | undefined {
  return quantity(typeof value === 'string' ? value.replace(/([KMGT])$/, '$1i') : value);
}

/** What works until nodes are drained, many come at once, or somebody looks. */
export const OPERATION_RULES: readonly Rule[] = [
  {
    id: 'operations/budget-blocks-drains',
    severity: 'warning',
    title: 'A PodDisruptionBudget that lets no node be drained',
    effect: 'draining the node of the pod never ends, an upgrade of the cluster neither',
    mend: 'set minAvailable to null and maxUnavailable to 1, or enabled to false',
    check: checkBudgets,
  },
  {
    id: 'database/sqlite-on-network-files',
    severity: 'warning',
    title: 'SQLite on a file system of the network',
    effect: 'locks do not hold there: the database is locked or breaks',
    mend: 'take a class of block storage, or another database',
    check: checkDatabase,
  },
  {
    id: 'network/no-names',
    severity: 'warning',
    title: 'Egress rules that cut off DNS',
    effect: 'no name is resolved, so nothing is reached by its name',
    mend: 'set dnsPortsKubeSystemNamespace to true, or open port 53 in egress',
    check: checkNames,
  },
  {
    id: 'exposure/two-entrances',
    severity: 'warning',
    title: 'An Ingress or a route beside a load balancer',
    effect: 'the hub is open to the internet past the Ingress and its TLS',
    mend: (option) => `set ${option('proxy.exposure.service.type')} to ClusterIP`,
    check: checkExposure,
  },
  {
    id: 'proxy/memory',
    severity: 'warning',
    title: 'A limit of memory below what the proxy takes',
    effect: 'the proxy is killed again and again: nobody reaches anything',
    mend: 'give it 512Mi',
    check: checkProxyMemory,
  },
  {
    id: 'operations/spawn-limit',
    severity: 'note',
    title: 'More users expected at once than may start a server at once',
    effect: 'JupyterHub answers the others with 429, too many users trying to log in',
    mend: 'raise the limit',
    check: checkSpawnLimit,
  },
  {
    id: 'operations/overcommitment',
    severity: 'note',
    title: 'A limit of memory far above the guarantee',
    effect: 'nodes are filled by guarantees: servers are killed long before they reach their limit',
    mend: 'raise the guarantee, or lower the limit',
    check: checkOvercommitment,
  },
  {
    id: 'images/moving-tag',
    severity: 'note',
    title: 'An image by a tag that moves',
    effect: 'which one users get depends on the day and the node',
    mend: 'name a tag that stays, or a digest',
    check: checkImages,
  },
];
