import { isClusterScoped } from '../../kubernetes/cluster-scoped';
import { Manifest } from '../../kubernetes/manifest';
import { Change } from '../change';
import { groupOf, namespaceOf } from '../read/manifests';

/** Objects that stay in the cluster until someone deletes them. */
export function leftBehind(changes: readonly Change[]): readonly Manifest[] {
  return changes.flatMap(({ before, after }) => (before && !after ? [before] : []));
}

/** Kinds whose objects take data of others along. */
const HOLDS_DATA = ['PersistentVolumeClaim', 'PersistentVolume', 'Namespace', 'CustomResourceDefinition'];

/** Whether data is lost with an object. */
export function holdsData({ kind }: Manifest): boolean {
  return HOLDS_DATA.includes(kind);
}

/** Groups of kinds that Kubernetes comes with, which are known by their names alone. */
const BUILT_IN =
  /^(|apps|batch|autoscaling|policy|(networking|rbac\.authorization|storage|scheduling|coordination|discovery|node|admissionregistration|apiextensions)\.k8s\.io)$/;

function word(text: string): string {
  return /^[\w.:/-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}

/** The command that deletes objects of one namespace. */
export function deleteCommand(objects: readonly Manifest[]): string {
  const [first] = objects;
  const namespace = isClusterScoped(first.kind) ? '' : ` --namespace ${word(namespaceOf(first))}`;
  const names = objects.map(({ apiVersion, kind, metadata }) => {
    const group = groupOf(apiVersion);
    const type = BUILT_IN.test(group) ? kind : `${kind}.${group}`;
    return word(`${type.toLowerCase()}/${metadata.name}`);
  });
  return `kubectl delete${namespace} ${names.join(' ')}`;
}
