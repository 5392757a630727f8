import { at, entriesAt, itemsAt, Report } from './lookup';
import { Value, ValueMap } from '../../chart/value';
import { Path } from '../read/problem';

/** A host name as an Ingress takes it. */
const HOST = /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const BUDGETS = ['hub.pdb', 'proxy.chp.pdb', 'proxy.traefik.pdb', 'scheduling.userScheduler.pdb'];
const FAMILY_POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];

function warnOfHosts(values: ValueMap, report: Report): void {
  if (at(values, 'ingress.enabled') !== true) return;
  const ofTls = itemsAt(values, 'ingress.tls').flatMap(([path, item]) =>
    itemsAt(item, 'hosts').map(([rest, host]): [Path, Value] => [[...path, ...rest], host]),
  );
  for (const [path, host] of [...itemsAt(values, 'ingress.hosts'), ...ofTls]) {
    if (typeof host !== 'string' || host === '' || HOST.test(host)) continue;
    report(
      path,
      `"${host}" is no host name, so Kubernetes refuses the Ingress: lower-case letters, digits, - and . are allowed`,
    );
  }
}

function warnOfBudgets(values: ValueMap, report: Report): void {
  for (const key of BUDGETS) {
    const [least, most] = ['minAvailable', 'maxUnavailable'].map((name) => at(values, `${key}.${name}`) ?? undefined);
    if (at(values, `${key}.enabled`) !== true || least === undefined || most === undefined) continue;
    report(
      [...key.split('.'), 'maxUnavailable'],
      'stands beside minAvailable, so Kubernetes refuses the budget: set one of them to null',
    );
  }
}

/** Files and volumes of the hub, each at a place of its own. */
function warnOfMountsOfHub(values: ValueMap, report: Report): void {
  const files = entriesAt(values, 'hub.extraFiles').map(([path, file]): [Path, Value] => [path, file]);
  const seen = new Set<unknown>();
  for (const [path, mount] of [...files, ...itemsAt(values, 'hub.extraVolumeMounts')]) {
    const place = at(mount, 'mountPath');
    if (place !== undefined && seen.has(place)) {
      report([...path, 'mountPath'], `something is mounted at ${String(place)} already, so Kubernetes refuses the hub`);
    }
    seen.add(place);
  }
}

function warnOfFamilies(values: ValueMap, report: Report): void {
  for (const key of ['hub.service.ipFamilyPolicy', 'proxy.service.ipFamilyPolicy']) {
    const policy = at(values, key);
    if (typeof policy !== 'string' || policy === '' || FAMILY_POLICIES.includes(policy)) continue;
    report(key.split('.'), `"${policy}" is none, so Kubernetes refuses the Service: ${FAMILY_POLICIES.join(', ')} are`);
  }
}

/** What the chart takes, and the cluster refuses, some of it only when everything else is there already. */
export function warnOfRefusals(values: ValueMap, report: Report): void {
  warnOfHosts(values, report);
  warnOfBudgets(values, report);
  warnOfMountsOfHub(values, report);
  warnOfFamilies(values, report);
}
