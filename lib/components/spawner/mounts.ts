import { Installation } from '../../release/installation';
import { isMap } from '../../data/maps';
import { spawnerTraits } from './configuration';

type Named = { readonly name?: unknown; readonly mountPath?: unknown };

/** Items of a list or a map; values may take one away by a null. */
function items(value: unknown): Named[] {
  const all: unknown[] = Array.isArray(value) ? value : isMap(value) ? Object.values(value) : [];
  return all.filter(isMap);
}

/** Mounts of users' servers that no pod can have: of a volume that is not there, or where another one is. */
export function mountProblems(installation: Installation): string[] {
  const { volumes, volume_mounts: mounts } = spawnerTraits(installation).KubeSpawner;
  const { extraPodConfig } = installation.props.spawner;
  const names = new Set([...items(volumes), ...items(extraPodConfig.volumes)].map(({ name }) => name));
  const paths = new Map<unknown, unknown>();
  return items(mounts).flatMap(({ name, mountPath }) => {
    const other = paths.get(mountPath);
    paths.set(mountPath, name);
    return [
      ...(names.has(name) ? [] : [`spawner.storage.extraVolumeMounts: there is no volume ${String(name)} to mount`]),
      ...(other === undefined
        ? []
        : [`spawner.storage: ${String(name)} would be mounted at ${String(mountPath)}, where ${String(other)} is`]),
    ];
  });
}
