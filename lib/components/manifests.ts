import { withoutNulls } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';
import { Installation } from '../release/installation';
import { secretPaths } from '../secrets/secrets';
import { inSyncOrder } from './argo-cd';
import { hubObjects } from './hub/manifests';
import { imagePullSecretObjects } from './image-puller/image-pull-secret';
import {
  continuousImagePullerObjects,
  hookImagePullerObjects,
  imagePullerPriorityObjects,
} from './image-puller/manifests';
import { autohttpsObjects } from './proxy/autohttps';
import { chpObjects } from './proxy/chp';
import { httpRouteObjects, ingressObjects } from './proxy/routes';
import { proxyServiceObjects } from './proxy/services';
import { ReleaseObject } from './release-object';
import { defaultPriorityObjects } from './scheduling/priority-classes';
import { userPlaceholderObjects } from './scheduling/user-placeholder';
import { userSchedulerObjects } from './scheduling/user-scheduler';
import { spawnerObjects } from './spawner/manifests';

/** What each component makes, in the order in which all is written. */
const COMPONENTS = {
  hub: [imagePullSecretObjects, hubObjects],
  proxy: [autohttpsObjects, chpObjects, proxyServiceObjects, ingressObjects, httpRouteObjects],
  spawner: [spawnerObjects],
  userScheduler: [defaultPriorityObjects, userSchedulerObjects],
  userPlaceholder: [userPlaceholderObjects],
  imagePuller: [imagePullerPriorityObjects, continuousImagePullerObjects, hookImagePullerObjects],
} as const;

/** A part of an installation that can stand for itself. */
export type ComponentName = keyof typeof COMPONENTS;

/** The objects of each component. */
export type ComponentObjects = Readonly<Record<ComponentName, readonly ReleaseObject[]>>;

const nameOf = ({ manifest: { kind, metadata } }: ReleaseObject) => `${kind}/${metadata.name}`;

/**
 * The objects of each component.
 *
 * Components may be told to share a name, a ServiceAccount's for example: then there is one object, the last one's.
 * @throws if a secret would be readable in an object that is not a Secret
 */
export function componentObjects(installation: Installation): ComponentObjects {
  const made = Object.entries(COMPONENTS).map(([component, makers]) => ({
    component,
    objects: makers
      .flatMap((make) => make(installation))
      .map((object): ReleaseObject => ({ ...object, manifest: withoutNulls(object.manifest) }))
      .map((object) => (installation.props.argoCd ? inSyncOrder(object) : object)),
  }));
  const all = made.flatMap(({ objects }) => objects);
  refuseExposedSecrets(all.map(({ manifest }) => manifest));
  const last = new Map(all.map((object) => [nameOf(object), object]));
  const isLast = (object: ReleaseObject) => last.get(nameOf(object)) === object;
  const entries = made.map(({ component, objects }) => [component, objects.filter(isLast)]);
  return Object.fromEntries(entries) as ComponentObjects;
}

/** All objects of a release. */
export function releaseObjects(installation: Installation): readonly ReleaseObject[] {
  return Object.values(componentObjects(installation)).flat();
}

/** All manifests of a release. */
export function releaseManifests(installation: Installation): readonly Manifest[] {
  return releaseObjects(installation).map(({ manifest }) => manifest);
}

function refuseExposedSecrets(manifests: readonly Manifest[]): void {
  const exposed = manifests.flatMap((manifest) =>
    secretPaths(manifest).map((path) => `${manifest.kind} ${manifest.metadata.name}: ${path}`),
  );
  if (!exposed.length) return;
  throw new Error(exposed.map((place) => `${place}: a secret would be readable here, as this is no Secret`).join('\n'));
}
