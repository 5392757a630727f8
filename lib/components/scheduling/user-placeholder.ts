import { inPart, ReleaseObject } from '../release-object';
import { CompleteProps, Installation } from '../../release/installation';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty, Tree } from '../../data/maps';
import { podDisruptionBudget } from '../../kubernetes/objects';
import { userAffinity, userTolerations } from './affinity';
import { priorityClass } from './priority-classes';
import { StatefulSetSpec } from '../../kubernetes/shapes';

const COMPONENT = 'user-placeholder';

// The chart's text to the letter: the object is compared field by field.
const DESCRIPTION =
  'With a priority higher or eqaul to a cluster autoscalers priority cutoff, a pod can trigger a cluster scale up. ' +
  'At the same time, placeholder pods priority should be lower than other pods to make them evictable.';

function quantities(cpu: unknown, memory: unknown, others: Tree | undefined): Tree | undefined {
  const named = Object.entries(others ?? {}).filter(([, value]) => value !== null);
  const texts = named.map(([name, value]) => [name, String(value)]);
  const own = { ...(nonEmpty(cpu) ? { cpu } : {}), ...(nonEmpty(memory) ? { memory } : {}) };
  return nonEmpty({ ...own, ...Object.fromEntries(texts) });
}

/** Resources of a user's server, in wire names: what a placeholder keeps free. */
function userResources({ spawner: { cpu, memory, extraResource } }: CompleteProps): Tree | undefined {
  const requests = quantities(cpu.guarantee, memory.guarantee, extraResource.guarantees);
  const limits = quantities(cpu.limit, memory.limit, extraResource.limits);
  return nonEmpty({ ...(requests && { requests }), ...(limits && { limits }) });
}

function statefulSet(installation: Installation): Manifest {
  const { props, names, labels } = installation;
  const { userPlaceholder, userScheduler, podPriority } = props.scheduling;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: installation.metadata(names['user-placeholder'], COMPONENT),
    spec: {
      podManagementPolicy: 'Parallel',
      revisionHistoryLimit: userPlaceholder.revisionHistoryLimit,
      replicas: userPlaceholder.replicas,
      selector: { matchLabels: labels.match(COMPONENT) },
      serviceName: names['user-placeholder'],
      template: {
        metadata: {
          annotations: nonEmpty(userPlaceholder.annotations),
          labels: { ...labels.pod(COMPONENT), ...userPlaceholder.labels },
        },
        spec: {
          priorityClassName: podPriority.enabled ? names['user-placeholder-priority'] : undefined,
          schedulerName: userScheduler.enabled ? names['user-scheduler'] : undefined,
          nodeSelector: nonEmpty(props.spawner.nodeSelector),
          tolerations: nonEmpty(userTolerations(props)),
          affinity: userAffinity(props),
          terminationGracePeriodSeconds: 0,
          automountServiceAccountToken: false,
          imagePullSecrets: imagePullSecrets(userPlaceholder.image, installation.imagePullSecrets),
          containers: [
            {
              name: 'pause',
              image: imageReference(userPlaceholder.image),
              resources: nonEmpty(userPlaceholder.resources) ?? userResources(props),
              imagePullPolicy: imagePullPolicy(userPlaceholder.image),
              securityContext: nonEmpty(userPlaceholder.containerSecurityContext),
            },
          ],
          ...userPlaceholder.extraPodSpec,
        },
      },
    } satisfies StatefulSetSpec,
  };
}

/** Pods that keep room for users to come, and make way for them. */
export function userPlaceholderObjects(installation: Installation): ReleaseObject[] {
  const { props, names, labels } = installation;
  const { userPlaceholder, podPriority } = props.scheduling;
  if (!userPlaceholder.enabled) return [];
  const metadata = installation.metadata(names['user-placeholder'], COMPONENT);
  const priority = () =>
    priorityClass(
      installation,
      names['user-placeholder-priority'],
      COMPONENT,
      podPriority.userPlaceholderPriority,
      false,
      DESCRIPTION,
    );
  return inPart('main', {
    // The pods can always be evicted.
    podDisruptionBudget: podDisruptionBudget(metadata, { minAvailable: 0 }, labels.match(COMPONENT)),
    priorityClass: podPriority.enabled && priority(),
    statefulSet: statefulSet(installation),
  });
}
