import { Tree, withoutUndefined } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';
import { affinity } from './affinity';
import { certificates, notebookContainer } from './container';
import { annotations, commonLabels } from './metadata';
import { toModels } from './items';
import { ModelName, toModel, update } from './model';
import { isTrue } from './python/text';
import { labelSlug } from './slugs';
import { podSecurityContext } from './security-context';
import { Spawner } from './spawner';

/** Objects of a list or a map; undefined where it is empty. */
function objects(spawner: Spawner, trait: string, model: ModelName, isTemplate = true): Tree[] | undefined {
  return isTrue(spawner.get(trait)) ? toModels(spawner, trait, model, isTemplate) : undefined;
}

function imagePullSecrets(spawner: Spawner): Tree[] {
  const secrets = spawner.get('image_pull_secrets') as unknown[];
  return secrets.map((secret, index) =>
    typeof secret === 'string'
      ? { name: secret }
      : toModel('LocalObjectReference', secret, ['image_pull_secrets', index]),
  );
}

/** Whether the pod gets a token of the API server: only with a service account of its own, unless that is said. */
function automount(spawner: Spawner): unknown {
  const wanted = spawner.get('automount_service_account_token');
  if (wanted !== null) return wanted;
  return spawner.get('service_account') === null ? false : undefined;
}

function podLabels(spawner: Spawner): Tree {
  const component = spawner.get('component_label');
  return {
    ...commonLabels(spawner, 'extra_labels'),
    'app.kubernetes.io/component': component,
    component,
    'hub.jupyter.org/servername': labelSlug(spawner.server.name),
  };
}

function podSpec(spawner: Spawner): Tree {
  const account = spawner.expanded('service_account');
  const spec = withoutUndefined({
    restartPolicy: 'OnFailure',
    imagePullSecrets: imagePullSecrets(spawner),
    nodeSelector: isTrue(spawner.get('node_selector')) ? spawner.get('node_selector') : undefined,
    securityContext: podSecurityContext(spawner),
    serviceAccountName: account ?? undefined,
    automountServiceAccountToken: automount(spawner),
    containers: [notebookContainer(spawner), ...(objects(spawner, 'extra_containers', 'Container') ?? [])],
    tolerations: objects(spawner, 'tolerations', 'Toleration', false),
    initContainers: objects(spawner, 'init_containers', 'Container'),
    volumes: [...(objects(spawner, 'volumes', 'Volume') ?? []), ...certificates(spawner).volumes],
    schedulerName: spawner.get('scheduler_name') || undefined,
    affinity: affinity(spawner),
    priorityClassName: spawner.get('priority_class_name') || undefined,
  });
  const extra = spawner.expanded('extra_pod_config');
  return isTrue(extra) ? update('PodSpec', spec, extra, ['extra_pod_config']) : spec;
}

/**
 * The pod that KubeSpawner asks for.
 * @throws SpawnError where it would raise an error instead
 */
export function podOf(spawner: Spawner): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: spawner.get('pod_name') as string,
      labels: podLabels(spawner) as Record<string, string>,
      annotations: annotations(spawner, 'extra_annotations') as Record<string, string>,
    },
    spec: podSpec(spawner),
  };
}
