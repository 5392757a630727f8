import { quotePath } from './python/quote';
import { escapeSlug, pairSlug, safeSlug, SLUG_LENGTH } from './slugs';

/** A server of a user: what a pod is asked for. */
export interface Server {
  readonly user: string;
  /** Empty for the default server. */
  readonly name: string;
}

/** Where the hub runs. */
export interface Surroundings {
  /** The namespace of the hub's pod. */
  readonly namespace: string;
  /** `JupyterHub.base_url`, with a slash at both ends. */
  readonly baseUrl: string;
}

/** Names in templates whose values do not change: by which a user and a server are known. */
export type Names = Readonly<Record<string, string | number>>;

/** The number of a user in the hub's database, which nobody knows before: the first one's. */
const USER_ID = 1;

function safeUserServer(user: string, server: string, { name }: Server, rawUser: string): string {
  if (user.length + server.length + 2 > SLUG_LENGTH) return pairSlug(rawUser, name);
  return name ? `${user}--${server}` : user;
}

/** The fields that templates of KubeSpawner can have, but for those that depend on traits. */
export function namesOf(server: Server, { namespace }: Surroundings): Names {
  const safe = { user: safeSlug(server.user, SLUG_LENGTH), server: server.name && safeSlug(server.name, SLUG_LENGTH) };
  const escaped = { user: escapeSlug(server.user), server: escapeSlug(server.name) };
  return {
    userid: USER_ID,
    unescaped_username: server.user,
    unescaped_servername: server.name,
    hubnamespace: namespace === 'default' ? 'user' : namespace,
    safe_username: safe.user,
    safe_servername: safe.server,
    safe_user_server: safeUserServer(safe.user, safe.server, server, server.user),
    escaped_username: escaped.user,
    escaped_servername: escaped.server,
    escaped_user_server: `${escaped.user}--${escaped.server}`,
  };
}

/** The path that a server is reached by. */
export function serverPath(server: Server, { baseUrl }: Surroundings): string {
  const user = `${baseUrl}user/${quotePath(server.user)}/`;
  return server.name ? `${user}${quotePath(server.name)}/` : user;
}
