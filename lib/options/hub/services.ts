import { hasKey, isMap, Path, Tree } from '../../data/maps';

/** Port of the hub's Service. */
export const HUB_PORT = 8081;

const list = (value: unknown) => (value ?? []) as unknown[];

/** A service that runs beside the hub is reached by the proxy, and by users' servers, at a port of its own. */
function fromHubClients(port: unknown): Tree {
  const matchLabels = { 'hub.jupyter.org/network-access-hub': 'true' };
  return { ports: [{ port }], from: [{ podSelector: { matchLabels } }] };
}

/** The hub's options, in the form of manifests, with all that one of its services asks for: a role, a port and the rule that opens it. */
export function withService(hub: Tree, name: string): Tree {
  const { scopes, port, ...own } = (hub.services as Record<string, Tree>)[name];
  const roles = (hub.loadRoles ?? {}) as Tree;
  const { service, networkPolicy } = hub as Record<string, Tree | undefined>;
  return {
    ...hub,
    services: { ...(hub.services as Tree), [name]: own },
    ...(scopes !== undefined && { loadRoles: { ...roles, [name]: { scopes, services: [name] } } }),
    ...(port !== undefined && {
      service: { ...service, extraPorts: [...list(service?.extraPorts), { name, port, targetPort: port }] },
      networkPolicy: { ...networkPolicy, ingress: [...list(networkPolicy?.ingress), fromHubClients(port)] },
    }),
  };
}

/** Services whose scopes, which become a role of the service's name, meet a role of that name. */
export function serviceProblems({ services, loadRoles }: Tree): { path: Path; message: string }[] {
  if (!isMap(services) || !isMap(loadRoles)) return [];
  const both = Object.entries(services).filter(
    ([name, own]) => isMap(own) && own.scopes !== undefined && hasKey(loadRoles, name),
  );
  return both.map(([name]) => ({
    path: ['services', name, 'scopes'],
    message: `there is a role ${name} already, which says what the service may do`,
  }));
}
