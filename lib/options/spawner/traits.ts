import { renamedTraits, traitsOf } from '../../jupyterhub/classes';

/** The traits of KubeSpawner, those of JupyterHub's Spawner included: what a profile can override. */
export function spawnerTraitNames(): readonly string[] {
  return [...traitsOf('KubeSpawner').keys()];
}

/** Attributes that KubeSpawner reads and that are no traits of its configuration. */
const ATTRIBUTES: readonly string[] = ['pod_name', 'pvc_name', 'env', 'user_options'];

/** Whether KubeSpawner reads an override of this name. */
export function isSpawnerTrait(name: string): boolean {
  return traitsOf('KubeSpawner').has(name) || renamedTraits('KubeSpawner').has(name) || ATTRIBUTES.includes(name);
}
