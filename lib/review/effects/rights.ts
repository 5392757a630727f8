import { isMap, listOf, mapsIn, Tree } from '../../data/maps';
import { Manifest } from '../../kubernetes/manifest';
import { Change } from '../change';
import { namespaceOf } from '../read/manifests';

/** What a subject may do that it could not do before, and the other way round. */
export interface RightsChange {
  /** `ServiceAccount ns/name`, `User name`, `Group name`. */
  readonly subject: string;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** A rule as single rights, `get pods`; those of one object by its name, and of the API's paths by them. */
function rightsOf(rule: Tree): string[] {
  const names = listOf(rule.resourceNames).map(String);
  const resources = listOf(rule.resources).flatMap((resource) =>
    listOf(rule.apiGroups).map((group) => (group === '' ? String(resource) : `${String(resource)}.${String(group)}`)),
  );
  const objects = names.length
    ? resources.flatMap((resource) => names.map((name) => `${resource}/${name}`))
    : resources;
  const targets = [...objects, ...listOf(rule.nonResourceURLs).map(String)];
  return listOf(rule.verbs).flatMap((verb) => targets.map((target) => `${String(verb)} ${target}`));
}

function subjectOf({ kind, name, namespace }: Tree, binding: Manifest): string {
  if (kind !== 'ServiceAccount') return `${String(kind)} ${String(name)}`;
  return `ServiceAccount ${String(namespace ?? namespaceOf(binding))}/${String(name)}`;
}

/** Rights of each subject by the bindings and roles of one side. Roles that are not among them are named. */
function rightsBySubject(objects: readonly Manifest[]): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map(
    objects
      .filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole')
      .map((role) => [`${role.kind} ${namespaceOf(role)}/${role.metadata.name}`, mapsIn(role.rules).flatMap(rightsOf)]),
  );
  const found = new Map<string, Set<string>>();
  for (const binding of objects) {
    if (binding.kind !== 'RoleBinding' && binding.kind !== 'ClusterRoleBinding') continue;
    const ref = isMap(binding.roleRef) ? binding.roleRef : {};
    const namespace = ref.kind === 'ClusterRole' ? '' : namespaceOf(binding);
    const rights = roles.get(`${String(ref.kind)} ${namespace}/${String(ref.name)}`) ?? [
      `all that the ${String(ref.kind)} ${String(ref.name)} allows`,
    ];
    const scope = binding.kind === 'ClusterRoleBinding' ? 'in all namespaces' : `in ${namespaceOf(binding)}`;
    for (const subject of mapsIn(binding.subjects).map((one) => subjectOf(one, binding))) {
      const own = found.get(subject) ?? new Set<string>();
      for (const right of rights) own.add(`${right} ${scope}`);
      found.set(subject, own);
    }
  }
  return found;
}

/** Rights that subjects gain and lose. */
export function rightsChanges(objects: readonly Change[]): readonly RightsChange[] {
  const side = (pick: (change: Change) => Manifest | undefined) =>
    rightsBySubject(objects.flatMap((change) => pick(change) ?? []));
  const [old, now] = [side(({ before }) => before), side(({ after }) => after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((subject) => {
      const [had, has] = [old.get(subject) ?? new Set<string>(), now.get(subject) ?? new Set<string>()];
      return {
        subject,
        gained: [...has].filter((right) => !had.has(right)).sort(),
        lost: [...had].filter((right) => !has.has(right)).sort(),
      };
    })
    .filter(({ gained, lost }) => gained.length || lost.length);
}
