import { isMap, Tree } from '../data/maps';
import { isTrue } from './python/text';
import { SpawnError } from './spawn-error';
import { Spawner } from './spawner';

function integer(value: unknown, trait: string): number {
  const number = typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number === 'boolean') return Number(number);
  if (typeof number !== 'number') throw new SpawnError(`must be an integer, got ${JSON.stringify(value)}`, [trait]);
  return Math.trunc(number);
}

/** The fields of a security context with the trait's own, which have to be named as in Kubernetes. */
function withOwn(fields: Tree, spawner: Spawner, trait: string): Tree | undefined {
  const own = spawner.get(trait);
  const wrong = isMap(own) ? Object.keys(own).find((key) => key.includes('_')) : undefined;
  if (wrong !== undefined) throw new SpawnError('must be named as in Kubernetes', [trait, wrong]);
  const all = { ...fields, ...(isMap(own) && own) };
  return Object.keys(all).length ? all : undefined;
}

/** The security context of a pod. */
export function podSecurityContext(spawner: Spawner): Tree | undefined {
  const [group, groups] = [spawner.get('fs_gid'), spawner.get('supplemental_gids')];
  const fields: Tree = {};
  if (group !== null) fields.fsGroup = integer(group, 'fs_gid');
  if (isTrue(groups)) fields.supplementalGroups = (groups as unknown[]).map((id) => integer(id, 'supplemental_gids'));
  return withOwn(fields, spawner, 'pod_security_context');
}

/** The security context of a server's container. */
export function containerSecurityContext(spawner: Spawner): Tree | undefined {
  const [user, group] = [spawner.get('uid'), spawner.get('gid')];
  const escalation = spawner.get('allow_privilege_escalation');
  const fields: Tree = {};
  if (user !== null) fields.runAsUser = integer(user, 'uid');
  if (group !== null) fields.runAsGroup = integer(group, 'gid');
  if (spawner.get('privileged')) fields.privileged = true;
  if (escalation !== null) fields.allowPrivilegeEscalation = escalation;
  return withOwn(fields, spawner, 'container_security_context');
}
