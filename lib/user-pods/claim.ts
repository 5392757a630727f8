import { Manifest } from '../kubernetes/manifest';
import { annotations, commonLabels } from './metadata';
import { isTrue } from './python/text';
import { Spawner } from './spawner';

/** The claim of a user's home; undefined where KubeSpawner makes none. */
export function claimOf(spawner: Spawner): Manifest | undefined {
  if (!isTrue(spawner.get('storage_pvc_ensure'))) return undefined;
  const storageClass = spawner.get('storage_class');
  const selector = spawner.expanded('storage_selector');
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: spawner.get('pvc_name') as string,
      labels: {
        ...commonLabels(spawner, 'storage_extra_labels'),
        'app.kubernetes.io/component': spawner.text('component_label'),
        component: 'singleuser-storage',
      },
      annotations: {
        ...annotations(spawner, 'storage_extra_annotations'),
        ...(storageClass !== null && { 'volume.beta.kubernetes.io/storage-class': storageClass as string }),
      },
    },
    spec: {
      accessModes: spawner.get('storage_access_modes'),
      resources: { requests: { storage: spawner.get('storage_capacity') } },
      ...(storageClass !== null && { storageClassName: storageClass }),
      ...(isTrue(selector) && { selector }),
    },
  };
}
