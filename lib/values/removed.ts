/** Keys of earlier versions of the chart, and what stands in their place. */
const REMOVED: Readonly<Record<string, string>> = {
  auth: 'hub.config, by the class names of the authenticator (hub.config.JupyterHub.authenticator_class and the like)',
  'hub.fsGid': 'hub.podSecurityContext.fsGroup',
  'hub.uid': 'hub.containerSecurityContext.runAsUser',
  'hub.extraConfigMap': 'custom',
  'hub.imagePullPolicy': 'hub.image.pullPolicy',
  'hub.imagePullSecret': 'imagePullSecret',
  'hub.publicURL': 'hub.config.JupyterHub.public_url',
  'hub.admin': 'hub.config.Authenticator.admin_users',
  'rbac.enabled':
    'rbac.create, and serviceAccount.create of hub, proxy.traefik, scheduling.userScheduler and prePuller.hook',
  'singleuser.cloudMetadata.enabled': 'singleuser.cloudMetadata.blockWithIptables, with the opposite value',
  'singleuser.imagePullSecret': 'imagePullSecret',
  'singleuser.schedulerStrategy': 'scheduling.userScheduler',
  'singleuser.storage.homeMountPathTemplate': 'singleuser.storage.homeMountPath',
  'proxy.containerSecurityContext': 'proxy.chp.containerSecurityContext',
  'proxy.networkPolicy': 'proxy.chp.networkPolicy',
  'proxy.nodeSelector': 'proxy.chp.nodeSelector and proxy.traefik.nodeSelector',
  'proxy.tolerations': 'proxy.chp.tolerations and proxy.traefik.tolerations',
  'proxy.pdb': 'proxy.chp.pdb and proxy.traefik.pdb',
  'proxy.autohttps': 'proxy.traefik',
  'proxy.nginx': 'proxy.traefik',
  'proxy.lego': 'proxy.https.letsencrypt',
  'proxy.https.letsencrypt.email': 'proxy.https.letsencrypt.contactEmail',
  'scheduling.userScheduler.plugin': 'scheduling.userScheduler.plugins',
  'scheduling.userScheduler.policy': 'scheduling.userScheduler.plugins and pluginConfig',
  'prePuller.continuous.image': 'prePuller.pause.image',
  'cull.maxage': 'cull.maxAge',
};

/** What stands in the place of a removed key; undefined for a key that never was. */
export function replacement(key: string): string | undefined {
  return REMOVED[key];
}
