import { inPart, ReleaseObject } from '../release-object';
import { checksum } from '../../data/checksum';
import { toSortedYaml } from '../../data/yaml';
import { Installation } from '../../release/installation';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty, Tree } from '../../data/maps';
import { podDisruptionBudget, serviceAccount } from '../../kubernetes/objects';
import { coreAffinity, coreTolerations } from './affinity';
import { DeploymentSpec } from '../../kubernetes/shapes';

const COMPONENT = 'user-scheduler';

const READ = ['get', 'list', 'watch'];
const READ_AND_UPDATE = ['get', 'list', 'patch', 'update', 'watch'];

function rule(apiGroups: string[], resources: string[], verbs: string[], resourceNames?: string[]): Tree {
  return { apiGroups, ...(resourceNames && { resourceNames }), resources, verbs };
}

/** What kube-scheduler may do: the rights of its built-in roles for scheduling and for volumes. */
function schedulerRules(lock: string): Tree[] {
  return [
    rule(['', 'events.k8s.io'], ['events'], ['create', 'patch', 'update']),
    rule(['coordination.k8s.io'], ['leases'], ['create']),
    rule(['coordination.k8s.io'], ['leases'], ['get', 'update'], [lock]),
    rule([''], ['nodes'], READ),
    rule([''], ['pods'], ['delete', ...READ]),
    rule([''], ['bindings', 'pods/binding'], ['create']),
    rule([''], ['pods/status'], ['patch', 'update']),
    rule([''], ['replicationcontrollers', 'services'], READ),
    rule(['apps', 'extensions'], ['replicasets'], READ),
    rule(['apps'], ['statefulsets'], READ),
    rule(['policy'], ['poddisruptionbudgets'], READ),
    rule([''], ['persistentvolumeclaims', 'persistentvolumes'], READ),
    rule(['authentication.k8s.io'], ['tokenreviews'], ['create']),
    rule(['authorization.k8s.io'], ['subjectaccessreviews'], ['create']),
    rule(['storage.k8s.io'], ['csinodes'], READ),
    rule([''], ['namespaces'], READ),
    rule(['storage.k8s.io'], ['csidrivers'], READ),
    rule(['storage.k8s.io'], ['csistoragecapacities'], READ),
    rule([''], ['persistentvolumes'], READ_AND_UPDATE),
    rule(['storage.k8s.io'], ['storageclasses'], READ),
    rule([''], ['persistentvolumeclaims'], READ_AND_UPDATE),
  ];
}

function schedulerConfiguration({ props, names, namespace }: Installation): string {
  const { plugins, pluginConfig } = props.scheduling.userScheduler;
  const configuration = {
    apiVersion: 'kubescheduler.config.k8s.io/v1',
    kind: 'KubeSchedulerConfiguration',
    leaderElection: {
      resourceLock: 'leases',
      resourceName: names['user-scheduler-lock'],
      resourceNamespace: namespace,
    },
    profiles: [
      {
        schedulerName: names['user-scheduler'],
        ...(nonEmpty(plugins) && { plugins }),
        ...(nonEmpty(pluginConfig) && { pluginConfig }),
      },
    ],
  };
  return toSortedYaml(configuration);
}

function deployment(installation: Installation, configuration: string): Manifest {
  const { props, names, labels } = installation;
  const scheduler = props.scheduling.userScheduler;
  const name = names['user-scheduler-deploy'];
  const healthz = { path: '/healthz', scheme: 'HTTPS', port: 10259 };
  const podAnnotations = {
    'checksum/config-map': checksum(configuration),
    ...scheduler.annotations,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: installation.metadata(name, COMPONENT),
    spec: {
      revisionHistoryLimit: scheduler.revisionHistoryLimit,
      replicas: scheduler.replicas,
      selector: { matchLabels: labels.match(COMPONENT) },
      template: {
        metadata: { labels: { ...labels.pod(COMPONENT), ...scheduler.labels }, annotations: podAnnotations },
        spec: {
          serviceAccountName: names['user-scheduler-serviceaccount'],
          priorityClassName: installation.priorityClassName,
          nodeSelector: nonEmpty(scheduler.nodeSelector),
          tolerations: coreTolerations(props, scheduler.tolerations),
          affinity: coreAffinity(props),
          volumes: [{ name: 'config', configMap: { name } }],
          imagePullSecrets: imagePullSecrets(scheduler.image, installation.imagePullSecrets),
          containers: [
            {
              name: 'kube-scheduler',
              image: imageReference(scheduler.image),
              imagePullPolicy: imagePullPolicy(scheduler.image),
              command: [
                '/usr/local/bin/kube-scheduler',
                '--config=/etc/user-scheduler/config.yaml',
                '--authentication-skip-lookup=true',
                `--v=${scheduler.logLevel}`,
              ],
              volumeMounts: [{ mountPath: '/etc/user-scheduler', name: 'config' }],
              livenessProbe: { httpGet: healthz, initialDelaySeconds: 15 },
              readinessProbe: { httpGet: healthz },
              resources: nonEmpty(scheduler.resources),
              securityContext: nonEmpty(scheduler.containerSecurityContext),
            },
          ],
          ...scheduler.extraPodSpec,
        },
      },
    } satisfies DeploymentSpec,
  };
}

function rbac(installation: Installation): Record<string, Manifest> {
  const { names, namespace } = installation;
  const metadata = installation.clusterMetadata(names['user-scheduler'], COMPONENT);
  return {
    clusterRole: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata,
      rules: schedulerRules(names['user-scheduler-lock']),
    },
    clusterRoleBinding: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata,
      subjects: [{ kind: 'ServiceAccount', name: names['user-scheduler-serviceaccount'], namespace }],
      roleRef: { kind: 'ClusterRole', name: metadata.name, apiGroup: 'rbac.authorization.k8s.io' },
    },
  };
}

/** The scheduler of the users' pods. */
export function userSchedulerObjects(installation: Installation): ReleaseObject[] {
  const { props, names, labels } = installation;
  const scheduler = props.scheduling.userScheduler;
  if (!scheduler.enabled) return [];
  const metadata = installation.metadata(names['user-scheduler-deploy'], COMPONENT);
  const configuration = schedulerConfiguration(installation);
  const account = installation.metadata(names['user-scheduler-serviceaccount'], COMPONENT);
  return inPart('main', {
    configMap: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'config.yaml': configuration } },
    serviceAccount: scheduler.serviceAccount.create && serviceAccount(account, scheduler.serviceAccount),
    ...(props.rbac.create && rbac(installation)),
    deployment: deployment(installation, configuration),
    podDisruptionBudget: scheduler.pdb.enabled && podDisruptionBudget(metadata, scheduler.pdb, labels.match(COMPONENT)),
  });
}
