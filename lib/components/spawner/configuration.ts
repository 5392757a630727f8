import { setTraits, Traits } from '../../release/traits';
import { Installation, oncePerInstallation } from '../../release/installation';
import { concat, mapValues, nonEmpty, Tree } from '../../data/maps';
import { imageReference } from '../../kubernetes/images';
import { nodePurposePreference, nodePurposeTerm, userTolerations } from '../scheduling/affinity';
import { SPAWNER_TRAITS } from '../../options/spawner/server-traits';
import { extraVolumes, fileVolumes, homeVolumes, serverTraits, variableSources, withSources } from './server';

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

/** Lists and maps that hold something; in an empty one there is nothing to configure. */
function filled(traits: Tree): Tree {
  return mapValues(traits, (value) => (typeof value === 'object' ? nonEmpty(value) : value));
}

/** Traits of what all servers have alike, but for the profiles. */
function ofAllServers(spawner: Tree): Tree {
  const rows = SPAWNER_TRAITS.filter(([option]) => option !== 'profiles');
  return Object.fromEntries(rows.map(([option, trait]) => [trait, spawner[option]]));
}

/** The spawner's share of JupyterHub's configuration, but for the profiles, which depend on all of it. */
export const spawnerTraits = oncePerInstallation((installation): Traits => {
  const { spawner, scheduling } = installation.props;
  const purpose = scheduling.userPods.nodeAffinity.matchNodePurpose;
  const hasClaims = spawner.storage.type === 'dynamic';
  const { cmd, default_url, allow_privilege_escalation, ...own } = serverTraits(spawner, hasClaims);
  const all = [
    homeVolumes(spawner.storage),
    fileVolumes(nonEmpty(spawner.extraFiles) ?? {}, installation.names.singleuser),
    extraVolumes(spawner.storage),
  ];
  return {
    // As in the chart, whose `hub.config.Spawner` wins over these two.
    Spawner: setTraits({ cmd, default_url }),
    KubeSpawner: {
      ...filled({
        namespace: installation.namespace,
        common_labels: {
          app: nonEmpty(installation.props.nameOverride) ?? 'jupyterhub',
          release: installation.release,
          'app.kubernetes.io/name': nonEmpty(installation.props.nameOverride) ?? 'jupyterhub',
          'app.kubernetes.io/instance': installation.release,
          'app.kubernetes.io/managed-by': 'kubespawner',
        },
        ...ofAllServers(spawner),
        scheduler_name: scheduling.userScheduler.enabled ? installation.names['user-scheduler'] : undefined,
        priority_class_name: installation.priorityClassName,
        storage_pvc_ensure: hasClaims || undefined,
        ...setTraits(own),
        environment: withSources(own.environment, variableSources(spawner.profiles)),
        image: nonEmpty(spawner.image),
        pvc_name_template: hasClaims ? nonEmpty(spawner.storage.dynamic.pvcNameTemplate) : undefined,
        image_pull_secrets: imagePullSecrets(installation),
        tolerations: userTolerations(installation.props),
        node_affinity_required: concat(
          spawner.extraNodeAffinity.required,
          purpose === 'require' ? [nodePurposeTerm('user')] : [],
        ),
        node_affinity_preferred: concat(
          spawner.extraNodeAffinity.preferred,
          purpose === 'prefer' ? [nodePurposePreference('user')] : [],
        ),
        init_containers: concat(spawner.initContainers as unknown[], blockCloudMetadata(installation)),
      }),
      // Three values, and each means something: an option taken away leaves the field out of the pod.
      allow_privilege_escalation: allow_privilege_escalation ?? null,
      volumes: Object.assign({}, ...all.map(({ volumes }) => volumes)) as Tree,
      volume_mounts: Object.assign({}, ...all.map(({ mounts }) => mounts)) as Tree,
      ...spawner.traits,
    },
  };
});
