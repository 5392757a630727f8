import { Data } from '../../support/objects';
import { getJson } from './kubectl';

/** All kinds that a release may have, the whole cluster's included. */
const KINDS = [
  ...['configmap', 'secret', 'service', 'serviceaccount', 'persistentvolumeclaim', 'pod'],
  ...['deployment', 'statefulset', 'daemonset', 'job', 'networkpolicy', 'ingress', 'poddisruptionbudget'],
  ...['role', 'rolebinding', 'clusterrole', 'clusterrolebinding', 'priorityclass'],
];

/** What the server counts and notes by itself. */
const NOTES = ['resourceVersion', 'managedFields', 'generation'];

/** The objects of a release, users' pods and claims too, by `Kind/name`, without their state. */
export async function inventory(release: string): Promise<Record<string, Data>> {
  const { items } = await getJson(KINDS.join(','), '--namespace', release, '--selector', `release=${release}`);
  const entries = items.map(({ metadata, status: _, ...object }: Data) => {
    const lasting = Object.entries(metadata).filter(([key]) => !NOTES.includes(key));
    return [`${object.kind}/${metadata.name}`, { ...object, metadata: Object.fromEntries(lasting) }];
  });
  return Object.fromEntries(entries);
}

/** Those of a kind, or of several. */
export function ofKind(objects: Record<string, Data>, ...kinds: string[]): Record<string, Data> {
  return Object.fromEntries(Object.entries(objects).filter(([, { kind }]) => kinds.includes(kind)));
}

/** How often each Deployment's pods have been made anew: the number of its revision. */
export function revisions(objects: Record<string, Data>): Record<string, number> {
  const entries = Object.values(ofKind(objects, 'Deployment')).map(({ metadata }) => [
    metadata.name,
    Number(metadata.annotations['deployment.kubernetes.io/revision']),
  ]);
  return Object.fromEntries(entries);
}
