import { checksum } from '../../data/checksum';
import { Installation } from '../../release/installation';
import { containerEnv, containersWithEnv } from '../../kubernetes/env';
import { extraFilesMounts, extraFilesVolume } from '../../kubernetes/extra-files';
import { imagePullPolicy, imagePullSecrets, imageReference } from '../../kubernetes/images';
import { Manifest } from '../../kubernetes/manifest';
import { concat, nonEmpty, withoutNulls } from '../../data/maps';
import { httpProbe } from '../../kubernetes/objects';
import { coreAffinity, coreTolerations } from '../scheduling/affinity';
import { literalsSecret } from './secret';
import { tokenReference, AUTH_TOKEN_KEY } from '../../release/secret-keys';
import { secretEnvironment } from './secret-environment';
import { DeploymentSpec, EnvVar, Volume, VolumeMount } from '../../kubernetes/shapes';

const COMPONENT = 'hub';
const CONFIG_FOLDER = '/usr/local/etc/jupyterhub';

function upgradesDatabase({ props }: Installation): boolean {
  const { upgrade, type } = props.hub.db;
  return upgrade ?? type === 'sqlite-pvc';
}

function args(installation: Installation): string[] {
  const { hub, debug } = installation.props;
  if (nonEmpty(hub.args)) return hub.args;
  return [
    'jupyterhub',
    '--config',
    `${CONFIG_FOLDER}/jupyterhub_config.py`,
    ...(debug ? ['--debug'] : []),
    ...(upgradesDatabase(installation) ? ['--upgrade-db'] : []),
  ];
}

/** The pod's volumes, each with its mounts in the hub's container. */
function volumes(installation: Installation): { volume?: Volume; mounts: VolumeMount[] }[] {
  const { props, names } = installation;
  const { hub } = props;
  const files = nonEmpty(hub.extraFiles);
  return [
    {
      volume: { name: 'config', configMap: { name: names.hub } },
      mounts: [
        ...['jupyterhub_config.py', 'z2jh.py'].map((file) => ({
          mountPath: `${CONFIG_FOLDER}/${file}`,
          subPath: file,
          name: 'config',
        })),
        { mountPath: `${CONFIG_FOLDER}/config/`, name: 'config' },
      ],
    },
    {
      volume: { name: 'secret', secret: { secretName: names.hub } },
      mounts: [{ mountPath: `${CONFIG_FOLDER}/secret/`, name: 'secret' }],
    },
    ...(literalsSecret(installation)
      ? [
          {
            volume: { name: 'literals', secret: { secretName: names['hub-literals'] } },
            mounts: [{ mountPath: `${CONFIG_FOLDER}/literals/`, name: 'literals' }],
          },
        ]
      : []),
    ...(nonEmpty(hub.existingSecret)
      ? [
          {
            volume: { name: 'existing-secret', secret: { secretName: hub.existingSecret } },
            mounts: [{ mountPath: `${CONFIG_FOLDER}/existing-secret/`, name: 'existing-secret' }],
          },
        ]
      : []),
    ...(files
      ? [
          {
            volume: extraFilesVolume(files, names['hub-files']),
            mounts: extraFilesMounts(files),
          },
        ]
      : []),
    ...(hub.extraVolumes ?? []).map((volume) => ({ volume, mounts: [] })),
    { mounts: hub.extraVolumeMounts ?? [] },
    ...(hub.db.type === 'sqlite-pvc'
      ? [
          {
            volume: { name: 'pvc', persistentVolumeClaim: { claimName: names['hub-pvc'] } },
            mounts: [{ mountPath: '/srv/jupyterhub', name: 'pvc', subPath: nonEmpty(hub.db.pvc.subPath) }],
          },
        ]
      : []),
  ];
}

function environment(installation: Installation): EnvVar[] {
  const { props, names, release } = installation;
  const { hub, proxy } = props;
  return [
    { name: 'PYTHONUNBUFFERED', value: '1' },
    { name: 'HELM_RELEASE_NAME', value: release },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
    {
      name: 'CONFIGPROXY_AUTH_TOKEN',
      valueFrom: { secretKeyRef: tokenReference(installation, AUTH_TOKEN_KEY, proxy.secretToken) },
    },
    ...secretEnvironment(installation),
    ...containerEnv('hub', hub.extraEnv, names['hub-literals']),
  ];
}

/** The hub's Deployment. It restarts when what it reads at its start has changed; where that is in a Secret, it does so itself (`keep_secrets.py`). */
export function hubDeployment(installation: Installation, configMap: Manifest): Manifest {
  const { props, names, labels } = installation;
  const { hub } = props;
  const healthz = { path: `${hub.baseUrl.replace(/\/$/, '')}/hub/health`, port: 'http' };
  const mounted = volumes(installation);
  const podAnnotations = withoutNulls({
    'checksum/config-map': checksum(configMap.data),
    ...hub.annotations,
  }) as Record<string, string>;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: installation.metadata(names.hub, COMPONENT),
    spec: {
      revisionHistoryLimit: hub.revisionHistoryLimit,
      replicas: 1,
      selector: { matchLabels: labels.match(COMPONENT) },
      strategy: hub.deploymentStrategy,
      template: {
        metadata: {
          labels: {
            ...labels.pod(COMPONENT),
            'hub.jupyter.org/network-access-proxy-api': 'true',
            'hub.jupyter.org/network-access-proxy-http': 'true',
            'hub.jupyter.org/network-access-singleuser': 'true',
            ...hub.labels,
          },
          annotations: podAnnotations,
        },
        spec: {
          priorityClassName: installation.priorityClassName,
          nodeSelector: nonEmpty(hub.nodeSelector),
          tolerations: coreTolerations(props, hub.tolerations),
          affinity: coreAffinity(props),
          volumes: mounted.flatMap(({ volume }) => (volume ? [volume] : [])),
          serviceAccountName: names['hub-serviceaccount'],
          securityContext: nonEmpty(hub.podSecurityContext),
          imagePullSecrets: imagePullSecrets(hub.image, installation.imagePullSecrets),
          initContainers: containersWithEnv('hub.initContainers', nonEmpty(hub.initContainers), names['hub-literals']),
          containers: concat(
            [
              {
                name: 'hub',
                image: imageReference(hub.image),
                command: nonEmpty(hub.command),
                args: args(installation),
                volumeMounts: mounted.flatMap(({ mounts }) => mounts),
                resources: nonEmpty(hub.resources),
                imagePullPolicy: imagePullPolicy(hub.image),
                securityContext: nonEmpty(hub.containerSecurityContext),
                lifecycle: nonEmpty(hub.lifecycle),
                env: environment(installation),
                envFrom: nonEmpty(hub.extraEnvFrom),
                ports: [{ name: 'http', containerPort: 8081 }],
                livenessProbe: httpProbe(hub.livenessProbe, healthz),
                readinessProbe: httpProbe(hub.readinessProbe, healthz),
              },
            ],
            containersWithEnv('hub.extraContainers', hub.extraContainers, names['hub-literals']),
          ),
          ...hub.extraPodSpec,
        },
      },
    } satisfies DeploymentSpec,
  };
}
