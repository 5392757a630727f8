import { inPart, ReleaseObject } from '../release-object';
import { Installation } from '../../release/installation';
import { Manifest } from '../../kubernetes/manifest';

/** A PriorityClass of the release. The annotations say whose it is, as the class itself is the whole cluster's. */
export function priorityClass(
  installation: Installation,
  name: string,
  component: string,
  value: number | undefined,
  globalDefault: boolean,
  description: string,
): Manifest {
  const annotations = {
    'meta.helm.sh/release-name': installation.release,
    'meta.helm.sh/release-namespace': installation.namespace,
  };
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { ...installation.clusterMetadata(name, component), annotations },
    value,
    globalDefault,
    description,
  };
}

/** The class of hub, proxy and users' pods. */
export function defaultPriorityObjects(installation: Installation): ReleaseObject[] {
  const { podPriority } = installation.props.scheduling;
  if (!podPriority.enabled) return [];
  return inPart('main', {
    priorityClass: priorityClass(
      installation,
      installation.names.priority,
      'default-priority',
      podPriority.defaultPriority,
      podPriority.globalDefault,
      'A default priority higher than user placeholders priority.',
    ),
  });
}
