import { setTraits, Traits } from '../../release/traits';
import { Installation, oncePerInstallation } from '../../release/installation';
import { isMap, Tree, concat, nonEmpty, withoutNulls } from '../../data/maps';
import { extraFilesMounts, extraFilesVolume } from '../../kubernetes/extra-files';
import { imageReference } from '../../kubernetes/images';
import { isReference } from '../../secrets/secrets';
import { nodePurposePreference, nodePurposeTerm, userTolerations } from '../scheduling/affinity';
import { profileList } from '../../options/spawner/profile';
import { storageTraits } from './storage-traits';

/** Keeps the user's server from the cloud's metadata, and with it from the node's credentials. */
function blockCloudMetadata({ props }: Installation): Tree[] {
  const { cloudMetadata, networkTools } = props.spawner;
  if (cloudMetadata.blockWithIptables !== true) return [];
  const rule = [
    '--append',
    'OUTPUT',
    '--protocol',
    'tcp',
    '--destination',
    cloudMetadata.ip,
    '--destination-port',
    '80',
  ];
  return [
    {
      name: 'block-cloud-metadata',
      image: imageReference(networkTools.image),
      command: ['iptables', ...rule, '--jump', 'DROP'],
      securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ['NET_ADMIN'] } },
      ...(nonEmpty(networkTools.resources) && { resources: networkTools.resources }),
    },
  ];
}

function imagePullSecrets(installation: Installation): unknown[] {
  const { create, automaticReferenceInjection } = installation.props.imagePullSecret;
  const own = create && automaticReferenceInjection ? [installation.names['image-pull-secret']] : [];
  return concat(own, installation.props.imagePullSecrets, installation.props.spawner.imagePullSecrets);
}

/** Files from the Secret, as a volume and mounts by the keys that KubeSpawner knows them by. */
function extraFiles({ props, names }: Installation): { volumes: Tree; mounts: Tree } {
  const files = nonEmpty(props.spawner.extraFiles);
  if (!files) return { volumes: {}, mounts: {} };
  const mounts = extraFilesMounts(files).map((mount, index) => [`${index}-files`, mount]);
  return {
    volumes: { files: withoutNulls(extraFilesVolume(files, names.singleuser)) },
    mounts: Object.fromEntries(mounts),
  };
}

/** Variables as KubeSpawner knows them. What is in a Secret of the cluster goes to the user's pod without passing through the hub. */
function userEnvironment(extraEnv: Tree | undefined): Tree {
  const entries = Object.entries(extraEnv ?? {}).map(([name, value]) =>
    isReference(value)
      ? [name, { valueFrom: { secretKeyRef: { name: value.secretName, key: value.secretKey } } }]
      : [name, value],
  );
  return Object.fromEntries(entries) as Tree;
}

/** A list or a map of volumes or mounts, as a map. */
function byKey(items: unknown, keyOf: (item: Tree, index: number) => string): Tree {
  if (isMap(items)) return items;
  if (!Array.isArray(items)) return {};
  return Object.fromEntries(items.filter(isMap).map((item, index) => [keyOf(item, index), item]));
}

/** The spawner's share of JupyterHub's configuration. */
export const spawnerTraits = oncePerInstallation((installation): Traits => {
  const { spawner, scheduling } = installation.props;
  const purpose = scheduling.userPods.nodeAffinity.matchNodePurpose;
  const storage = storageTraits(spawner.storage);
  const files = extraFiles(installation);
  const initContainers: unknown[] | Tree | undefined = spawner.initContainers;
  return {
    Spawner: {
      ...(spawner.cmd !== undefined && { cmd: spawner.cmd as unknown }),
      ...setTraits({ default_url: spawner.defaultUrl }),
    },
    KubeSpawner: {
      ...setTraits({
        namespace: installation.namespace,
        common_labels: {
          app: nonEmpty(installation.props.nameOverride) ?? 'jupyterhub',
          release: installation.release,
          'app.kubernetes.io/name': nonEmpty(installation.props.nameOverride) ?? 'jupyterhub',
          'app.kubernetes.io/instance': installation.release,
          'app.kubernetes.io/managed-by': 'kubespawner',
        },
        pod_name_template: spawner.podNameTemplate,
        start_timeout: spawner.startTimeout,
        image: nonEmpty(spawner.image),
        image_pull_policy: spawner.imagePullPolicy,
        image_pull_secrets: nonEmpty(imagePullSecrets(installation)),
        events_enabled: spawner.events,
        extra_labels: spawner.extraLabels,
        extra_annotations: nonEmpty(spawner.extraAnnotations),
        container_security_context: nonEmpty(spawner.containerSecurityContext),
        pod_security_context: nonEmpty(spawner.podSecurityContext),
        uid: spawner.uid,
        fs_gid: spawner.fsGid,
        service_account: spawner.serviceAccountName,
        storage_extra_labels: nonEmpty(spawner.storage.extraLabels),
        node_selector: nonEmpty(spawner.nodeSelector),
        tolerations: nonEmpty(userTolerations(installation.props)),
        node_affinity_required: nonEmpty(
          concat(spawner.extraNodeAffinity.required, purpose === 'require' ? [nodePurposeTerm('user')] : []),
        ),
        node_affinity_preferred: nonEmpty(
          concat(spawner.extraNodeAffinity.preferred, purpose === 'prefer' ? [nodePurposePreference('user')] : []),
        ),
        pod_affinity_required: nonEmpty(spawner.extraPodAffinity.required),
        pod_affinity_preferred: nonEmpty(spawner.extraPodAffinity.preferred),
        pod_anti_affinity_required: nonEmpty(spawner.extraPodAntiAffinity.required),
        pod_anti_affinity_preferred: nonEmpty(spawner.extraPodAntiAffinity.preferred),
        scheduler_name: scheduling.userScheduler.enabled ? installation.names['user-scheduler'] : undefined,
        priority_class_name: installation.priorityClassName,
        lifecycle_hooks: nonEmpty(spawner.lifecycleHooks),
        init_containers: nonEmpty(concat(initContainers as unknown[], blockCloudMetadata(installation))),
        extra_containers: nonEmpty(spawner.extraContainers as unknown),
        mem_limit: spawner.memory.limit as unknown,
        mem_guarantee: spawner.memory.guarantee as unknown,
        cpu_limit: spawner.cpu.limit as unknown,
        cpu_guarantee: spawner.cpu.guarantee as unknown,
        extra_resource_limits: nonEmpty(spawner.extraResource.limits),
        extra_resource_guarantees: nonEmpty(spawner.extraResource.guarantees),
        environment: nonEmpty(userEnvironment(spawner.extraEnv)),
        profile_list: nonEmpty(profileList(spawner.profiles)),
        extra_pod_config: nonEmpty(spawner.extraPodConfig),
        ...storage.traits,
      }),
      // Three values, and each means something: an option taken away leaves the field out of the pod.
      allow_privilege_escalation: spawner.allowPrivilegeEscalation ?? null,
      volumes: {
        ...withoutNulls(storage.volumes),
        ...files.volumes,
        ...byKey(spawner.storage.extraVolumes, (volume) => String(volume.name)),
      },
      volume_mounts: {
        ...withoutNulls(storage.mounts),
        ...files.mounts,
        ...byKey(spawner.storage.extraVolumeMounts, (mount, index) => `${index}-${String(mount.name)}`),
      },
    },
  };
});
