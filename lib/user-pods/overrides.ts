import { isMap } from '../data/maps';
import { merge } from './merge';
import { SpawnError } from './spawn-error';
import { Spawner } from './spawner';

/**
 * Applies what a profile, an option or a choice overrides: a map is merged into the map that is there, all else replaces.
 * @throws SpawnError where KubeSpawner would start no server
 */
export function applyOverrides(spawner: Spawner, overrides: unknown): void {
  if (!isMap(overrides)) throw new SpawnError('kubespawner_override must be a map');
  for (const [name, value] of Object.entries(overrides)) {
    if (isMap(value) && !spawner.has(name)) {
      throw new SpawnError('is no attribute of KubeSpawner, and a map can be merged into one only', [name]);
    }
    const current = spawner.get(name);
    if (isMap(value) && isMap(current)) spawner.replace(name, merge(current, value, [name]));
    else spawner.set(name, value);
  }
}
