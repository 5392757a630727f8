import { mapOf, valueAt } from '../../data/maps';
import { Manifest } from '../../kubernetes/manifest';
import { Change } from '../change';
import { componentOf } from '../../release/labels';
import { canonicalQuantity, quantityInNano } from '../../kubernetes/quantity';
import { containersOf, podOf } from '../../kubernetes/pods';

/** What pods ask the cluster to keep for them. */
export interface Capacity {
  readonly cpu: string;
  readonly memory: string;
}

/** What the hub's own pods and the placeholders of users ask for, before and after. */
export interface CapacityChange {
  readonly what: 'own pods' | 'placeholders';
  readonly before: Capacity;
  readonly after: Capacity;
}

function requested(object: Manifest, resource: string): bigint {
  const replicas = BigInt(Math.max(0, Math.trunc(Number(valueAt(object, ['spec', 'replicas']) ?? 1)) || 0));
  const all = containersOf(podOf(object)).map((container) => {
    const { requests, limits } = mapOf(container.resources);
    return quantityInNano(mapOf(requests)[resource] ?? mapOf(limits)[resource]) ?? 0n;
  });
  return replicas * all.reduce((sum, one) => sum + one, 0n);
}

const BILLION = 1_000_000_000n;

/** Bytes in the largest unit of 1024 in which little is lost. */
function bytes(nano: bigint): string {
  const count = nano / BILLION;
  const mebi = 1024n * 1024n;
  if (count < mebi) return String(count);
  return count >= 10n * 1024n * mebi
    ? `${(count + 512n * mebi) / (1024n * mebi)}Gi`
    : `${(count + mebi / 2n) / mebi}Mi`;
}

function sum(objects: readonly Manifest[]): Capacity {
  const of = (resource: string) => objects.reduce((all, object) => all + requested(object, resource), 0n);
  const millis = of('cpu') / 1_000_000n;
  return { cpu: String(canonicalQuantity(`${millis}m`)), memory: bytes(of('memory')) };
}

const isPlaceholder = (object: Manifest) => componentOf(object) === 'user-placeholder';

/** What is asked for in sum, where that changes. */
export function capacityChanges(objects: readonly Change[]): readonly CapacityChange[] {
  const kinds = ['Deployment', 'StatefulSet'];
  const sides = [objects.flatMap(({ before }) => before ?? []), objects.flatMap(({ after }) => after ?? [])].map(
    (all) => all.filter(({ kind }) => kinds.includes(kind)),
  );
  const of = (what: CapacityChange['what'], isMember: (object: Manifest) => boolean): CapacityChange => {
    const [before, after] = sides.map((all) => sum(all.filter(isMember)));
    return { what, before, after };
  };
  return [of('own pods', (object) => !isPlaceholder(object)), of('placeholders', isPlaceholder)].filter(
    ({ before, after }) => before.cpu !== after.cpu || before.memory !== after.memory,
  );
}
