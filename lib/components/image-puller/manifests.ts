import { inPart, ReleaseObject } from '../release-object';
import { shortChecksum } from '../../data/checksum';
import { Installation } from '../../release/installation';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest, ManifestMetadata } from '../../kubernetes/manifest';
import { concat, nonEmpty } from '../../data/maps';
import { jobName } from '../../release/names';
import { role, roleBinding, serviceAccount } from '../../kubernetes/objects';
import { coreTolerations, requiredUserNodeTerms, userTolerations } from '../scheduling/affinity';
import { priorityClass } from '../scheduling/priority-classes';
import { pulledImages } from './images';
import { Container, DaemonSetSpec, JobSpec, PodTemplateSpec } from '../../kubernetes/shapes';

const COMPONENT = 'image-puller';
const HOOK_COMPONENT = 'hook-image-puller';
const CONTINUOUS_COMPONENT = 'continuous-image-puller';

/** What one of the two DaemonSets has of its own. */
interface Puller {
  readonly metadata: ManifestMetadata;
  readonly component: string;
  readonly serviceAccountName: string;
}

function pullContainers(installation: Installation): Container[] {
  const { resources, containerSecurityContext } = installation.props.imagePuller;
  return pulledImages(installation).map(({ name, image, pullPolicy }) => ({
    name,
    image,
    imagePullPolicy: nonEmpty(pullPolicy),
    command: ['/bin/sh', '-c', 'echo "Pulling complete"'],
    resources: nonEmpty(resources),
    securityContext: nonEmpty(containerSecurityContext),
  }));
}

function podTemplate(installation: Installation, puller: Puller): PodTemplateSpec {
  const { props, names, labels } = installation;
  const { imagePuller, scheduling, spawner } = props;
  const requiredTerms = requiredUserNodeTerms(props);
  return {
    metadata: {
      labels: { ...labels.pod(puller.component), ...imagePuller.labels },
      annotations: nonEmpty(imagePuller.annotations),
    },
    spec: {
      priorityClassName: scheduling.podPriority.enabled ? names['image-puller-priority'] : undefined,
      nodeSelector: nonEmpty(spawner.nodeSelector),
      tolerations: nonEmpty(concat(userTolerations(props), imagePuller.extraTolerations)),
      affinity: requiredTerms.length
        ? {
            nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: requiredTerms } },
          }
        : undefined,
      terminationGracePeriodSeconds: 0,
      serviceAccountName: puller.serviceAccountName,
      automountServiceAccountToken: false,
      imagePullSecrets: imagePullSecrets({ pullSecrets: spawner.imagePullSecrets }, installation.imagePullSecrets),
      initContainers: pullContainers(installation),
      containers: [
        {
          name: 'pause',
          image: imageReference(imagePuller.pause.image),
          resources: nonEmpty(imagePuller.resources),
          securityContext: nonEmpty(imagePuller.pause.containerSecurityContext),
        },
      ],
    },
  };
}

function daemonSet(installation: Installation, puller: Puller): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: puller.metadata,
    spec: {
      selector: { matchLabels: installation.labels.match(puller.component) },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '100%' } },
      revisionHistoryLimit: installation.props.imagePuller.revisionHistoryLimit,
      template: podTemplate(installation, puller),
    } satisfies DaemonSetSpec,
  };
}

/** The Job that waits for the DaemonSet. Its template cannot be changed, so another one, which no list of images makes, is another Job. */
function awaiterJob(installation: Installation, daemonset: string): Manifest {
  const { props, names, namespace, labels } = installation;
  const { hook } = props.imagePuller;
  const template: PodTemplateSpec = {
    metadata: {
      labels: { ...labels.pod(COMPONENT), ...props.imagePuller.labels },
      annotations: nonEmpty(props.imagePuller.annotations),
    },
    spec: {
      restartPolicy: 'Never',
      serviceAccountName: names['hook-image-awaiter-serviceaccount'],
      nodeSelector: nonEmpty(hook.nodeSelector),
      tolerations: coreTolerations(props, hook.tolerations),
      imagePullSecrets: imagePullSecrets(hook.image, installation.imagePullSecrets),
      containers: [
        {
          name: names['hook-image-awaiter'],
          image: imageReference(hook.image),
          imagePullPolicy: imagePullPolicy(hook.image),
          command: [
            '/image-awaiter',
            '-ca-path=/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
            '-auth-token-path=/var/run/secrets/kubernetes.io/serviceaccount/token',
            '-api-server-address=https://kubernetes.default.svc:$(KUBERNETES_SERVICE_PORT)',
            `-namespace=${namespace}`,
            `-daemonset=${daemonset}`,
            `-pod-scheduling-wait-duration=${hook.podSchedulingWaitDuration}`,
          ],
          securityContext: nonEmpty(hook.containerSecurityContext),
          resources: nonEmpty(hook.resources),
        },
      ],
    },
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: stageMetadata(installation, jobName(names['hook-image-awaiter'], shortChecksum(template))),
    spec: { template } satisfies JobSpec,
  };
}

/** Metadata of an object of the stage, which may be deleted once the images are there. */
function stageMetadata(installation: Installation, name: string, component = COMPONENT): ManifestMetadata {
  const metadata = installation.metadata(name, component);
  return { ...metadata, labels: { ...metadata.labels, 'hub.jupyter.org/deletable': 'true' } };
}

/**
 * Pulling before a change is rolled out: a stage of its own, to be applied first and waited for. A changed list of images changes the
 * DaemonSet in place, so that stages do not pile up.
 */
export function hookImagePullerObjects(installation: Installation): ReleaseObject[] {
  const { props, names, namespace } = installation;
  const { hook } = props.imagePuller;
  if (!hook.enabled) return [];
  const named = (name: string, component?: string) => stageMetadata(installation, name, component);
  const account = names['hook-image-awaiter-serviceaccount'];
  const rights = { apiGroups: ['apps'], resources: ['daemonsets'], verbs: ['get'] };
  const puller = {
    metadata: {
      ...named(names['hook-image-puller'], HOOK_COMPONENT),
      annotations: nonEmpty(hook.daemonsetAnnotations),
    },
    component: HOOK_COMPONENT,
    serviceAccountName: names['hook-image-puller-serviceaccount'],
  };
  return inPart('image-puller', {
    hookServiceAccount:
      hook.serviceAccountImagePuller.create &&
      serviceAccount(named(names['hook-image-puller-serviceaccount']), hook.serviceAccountImagePuller),
    awaiterServiceAccount: hook.serviceAccount.create && serviceAccount(named(account), hook.serviceAccount),
    awaiterRole: props.rbac.create && role(named(names['hook-image-awaiter']), [rights]),
    awaiterRoleBinding: props.rbac.create && roleBinding(named(names['hook-image-awaiter']), account, namespace),
    hookDaemonSet: daemonSet(installation, puller),
    hookJob: awaiterJob(installation, puller.metadata.name),
  });
}

/** Pulling on nodes that join later. */
export function continuousImagePullerObjects(installation: Installation): ReleaseObject[] {
  const { props, names } = installation;
  const { continuous } = props.imagePuller;
  if (!continuous.enabled) return [];
  const name = names['continuous-image-puller'];
  const puller = {
    metadata: {
      ...installation.metadata(name, CONTINUOUS_COMPONENT),
      annotations: nonEmpty(continuous.daemonsetAnnotations),
    },
    component: CONTINUOUS_COMPONENT,
    serviceAccountName: names['continuous-image-puller-serviceaccount'],
  };
  // The account is named after the DaemonSet even where the pods are given another's name: the chart does so.
  const account = installation.metadata(name, COMPONENT);
  return inPart('main', {
    continuousServiceAccount: continuous.serviceAccount.create && serviceAccount(account, continuous.serviceAccount),
    continuousDaemonSet: daemonSet(installation, puller),
  });
}

/** The PriorityClass of both: in the first part that is applied, as without it the pods of the stage would not be admitted. */
export function imagePullerPriorityObjects(installation: Installation): ReleaseObject[] {
  const { imagePuller, scheduling } = installation.props;
  if (!scheduling.podPriority.enabled || !(imagePuller.hook.enabled || imagePuller.continuous.enabled)) return [];
  return inPart('image-puller', {
    priorityClass: priorityClass(
      installation,
      installation.names['image-puller-priority'],
      COMPONENT,
      scheduling.podPriority.imagePullerPriority,
      false,
      'Enables [hook|continuous]-image-puller pods to fit on nodes even though they are clogged by ' +
        'user-placeholder pods, while not evicting normal user pods.',
    ),
  });
}
