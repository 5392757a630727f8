import type { DefaultsOf } from '../../data/complete';
import { ALL_EGRESS, livenessProbe, READINESS_PROBE } from '../../kubernetes/defaults';
import type { Wire } from '../../kubernetes/wire';
import { CHART_VERSION } from '../../version';
import type { HubProps } from './props';

/** Defaults of the hub. */
export const HUB_DEFAULTS = {
  config: { JupyterHub: { admin_access: true } },
  service: {
    type: 'ClusterIP',
    annotations: {},
    ports: {},
    extraPorts: [],
    ipFamilyPolicy: 'PreferDualStack',
    ipFamilies: [],
  },
  baseUrl: '/',
  initContainers: [],
  nodeSelector: {},
  tolerations: [],
  concurrentSpawnLimit: 64,
  consecutiveFailureLimit: 5,
  deploymentStrategy: { type: 'Recreate' },
  db: {
    type: 'sqlite-pvc',
    pvc: { annotations: {}, selector: {}, accessModes: ['ReadWriteOnce'], storage: '1Gi' },
  },
  labels: {},
  annotations: {},
  command: [],
  args: [],
  extraConfig: {},
  extraFiles: {},
  extraEnv: {},
  extraContainers: [],
  extraVolumes: [],
  extraVolumeMounts: [],
  image: { name: 'quay.io/jupyterhub/k8s-hub', tag: CHART_VERSION, pullSecrets: [] },
  resources: {},
  podSecurityContext: { runAsNonRoot: true, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  containerSecurityContext: {
    runAsUser: 1000,
    runAsGroup: 1000,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
  },
  lifecycle: {},
  loadRoles: {},
  services: {},
  pdb: { enabled: false, minAvailable: 1 },
  networkPolicy: {
    enabled: true,
    ingress: [],
    egress: [],
    egressAllowRules: ALL_EGRESS,
    interNamespaceAccessLabels: 'ignore',
    allowedIngressPorts: [],
  },
  allowNamedServers: false,
  templatePaths: [],
  templateVars: {},
  livenessProbe: livenessProbe(300),
  readinessProbe: READINESS_PROBE,
  serviceAccount: { create: true, annotations: {} },
  extraPodSpec: {},
} satisfies DefaultsOf<Wire<HubProps>>;
