import { Installation } from '../../release/installation';
import { nonEmpty } from '../../data/maps';

const CULLER = 'jupyterhub-idle-culler';

/** The idle culler's share of JupyterHub's configuration: a service that the hub runs, and the role it needs. */
export function cullingTraits({ props }: Installation): { services: unknown[]; roles: unknown[] } {
  const { culling, hub } = props;
  if (!culling.enabled) return { services: [], roles: [] };
  const option = (name: string, value: unknown) => (nonEmpty(value) ? [`--${name}=${String(value)}`] : []);
  const flag = (name: string, on: boolean) => (on ? [`--${name}`] : []);
  const command = [
    'python3',
    '-m',
    'jupyterhub_idle_culler',
    `--url=http://localhost:8081${joinPath(hub.baseUrl, 'hub/api')}`,
    ...option('timeout', culling.timeout),
    ...option('cull-every', culling.every),
    ...option('concurrency', culling.concurrency),
    ...flag('cull-users', culling.users),
    ...(culling.adminUsers ? [] : ['--cull-admin-users=false']),
    ...flag('remove-named-servers', culling.removeNamedServers),
    ...option('max-age', culling.maxAge),
  ];
  const scopes = ['list:users', 'read:users:activity', 'read:servers', 'delete:servers'];
  return {
    services: [{ name: CULLER, command }],
    roles: [{ name: CULLER, scopes: [...scopes, ...(culling.users ? ['admin:users'] : [])], services: [CULLER] }],
  };
}

function joinPath(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path}`;
}
