import { withService } from '../hub/services';
import { isMap, mapValues, withoutUndefined, Tree } from '../../data/maps';
import { snakeCase } from './case';

/** Cores, of `500m` or the like. */
function cores(amount: unknown): unknown {
  if (typeof amount !== 'string') return amount;
  return amount.endsWith('m') ? Number(amount.slice(0, -1)) / 1000 : Number(amount);
}

function service({ extra, scopes, port, apiToken, ...own }: Tree): Tree {
  const words = Object.entries(own).map(([word, value]) => [snakeCase(word), value]);
  return withoutUndefined({ ...Object.fromEntries(words), apiToken, scopes, port, ...(extra as Tree | undefined) });
}

/** What services ask for beside themselves. */
function hub(own: Tree): Tree {
  return isMap(own.services) ? Object.keys(own.services).reduce(withService, own) : own;
}

/** A number of GPUs by the name of their resource. */
function gpuResource(asked: Tree): Tree {
  return { [String(asked.resource ?? 'nvidia.com/gpu')]: asked.count };
}

/** A GPU is asked for by limit and guarantee alike: Kubernetes takes no other. */
function gpu({ gpu: asked, extraResource, ...own }: Tree): Tree {
  if (!isMap(asked)) return withoutUndefined({ ...own, extraResource });
  const { limits, guarantees } = (extraResource ?? {}) as Record<string, Tree | undefined>;
  const resource = gpuResource(asked);
  return {
    ...own,
    extraResource: { limits: { ...limits, ...resource }, guarantees: { ...guarantees, ...resource } },
  };
}

/** The limits of a PodDisruptionBudget, which takes one of them. */
export const LIMITS = ['maxUnavailable', 'minAvailable'];

/** The number that each budget has by default. */
export const BUDGET_DEFAULT = 1;

/** Which limit that is of a component's budget. */
export function budgetDefault(component: string): string {
  return component === 'UserSchedulerProps' ? 'maxUnavailable' : 'minAvailable';
}

/** A PodDisruptionBudget takes one limit; setting one drops the other's default. */
function withBudget(component: string, own: Tree): Tree {
  const { pdb } = own as { pdb?: Tree };
  const byDefault = budgetDefault(component);
  const isOther = LIMITS.some((key) => key !== byDefault && (pdb?.[key] ?? null) !== null);
  return isOther ? { ...own, pdb: { [byDefault]: null, ...pdb } } : own;
}

/** Structs of which more than the types of their members has to be changed. */
const STRUCTS: Readonly<Record<string, (own: Tree) => Tree>> = {
  CpuProps: (own) => mapValues(own, cores),
  HubProps: hub,
  ProfileChoiceProps: gpu,
  ProfileProps: gpu,
  ServiceProps: service,
  SpawnerProps: (own) => gpu({ ...own, ...(isEmptyList(own.cmd) && { cmd: null }) }),
};

/** An empty command is the image's own, for which JupyterHub has another word. */
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** A struct whose members are in the form of manifests, as a whole in that form. */
export function expandStruct(struct: string, own: Tree): Tree {
  const expanded = STRUCTS[struct]?.(own) ?? own;
  return isMap(own.pdb) ? withBudget(struct, expanded) : expanded;
}
