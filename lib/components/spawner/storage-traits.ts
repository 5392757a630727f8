import { Tree } from '../../data/maps';
import { CompleteProps } from '../../release/installation';

type CompleteStorage = CompleteProps['spawner']['storage'];

/** What homes mean for KubeSpawner: traits, a volume and its mount. */
interface StorageTraits {
  readonly traits: Tree;
  readonly volumes: Tree;
  readonly mounts: Tree;
}

function home(
  name: string,
  claimName: string | undefined,
  mountPath: string,
  subPath: string | undefined,
): StorageTraits {
  return {
    traits: {},
    volumes: { [name]: { name, persistentVolumeClaim: { claimName } } },
    mounts: { [name]: { mountPath, name, subPath } },
  };
}

/** Homes on a claim for each user, on one claim for all, or nowhere. */
export function storageTraits(storage: CompleteStorage): StorageTraits {
  const { dynamic, homeMountPath } = storage;
  switch (storage.type) {
    case 'dynamic':
      return {
        // KubeSpawner names the claim, by its template.
        ...home(dynamic.volumeNameTemplate, '{pvc_name}', homeMountPath, dynamic.subPath),
        traits: {
          storage_pvc_ensure: true,
          pvc_name_template: dynamic.pvcNameTemplate || undefined,
          storage_class: dynamic.storageClass,
          storage_access_modes: dynamic.storageAccessModes,
          storage_capacity: storage.capacity,
        },
      };
    case 'static':
      return home('home', storage.static.pvcName, homeMountPath, storage.static.subPath);
    default:
      return { traits: {}, volumes: {}, mounts: {} };
  }
}
