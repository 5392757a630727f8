import { hubManifests } from './hub/manifests';
import {
  continuousImagePullerManifests,
  hookImagePullerManifests,
  imagePullerPriorityClass,
} from './image-puller/manifests';
import { imagePullSecretManifests } from './image-puller/image-pull-secret';
import { Installation } from './installation';
import { Manifest, withoutNulls } from './kubernetes/manifest';
import { secretPaths } from './kubernetes/secrets';
import { httpRouteManifests, ingressManifests } from './network/manifests';
import { autohttpsManifests } from './proxy/autohttps';
import { chpManifests } from './proxy/chp';
import { proxyServices } from './proxy/services';
import { defaultPriorityClass } from './scheduling/priority-classes';
import { userPlaceholderManifests } from './scheduling/user-placeholder';
import { userSchedulerManifests } from './scheduling/user-scheduler';
import { spawnerManifests } from './spawner/manifests';

/** Every object of an installation, component by component. */
function allManifests(installation: Installation): Manifest[] {
  const manifests = [
    ...imagePullSecretManifests(installation),
    ...hubManifests(installation),
    ...autohttpsManifests(installation),
    ...chpManifests(installation),
    ...proxyServices(installation),
    ...spawnerManifests(installation),
    ...defaultPriorityClass(installation),
    ...userSchedulerManifests(installation),
    ...userPlaceholderManifests(installation),
    ...imagePullerPriorityClass(installation),
    ...continuousImagePullerManifests(installation),
    ...hookImagePullerManifests(installation),
    ...ingressManifests(installation),
    ...httpRouteManifests(installation),
  ];
  return lastOfEach(manifests.map((manifest) => withoutNulls(manifest)));
}

/** Components may be told to share a name, a ServiceAccount's for example: then there is one object, the last one's. */
function lastOfEach(manifests: Manifest[]): Manifest[] {
  const byName = new Map(manifests.map((manifest) => [`${manifest.kind}/${manifest.metadata.name}`, manifest]));
  return manifests.filter((manifest) => byName.get(`${manifest.kind}/${manifest.metadata.name}`) === manifest);
}

/** Whether a manifest holds secrets that were given at synth. */
export function holdsLiterals(manifest: Manifest): boolean {
  return manifest.kind === 'Secret' && (manifest.data !== undefined || manifest.stringData !== undefined);
}

/**
 * Every object of an installation.
 * @throws if a secret would be readable in an object that is not a Secret
 */
export function checkedManifests(installation: Installation): Manifest[] {
  const manifests = allManifests(installation);
  const exposed = manifests.flatMap((manifest) =>
    secretPaths(manifest).map((path) => `${manifest.kind} ${manifest.metadata.name}: ${path}`),
  );
  if (!exposed.length) return manifests;
  throw new Error(exposed.map((place) => `${place}: a secret would be readable here, as this is no Secret`).join('\n'));
}
