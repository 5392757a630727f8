/** Options of the hub that are one trait each, by class and name of the trait. */
export const HUB_TRAITS: readonly (readonly [option: string, section: string, trait: string])[] = [
  ['activeServerLimit', 'JupyterHub', 'active_server_limit'],
  ['allowNamedServers', 'JupyterHub', 'allow_named_servers'],
  ['authenticatePrometheus', 'JupyterHub', 'authenticate_prometheus'],
  ['baseUrl', 'JupyterHub', 'base_url'],
  ['concurrentSpawnLimit', 'JupyterHub', 'concurrent_spawn_limit'],
  ['consecutiveFailureLimit', 'Spawner', 'consecutive_failure_limit'],
  ['loadRoles', 'JupyterHub', 'load_roles'],
  ['namedServerLimitPerUser', 'JupyterHub', 'named_server_limit_per_user'],
  ['redirectToServer', 'JupyterHub', 'redirect_to_server'],
  ['services', 'JupyterHub', 'services'],
  ['shutdownOnLogout', 'JupyterHub', 'shutdown_on_logout'],
  ['templatePaths', 'JupyterHub', 'template_paths'],
  ['templateVars', 'JupyterHub', 'template_vars'],
];
