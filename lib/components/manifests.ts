import { inSyncOrder } from './argo-cd';
import { hubManifests } from './hub/manifests';
import { imagePullSecretManifests } from './image-puller/image-pull-secret';
import {
  continuousImagePullerManifests,
  hookImagePullerManifests,
  imagePullerPriorityClass,
} from './image-puller/manifests';
import { Installation } from '../release/installation';
import { Manifest } from '../kubernetes/manifest';
import { withoutNulls } from '../data/maps';
import { secretPaths } from '../secrets/secrets';
import { partOf } from './parts';
import { httpRouteManifests, ingressManifests } from './proxy/routes';
import { autohttpsManifests } from './proxy/autohttps';
import { chpManifests } from './proxy/chp';
import { proxyServices } from './proxy/services';
import { defaultPriorityClass } from './scheduling/priority-classes';
import { userPlaceholderManifests } from './scheduling/user-placeholder';
import { userSchedulerManifests } from './scheduling/user-scheduler';
import { spawnerManifests } from './spawner/manifests';

/** What each component makes, in the order in which all is written. */
const COMPONENTS = {
  hub: [imagePullSecretManifests, hubManifests],
  proxy: [autohttpsManifests, chpManifests, proxyServices, ingressManifests, httpRouteManifests],
  spawner: [spawnerManifests],
  userScheduler: [defaultPriorityClass, userSchedulerManifests],
  userPlaceholder: [userPlaceholderManifests],
  imagePuller: [imagePullerPriorityClass, continuousImagePullerManifests, hookImagePullerManifests],
} as const;

/** A part of an installation that can stand for itself. */
export type ComponentName = keyof typeof COMPONENTS;

const identity = ({ kind, metadata }: Manifest) => `${kind}/${metadata.name}`;

/**
 * The manifests of each component.
 *
 * Components may be told to share a name, a ServiceAccount's for example: then there is one object, the last one's.
 * @throws if a secret would be readable in an object that is not a Secret
 */
export function componentManifests(installation: Installation): Record<ComponentName, Manifest[]> {
  const made = Object.entries(COMPONENTS).map(([component, makers]) => ({
    component,
    manifests: makers
      .flatMap((make) => make(installation))
      .map((manifest) => withoutNulls(manifest))
      .map((manifest) => (installation.props.argoCd ? inSyncOrder(manifest, partOf(manifest)) : manifest)),
  }));
  const all = made.flatMap(({ manifests }) => manifests);
  refuseExposedSecrets(all);
  const last = new Map(all.map((manifest) => [identity(manifest), manifest]));
  const isLast = (manifest: Manifest) => last.get(identity(manifest)) === manifest;
  const entries = made.map(({ component, manifests }) => [component, manifests.filter(isLast)]);
  return Object.fromEntries(entries) as Record<ComponentName, Manifest[]>;
}

function refuseExposedSecrets(manifests: readonly Manifest[]): void {
  const exposed = manifests.flatMap((manifest) =>
    secretPaths(manifest).map((path) => `${manifest.kind} ${manifest.metadata.name}: ${path}`),
  );
  if (!exposed.length) return;
  throw new Error(exposed.map((place) => `${place}: a secret would be readable here, as this is no Secret`).join('\n'));
}
