import { withService } from '../hub/services';
import { isMap, mapValues, withoutUndefined, Tree } from '../../data/maps';
import { snakeCase } from './case';

/** Cores, of `500m` or the like. */
function cores(amount: unknown): unknown {
  if (typeof amount !== 'string') return amount;
  return amount.endsWith('m') ? Number(amount.slice(0, -1)) / 1000 : Number(amount);
}

/** JupyterHub's way to write bytes, where `G` is a power of 1024: `1Gi` is `1G`. */
function bytes(amount: unknown): unknown {
  return typeof amount === 'string' ? amount.replace(/^(\d+)([KMGT])i$/, '$1$2') : amount;
}

function service({ extra, scopes, port, apiToken, ...own }: Tree): Tree {
  const words = Object.entries(own).map(([word, value]) => [snakeCase(word), value]);
  return withoutUndefined({ ...Object.fromEntries(words), apiToken, scopes, port, ...(extra as Tree | undefined) });
}

/** What services ask for beside themselves. */
function hub(own: Tree): Tree {
  return Object.keys((own.services ?? {}) as Tree).reduce(withService, own);
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

/** The number that a component's budget of pods has by default. */
export function budgetDefault(component: string): string {
  return component === 'UserSchedulerProps' ? 'maxUnavailable' : 'minAvailable';
}

/** A budget says one number: the one that is given takes the default of the other away. */
function withBudget(component: string, own: Tree): Tree {
  const { pdb } = own as { pdb?: Tree };
  const byDefault = budgetDefault(component);
  const given = ['maxUnavailable', 'minAvailable'].filter((key) => pdb?.[key] !== undefined);
  if (given.length === 2) throw new Error('a PodDisruptionBudget takes maxUnavailable or minAvailable, not both');
  return given.length && given[0] !== byDefault ? { ...own, pdb: { ...pdb, [byDefault]: null } } : own;
}

/** Structs of which more than the types of their members has to be changed. */
const STRUCTS: Readonly<Record<string, (own: Tree) => Tree>> = {
  CpuProps: (own) => mapValues(own, cores),
  MemoryProps: (own) => mapValues(own, bytes),
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
  return 'pdb' in own ? withBudget(struct, expanded) : expanded;
}
