import { releaseManifests } from '../../lib/components/manifests';
import { isMap, mapValues, mergeMaps, Tree } from '../../lib/data/maps';
import { Manifest } from '../../lib/kubernetes/manifest';
import { decisionsOf } from '../../lib/review/decisions';
import { reviewMarkdown } from '../../lib/review/markdown/markdown';
import { identityOf } from '../../lib/review/read/manifests';
import { HubReview, Review, reviewManifests } from '../../lib/review/review';
import { Installation } from '../../lib/release/installation';
import { propsFromHelmValues } from '../../lib/rules/values';
import { SecretValue } from '../../lib/secrets/secret-value';
import { reveal } from '../../lib/secrets/secrets';

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

/** The manifests of a hub by values of the chart. */
export function hub(values: Tree, release = 'prod'): readonly Manifest[] {
  const props = propsFromHelmValues({ release, namespace: release, values });
  // Through JSON, as what is read from files holds plain data only.
  return JSON.parse(JSON.stringify(releaseManifests(new Installation(props)).map(revealed))) as Manifest[];
}

function revealed(value: unknown): unknown {
  if (value instanceof SecretValue) return reveal(value);
  if (Array.isArray(value)) return value.map(revealed);
  return isMap(value) ? mapValues(value, revealed) : value;
}

/** What is decided about a change of values, as `id: words`. */
export function decisions(before: Tree, after: Tree): string[] {
  const [review] = reviewOf(hub(before), hub(after)).changed;
  if (!review) return [];
  return decisionsOf(review).map(
    ({ id, words }) => `${id}: ${words.map((word) => (typeof word === 'string' ? word : `[${word.quoted}]`)).join('')}`,
  );
}

export function markdown(before: Tree, after: Tree): string {
  return reviewMarkdown(reviewOf(hub(before), hub(after)));
}
