import { entriesOf, isMap, Path } from '../data/maps';
import { quantity } from '../kubernetes/quantity';
import { at, mapsOf, show } from './lookup';
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

function checkResources(resources: unknown, path: Path, report: Report): void {
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
      const { value } = toleration;
      if (typeof value === 'boolean' || typeof value === 'number') {
        report([...here, 'value'], `must be a string, but is ${show(value)}`, {
          mend: `write ${JSON.stringify(String(value))}`,
        });
      }
    }
  }
}

/** Strings and quantities as Kubernetes takes them. */
export const KUBERNETES_RULES: readonly Rule[] = [
  {
    id: 'kubernetes/resources',
    severity: 'error',
    title: 'A limit that is below the request',
    effect: 'Kubernetes refuses the workload',
    mend: '',
    check: ({ props }, report) => {
      for (const path of RESOURCES) if (isMap(at(props, path))) checkResources(at(props, path), path, report);
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
    title: 'A toleration whose value is no string',
    effect: 'Kubernetes refuses the pod',
    mend: '',
    check: checkTolerations,
  },
];
