import { at, atPath, isTruthy } from './lookup';
import { ValueMap } from '../../chart/value';
import { Path } from '../read/problem';
import { CHART_SCHEMA } from '../../chart/schema/schema';
import { Schema } from '../../chart/schema/types';

type Condition = (values: ValueMap) => boolean;

const isOn =
  (key: string): Condition =>
  (values) =>
    isTruthy(at(values, key));

function hasHttps(values: ValueMap, type: string): boolean {
  return isTruthy(at(values, 'proxy.https.enabled')) && at(values, 'proxy.https.type') === type;
}

/** Whether a pod of its own gets certificates from Let's Encrypt. */
export function hasAutohttps(values: ValueMap): boolean {
  return hasHttps(values, 'letsencrypt') && isTruthy(at(values, 'proxy.https.hosts'));
}

/**
 * Defaults that the chart's schema lets a null take away, and without which its templates then fail: measured with Helm,
 * key by key. A key stands in the group of the option that makes the templates look at it.
 */
const NEEDED: readonly (readonly [keys: string, when?: Condition])[] = [
  [
    `imagePullSecret httpRoute
    hub.config hub.config.JupyterHub hub.image hub.image.pullSecrets hub.networkPolicy hub.db hub.service
    hub.service.ports hub.service.annotations hub.pdb hub.tolerations hub.livenessProbe hub.readinessProbe
    hub.serviceAccount
    proxy.chp proxy.chp.networkPolicy proxy.chp.pdb proxy.chp.tolerations proxy.chp.image proxy.chp.image.pullSecrets
    proxy.chp.livenessProbe proxy.chp.readinessProbe proxy.service proxy.service.nodePorts proxy.https proxy.traefik
    proxy.traefik.pdb proxy.traefik.serviceAccount
    singleuser.networkPolicy singleuser.image singleuser.image.pullSecrets singleuser.initContainers
    singleuser.extraContainers singleuser.extraTolerations singleuser.extraNodeAffinity singleuser.cloudMetadata
    scheduling scheduling.userScheduler scheduling.userScheduler.serviceAccount scheduling.podPriority
    scheduling.userPlaceholder scheduling.corePods scheduling.corePods.tolerations scheduling.corePods.nodeAffinity
    scheduling.userPods scheduling.userPods.tolerations scheduling.userPods.nodeAffinity
    prePuller.extraTolerations prePuller.hook.serviceAccount prePuller.hook.serviceAccountImagePuller
    prePuller.continuous.serviceAccount prePuller.pause prePuller.pause.image`,
  ],
  ['hub.networkPolicy.egressAllowRules', isOn('hub.networkPolicy.enabled')],
  ['hub.db.pvc', (values) => at(values, 'hub.db.type') === 'sqlite-pvc'],
  ['proxy.chp.networkPolicy.egressAllowRules', isOn('proxy.chp.networkPolicy.enabled')],
  [
    `proxy.https.letsencrypt proxy.traefik.networkPolicy proxy.traefik.tolerations proxy.traefik.extraDynamicConfig
    proxy.traefik.extraStaticConfig proxy.traefik.hsts proxy.traefik.image proxy.traefik.image.pullSecrets
    proxy.secretSync proxy.secretSync.image`,
    hasAutohttps,
  ],
  [
    'proxy.traefik.networkPolicy.egressAllowRules',
    (values) => hasAutohttps(values) && isOn('proxy.traefik.networkPolicy.enabled')(values),
  ],
  ['proxy.https.manual', (values) => hasHttps(values, 'manual')],
  ['proxy.https.secret', (values) => hasHttps(values, 'secret')],
  ['singleuser.networkPolicy.egressAllowRules', isOn('singleuser.networkPolicy.enabled')],
  ['singleuser.networkTools singleuser.networkTools.image', isOn('singleuser.cloudMetadata.blockWithIptables')],
  [
    `singleuser.cpu singleuser.memory singleuser.extraResource singleuser.extraPodAffinity
    singleuser.extraPodAntiAffinity scheduling.userPlaceholder.image scheduling.userPlaceholder.image.pullSecrets`,
    isOn('scheduling.userPlaceholder.enabled'),
  ],
  [
    `scheduling.userScheduler.image scheduling.userScheduler.image.pullSecrets scheduling.userScheduler.pdb
    scheduling.userScheduler.tolerations`,
    isOn('scheduling.userScheduler.enabled'),
  ],
  ['prePuller.hook.tolerations prePuller.hook.image prePuller.hook.image.pullSecrets', isOn('prePuller.hook.enabled')],
];

function schemaAt(path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, key) => schema?.keys?.[key], CHART_SCHEMA);
}

const NEEDED_PATHS = NEEDED.map(([keys, when]) => {
  const paths = keys
    .trim()
    .split(/\s+/)
    .map((key) => key.split('.'));
  return { when, paths };
});

/** Tells every default that is gone and that the chart's templates need. */
export function checkNeeds(values: ValueMap, report: (path: Path, schema?: Schema) => void): void {
  for (const { when, paths } of NEEDED_PATHS) {
    if (when && !when(values)) continue;
    for (const path of paths) {
      // Of a map that is gone, its own problem tells enough.
      const isGone = (atPath(values, path) ?? null) === null;
      if (isGone && (atPath(values, path.slice(0, -1)) ?? null) !== null) report(path, schemaAt(path));
    }
  }
}
