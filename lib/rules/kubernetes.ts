import { isMap, nonEmpty, Path } from '../data/maps';
import { quantity } from '../kubernetes/quantity';
import { at, entriesOf, mapsOf, show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';

const PODS: readonly Path[] = [
  ['hub'],
  ['proxy', 'chp'],
  ['proxy', 'traefik'],
  ['scheduling', 'userScheduler'],
  ['imagePuller', 'hook'],
  ['spawner'],
];

function checkQuantity(value: unknown, path: Path, report: Report): void {
  if (value === undefined || value === null || quantity(value) !== undefined) return;
  report(path, `${show(value)} is no quantity of Kubernetes: a number, with a suffix such as m, k, M, G or Ki, Mi, Gi`);
}

function checkResources(resources: unknown, path: Path, report: Report): void {
  for (const kind of ['requests', 'limits']) {
    for (const [here, value] of entriesOf(at(resources, [kind]), [...path, kind])) checkQuantity(value, here, report);
  }
  for (const [here, value, name] of entriesOf(at(resources, ['limits']), [...path, 'limits'])) {
    const [limit, request] = [quantity(value), quantity(at(resources, ['requests', name]))];
    if (limit !== undefined && request !== undefined && limit < request) {
      report(here, `${show(value)} is below the request of ${show(at(resources, ['requests', name]))}`);
    }
  }
}

const RESOURCES: readonly Path[] = [
  ...PODS.filter(([component]) => component !== 'spawner').map((path) => [...path, 'resources']),
  ['hub', 'secretBootstrap', 'resources'],
  ['spawner', 'networkTools', 'resources'],
  ['imagePuller', 'resources'],
  ['proxy', 'secretSync', 'resources'],
];

function checkSelectors({ props }: Model, report: Report): void {
  for (const pod of PODS) {
    for (const [path, value] of entriesOf(at(props, [...pod, 'nodeSelector']), [...pod, 'nodeSelector'])) {
      if (typeof value === 'boolean' || typeof value === 'number') {
        report(path, `must be a string, but is ${show(value)}`, { mend: `write ${JSON.stringify(String(value))}` });
      }
    }
  }
}

function checkTolerations({ props }: Model, report: Report): void {
  for (const pod of PODS) {
    const path = [...pod, pod[0] === 'spawner' ? 'extraTolerations' : 'tolerations'];
    for (const [here, toleration] of mapsOf(at(props, path), path)) {
      const { value, operator } = toleration;
      if (typeof value === 'boolean' || typeof value === 'number') {
        report([...here, 'value'], `must be a string, but is ${show(value)}`, {
          mend: `write ${JSON.stringify(String(value))}`,
        });
      }
      if (nonEmpty(operator) && !['Exists', 'Equal', 'Lt', 'Gt'].includes(String(operator))) {
        report([...here, 'operator'], `must be Exists or Equal, but is ${show(operator)}`);
      }
    }
  }
}

/** Strings and quantities as Kubernetes takes them. */
export const KUBERNETES_RULES: readonly Rule[] = [
  {
    id: 'kubernetes/resources',
    severity: 'error',
    title: 'Requests and limits that Kubernetes does not take',
    effect: 'Kubernetes refuses the workload',
    mend: '',
    check: ({ props }, report) => {
      for (const path of RESOURCES) if (isMap(at(props, path))) checkResources(at(props, path), path, report);
    },
  },
  {
    id: 'kubernetes/storage',
    severity: 'error',
    title: 'A size of storage that is no quantity',
    effect: 'Kubernetes refuses the claim',
    mend: '',
    check: ({ props }, report) => {
      const { type, capacity } = props.spawner.storage;
      if (type === 'dynamic') checkQuantity(capacity, ['spawner', 'storage', 'capacity'], report);
      if (props.hub.db.type === 'sqlite-pvc')
        checkQuantity(props.hub.db.pvc.storage, ['hub', 'db', 'pvc', 'storage'], report);
    },
  },
  {
    id: 'kubernetes/node-selector',
    severity: 'error',
    title: 'A node selector whose value is no string',
    effect: 'Kubernetes refuses the pod',
    mend: '',
    check: checkSelectors,
  },
  {
    id: 'kubernetes/toleration',
    severity: 'error',
    title: 'A toleration that Kubernetes does not take',
    effect: 'Kubernetes refuses the pod',
    mend: '',
    check: checkTolerations,
  },
];
