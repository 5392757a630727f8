import type { DefaultsOf } from '../../data/complete';
import type { Wire } from '../../kubernetes/wire';
import { CHART_VERSION } from '../../version';
import type { SpawnerProps } from './props';

/** Defaults of users' servers. */
export const SPAWNER_DEFAULTS = {
  extraTolerations: [],
  nodeSelector: {},
  extraNodeAffinity: { required: [], preferred: [] },
  extraPodAffinity: { required: [], preferred: [] },
  extraPodAntiAffinity: { required: [], preferred: [] },
  networkTools: {
    image: { name: 'quay.io/jupyterhub/k8s-network-tools', tag: CHART_VERSION, pullSecrets: [] },
    resources: {},
  },
  cloudMetadata: { blockWithIptables: true, ip: '169.254.169.254' },
  networkPolicy: {
    enabled: true,
    ingress: [],
    egress: [],
    egressAllowRules: {
      cloudMetadataServer: false,
      dnsPortsCloudMetadataServer: true,
      dnsPortsKubeSystemNamespace: true,
      dnsPortsPrivateIPs: true,
      nonPrivateIPs: true,
      privateIPs: false,
    },
    interNamespaceAccessLabels: 'ignore',
    allowedIngressPorts: [],
  },
  events: true,
  extraAnnotations: {},
  extraLabels: { 'hub.jupyter.org/network-access-hub': 'true' },
  extraFiles: {},
  extraEnv: {},
  lifecycleHooks: {},
  initContainers: [],
  extraContainers: [],
  allowPrivilegeEscalation: false,
  uid: 1000,
  fsGid: 100,
  storage: {
    type: 'dynamic',
    extraLabels: {},
    static: { subPath: '{username}' },
    capacity: '10Gi',
    homeMountPath: '/home/jovyan',
    dynamic: { volumeNameTemplate: 'volume-{user_server}', storageAccessModes: ['ReadWriteOnce'] },
  },
  image: `quay.io/jupyterhub/k8s-singleuser-sample:${CHART_VERSION}`,
  imagePullSecrets: [],
  startTimeout: 300,
  cpu: {},
  memory: { guarantee: '1G' },
  extraResource: { limits: {}, guarantees: {} },
  cmd: 'jupyterhub-singleuser',
  extraPodConfig: {},
  profiles: [],
} satisfies DefaultsOf<Wire<SpawnerProps>>;
