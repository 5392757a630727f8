import { isValueMap, Value } from '../../chart/value';

/** Keys of earlier versions of the chart, and what stands in their place. */
const REMOVED: Readonly<Record<string, string>> = {
  // Until 0.11
  auth: 'hub.config, by class names (hub.config.JupyterHub.authenticator_class and the like)',
  'auth.type': 'hub.config.JupyterHub.authenticator_class',
  'auth.admin.access': 'hub.config.JupyterHub.admin_access',
  'auth.admin.users': 'hub.config.Authenticator.admin_users',
  'auth.whitelist': 'hub.config.Authenticator.allowed_users',
  'auth.allowlist': 'hub.config.Authenticator.allowed_users',
  'auth.allowedUsers': 'hub.config.Authenticator.allowed_users',
  'auth.blacklist': 'hub.config.Authenticator.blocked_users',
  'auth.scopes': 'the trait scope of the class, such as hub.config.GitHubOAuthenticator.scope',
  'auth.state.enabled': 'hub.config.Authenticator.enable_auth_state',
  'auth.state.cryptoKey': 'hub.config.CryptKeeper.keys',
  'auth.dummy': 'hub.config.DummyAuthenticator',
  'auth.hmac': 'hub.config.HMACAuthenticator',
  'auth.ldap': 'hub.config.LDAPAuthenticator',
  'auth.lti': 'hub.config.LTI11Authenticator',
  'auth.google': 'hub.config.GoogleOAuthenticator',
  'auth.github': 'hub.config.GitHubOAuthenticator',
  'auth.gitlab': 'hub.config.GitLabOAuthenticator',
  'auth.cilogon': 'hub.config.CILogonOAuthenticator',
  'auth.globus': 'hub.config.GlobusOAuthenticator',
  'auth.azuread': 'hub.config.AzureAdOAuthenticator',
  'auth.bitbucket': 'hub.config.BitbucketOAuthenticator',
  'auth.mediawiki': 'hub.config.MWOAuthenticator',
  'auth.openshift': 'hub.config.OpenShiftOAuthenticator',
  'auth.auth0': 'hub.config.Auth0OAuthenticator',
  'auth.generic': 'hub.config.GenericOAuthenticator',
  'auth.custom': 'hub.config, under the name of the class',
  'hub.extraConfigMap': 'custom',
  'hub.imagePullPolicy': 'hub.image.pullPolicy',
  'hub.imagePullSecret': 'imagePullSecret, or hub.image.pullSecrets for one that exists',
  'hub.uid': 'hub.containerSecurityContext.runAsUser',
  'hub.admin': 'hub.config.Authenticator.admin_users',
  'hub.publicURL': 'hub.config.JupyterHub.public_url',
  'hub.publicUrl': 'hub.config.JupyterHub.public_url',
  'singleuser.imagePullPolicy': 'singleuser.image.pullPolicy',
  'singleuser.imagePullSecret': 'imagePullSecret, or singleuser.image.pullSecrets for one that exists',
  'singleuser.schedulerStrategy': 'scheduling.userScheduler',
  'singleuser.storage.class': 'singleuser.storage.dynamic.storageClass',
  'singleuser.storage.homeMountPathTemplate': 'singleuser.storage.homeMountPath',
  'proxy.containerSecurityContext': 'proxy.chp.containerSecurityContext',
  'proxy.extraCommandLineFlags': 'proxy.chp.extraCommandLineFlags',
  'proxy.extraEnv': 'proxy.chp.extraEnv',
  'proxy.networkPolicy': 'proxy.chp.networkPolicy',
  'proxy.nodeSelector': 'proxy.chp.nodeSelector and proxy.traefik.nodeSelector',
  'proxy.pdb': 'proxy.chp.pdb and proxy.traefik.pdb',
  'proxy.resources': 'proxy.chp.resources and proxy.traefik.resources',
  'proxy.tolerations': 'proxy.chp.tolerations and proxy.traefik.tolerations',
  'proxy.autohttps': 'proxy.traefik',
  'proxy.nginx': 'proxy.traefik',
  'proxy.lego': 'proxy.https.letsencrypt',
  'proxy.https.letsencrypt.email': 'proxy.https.letsencrypt.contactEmail',
  'scheduling.userScheduler.plugin': 'scheduling.userScheduler.plugins',
  'scheduling.userScheduler.policy': 'scheduling.userScheduler.plugins and pluginConfig',
  'prePuller.enabled': 'prePuller.hook.enabled and prePuller.continuous.enabled',
  'prePuller.continuous.image': 'prePuller.pause.image',
  // Until 1.0
  'singleuser.cloudMetadata.enabled': 'singleuser.cloudMetadata.blockWithIptables, with the opposite value',
  // Until 2.0
  'hub.fsGid': 'hub.podSecurityContext.fsGroup',
  'rbac.enabled':
    'rbac.create, and serviceAccount.create of hub, proxy.traefik, scheduling.userScheduler and prePuller.hook',
};

/** What stands in the place of a removed key; undefined for a key that never was. */
export function replacement(key: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(REMOVED, key) ? REMOVED[key] : undefined;
}

/** The removed keys in a removed map of which it is known what replaced each; the map itself where none is. */
export function removedKeys(key: string, value: Value): string[] {
  if (!isValueMap(value)) return [key];
  const below = Object.keys(value).map((child) => `${key}.${child}`);
  const known = below.flatMap((child) =>
    Object.keys(REMOVED).some((removed) => removed === child || removed.startsWith(`${child}.`))
      ? removedKeys(child, value[child.slice(key.length + 1)])
      : [],
  );
  const named = known.filter((child) => replacement(child) !== undefined);
  return named.length ? named : [key];
}
