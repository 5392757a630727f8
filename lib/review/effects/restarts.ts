import { mapOf, valueAt } from '../../data/maps';
import { Manifest } from '../../kubernetes/manifest';
import { Change, isUpdate, nameOf } from '../change';
import { Difference, differences } from '../stored/difference';
import { storedTemplate } from '../stored/pod-template';
import { quantityInNano } from '../../kubernetes/quantity';
import { refusalsOf } from './refused';

/** A workload whose running pods are replaced. */
export interface Restart {
  readonly object: string;
  /** What in the template of the pods has changed. */
  readonly causes: readonly Difference[];
}

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'];
const QUANTITIES = ['limits', 'requests', 'sizeLimit', 'divisor', 'overhead'];

/** The same quantity, written in another way: a StatefulSet takes that for another revision, others for no change. */
function isOtherSpelling({ path, before, after }: Difference): boolean {
  if (!path.some((key) => QUANTITIES.includes(String(key)))) return false;
  const [old, now] = [quantityInNano(before), quantityInNano(after)];
  return old !== undefined && old === now;
}

/** Where the pods of two versions of a workload differ, as its controller compares them. */
export function templateDifferences(before: Manifest, after: Manifest): readonly Difference[] {
  const [old, now] = [before, after].map((one) => storedTemplate(mapOf(valueAt(one, ['spec', 'template']))));
  const found = differences(old, now);
  return after.kind === 'StatefulSet' ? found : found.filter((one) => !isOtherSpelling(one));
}

const count = (workload: Manifest) => Number(valueAt(workload, ['spec', 'replicas']) ?? 1);

/** Whether the controller leaves pods as they are, whatever has changed. */
function keepsPods(before: Manifest, after: Manifest): boolean {
  const at = (...path: string[]) => valueAt(after, ['spec', ...path]);
  if (after.kind === 'Deployment') return at('paused') === true || count(before) === 0 || count(after) === 0;
  if (at('updateStrategy', 'type') === 'OnDelete') return true;
  if (after.kind === 'DaemonSet') return false;
  const running = Math.min(count(before), count(after));
  return running <= Number(at('updateStrategy', 'rollingUpdate', 'partition') ?? 0);
}

/** The restart of a workload that a change leads to, if it does. */
export function restartOf(change: Change): Restart | undefined {
  if (!isUpdate(change) || !WORKLOADS.includes(change.after.kind)) return undefined;
  if (keepsPods(change.before, change.after) || refusalsOf(change).length) return undefined;
  const causes = templateDifferences(change.before, change.after);
  return causes.length ? { object: nameOf(change.after), causes } : undefined;
}
