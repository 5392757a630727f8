import { mergeMaps, Tree } from '../../lib/data/maps';
import { Manifest } from '../../lib/kubernetes/manifest';
import { identityOf } from '../../lib/review/read/manifests';
import { HubReview, Review, reviewManifests } from '../../lib/review/review';

/** An object of the namespace `ns`. */
export function object(kind: string, name: string, fields: Tree = {}, apiVersion = 'v1'): Manifest {
  return mergeMaps({ apiVersion, kind, metadata: { name, namespace: 'ns' } } as Tree, fields) as unknown as Manifest;
}

/** A workload with one container; `pod` goes into its pods' spec, `spec` into its own. */
export function workload(kind = 'Deployment', pod: Tree = {}, spec: Tree = {}): Manifest {
  const labels = { app: 'w' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'img:1' }], ...pod } };
  return object(
    kind,
    'w',
    { spec: mergeMaps({ selector: { matchLabels: labels }, template } as Tree, spec) },
    'apps/v1',
  );
}

function side(manifests: readonly Manifest[]) {
  return new Map(manifests.map((manifest) => [identityOf(manifest), manifest]));
}

export function reviewOf(before: readonly Manifest[], after: readonly Manifest[]): Review {
  return reviewManifests(side(before), side(after));
}

/** What becomes of objects that belong to one hub, or to none. */
export function effectsOf(before: readonly Manifest[], after: readonly Manifest[]): HubReview | undefined {
  return reviewOf(before, after).changed[0];
}
