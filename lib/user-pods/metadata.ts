import { Tree } from '../data/maps';
import { VERSIONS } from '../jupyterhub/tables';
import { labelSlug } from './slugs';
import { Spawner } from './spawner';

/** Labels that both a pod and a claim have. */
export function commonLabels(spawner: Spawner, trait: 'extra_labels' | 'storage_extra_labels'): Tree {
  return {
    'hub.jupyter.org/username': labelSlug(spawner.server.user),
    ...(spawner.expanded(trait) as Tree),
    ...(spawner.get('common_labels') as Tree),
  };
}

export function annotations(spawner: Spawner, trait: 'extra_annotations' | 'storage_extra_annotations'): Tree {
  const { user, name } = spawner.server;
  return {
    'hub.jupyter.org/username': user,
    ...(name && { 'hub.jupyter.org/servername': name }),
    'hub.jupyter.org/kubespawner-version': VERSIONS.kubespawner,
    'hub.jupyter.org/jupyterhub-version': VERSIONS.jupyterhub,
    ...(spawner.expanded(trait) as Tree),
  };
}
