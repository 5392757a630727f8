import type { FormatName } from '../../kubernetes/formats';

/** A format by name; with `!` where an empty string is none either, which elsewhere means that nothing is given. */
export type FormatUse = FormatName | `${FormatName}!`;

/** How a member is written: a scalar or the items of a list, the keys and values of a map, or one of some words. */
export type MemberFormat =
  | FormatUse
  | { readonly oneOf: readonly string[] }
  | { readonly keys?: FormatUse; readonly values?: FormatUse | { readonly oneOf: readonly string[] } };

const LABELS = { keys: 'label key', values: 'label value' } as const;
const ANNOTATIONS = { keys: 'annotation key' } as const;
const VARIABLES = { keys: 'variable!' } as const;
const PROTOCOL = { oneOf: ['TCP', 'UDP', 'SCTP'] } as const;
const ACCESS_MODES = { oneOf: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'] } as const;

/** Options of each server, for all and for those of a profile and a choice. */
const SERVER = {
  image: 'image!',
  imagePullSecrets: 'DNS name!',
  port: 'port',
  startTimeout: 'seconds',
  httpTimeout: 'seconds',
  uid: 'id',
  gid: 'id',
  fsGid: 'id',
  supplementalGids: 'id',
  workingDir: 'folder',
  cmd: 'what is not blank!',
  notebookDir: 'what is not blank',
  defaultUrl: 'address of a page',
  extraEnv: VARIABLES,
  extraFiles: { keys: 'Secret key!' },
  extraLabels: LABELS,
  extraAnnotations: ANNOTATIONS,
  nodeSelector: LABELS,
  schedulerName: 'DNS name',
  priorityClassName: 'DNS name',
  serviceAccountName: 'DNS name',
} as const;

/** How the options are written whose types do not show it, by their structs. */
export const OPTION_FORMATS: Readonly<Record<string, Readonly<Record<string, MemberFormat>>>> = {
  JupyterHubProps: { nameOverride: 'label value', imagePullSecrets: 'DNS name!' },
  ImageProps: { name: 'repository!', tag: 'tag', pullSecrets: 'DNS name!' },
  ServiceAccountProps: { name: 'DNS name', annotations: ANNOTATIONS },
  ResourcesProps: {
    limits: { keys: 'resource name!', values: 'quantity!' },
    requests: { keys: 'resource name!', values: 'quantity!' },
  },
  ProbeProps: {
    initialDelaySeconds: 'count',
    periodSeconds: 'positive integer',
    failureThreshold: 'positive integer',
    timeoutSeconds: 'positive integer',
  },
  PodDisruptionBudgetProps: { maxUnavailable: 'count or percentage', minAvailable: 'count or percentage' },
  NetworkPolicyProps: { allowedIngressPorts: 'port or its name' },
  ExtraFileProps: { mountPath: 'absolute path', binaryData: 'base64', mode: 'file mode' },

  HubProps: {
    revisionHistoryLimit: 'count',
    baseUrl: 'url path!',
    nodeSelector: LABELS,
    concurrentSpawnLimit: 'count',
    consecutiveFailureLimit: 'count',
    activeServerLimit: 'count',
    namedServerLimitPerUser: 'count',
    labels: LABELS,
    annotations: ANNOTATIONS,
    extraFiles: { keys: 'Secret key!' },
    extraEnv: VARIABLES,
    templatePaths: 'folder!',
    existingSecret: 'DNS name',
  },
  HubServiceProps: { annotations: ANNOTATIONS, loadBalancerIP: 'ip' },
  HubServicePortsProps: { nodePort: 'node port' },
  DatabaseClaimProps: {
    annotations: ANNOTATIONS,
    storage: 'storage!',
    subPath: 'path within a volume',
    storageClassName: 'DNS name',
  },
  DatabaseProps: { url: 'database URL!' },
  ServiceProps: {
    url: 'url',
    environment: VARIABLES,
    oauthRedirectUri: 'url or path',
    oauthClientId: 'OAuth client',
    port: 'port',
  },

  ProxyProps: { annotations: ANNOTATIONS, labels: LABELS },
  ChpProps: {
    revisionHistoryLimit: 'count',
    defaultTarget: 'url',
    errorTarget: 'url',
    extraEnv: VARIABLES,
    nodeSelector: LABELS,
  },
  TraefikProps: { revisionHistoryLimit: 'count', labels: LABELS, extraEnv: VARIABLES, nodeSelector: LABELS },
  HstsProps: { maxAge: 'count' },
  ProxyServiceProps: {
    labels: LABELS,
    annotations: ANNOTATIONS,
    externalIPs: 'ip!',
    loadBalancerIP: 'ip',
    loadBalancerSourceRanges: 'cidr!',
  },
  NodePortsProps: { http: 'node port', https: 'node port' },
  IngressProps: {
    annotations: ANNOTATIONS,
    ingressClassName: 'DNS name',
    pathSuffix: 'what is not blank',
  },
  HttpRouteProps: { annotations: ANNOTATIONS, hostnames: 'host!' },
  GatewayProps: {
    name: 'DNS name',
    namespace: 'DNS label',
    sectionName: 'DNS name',
    port: 'port',
    group: 'DNS name',
  },
  TlsProps: { hosts: 'host!' },
  LetsEncryptProps: { contactEmail: 'mail address', acmeServer: 'url!' },
  SecretTlsProps: { name: 'DNS name', key: 'Secret key', crt: 'Secret key' },

  SpawnerProps: { ...SERVER, podNameTemplate: 'name template' },
  ProfileProps: { ...SERVER, slug: 'slug!' },
  ProfileChoiceProps: SERVER,
  CpuProps: { limit: 'number', guarantee: 'number' },
  MemoryProps: { limit: 'memory', guarantee: 'memory' },
  ExtraResourceProps: {
    limits: { keys: 'resource name!', values: 'quantity!' },
    guarantees: { keys: 'resource name!', values: 'quantity!' },
  },
  CloudMetadataProps: { ip: 'ip!' },
  StorageProps: {
    capacity: 'storage!',
    homeMountPath: 'absolute path!',
    extraLabels: LABELS,
    extraAnnotations: ANNOTATIONS,
  },
  DynamicStorageProps: {
    storageClass: 'DNS name',
    pvcNameTemplate: 'name template',
    volumeNameTemplate: 'name template',
    subPath: 'path within a volume',
  },
  StaticStorageProps: { pvcName: 'DNS name', subPath: 'path within a volume' },

  PodPriorityProps: { defaultPriority: 'integer', imagePullerPriority: 'integer', userPlaceholderPriority: 'integer' },
  UserPlaceholderProps: { revisionHistoryLimit: 'count', replicas: 'count', labels: LABELS, annotations: ANNOTATIONS },
  UserSchedulerProps: {
    revisionHistoryLimit: 'count',
    replicas: 'count',
    logLevel: 'count',
    nodeSelector: LABELS,
    labels: LABELS,
    annotations: ANNOTATIONS,
  },
  SchedulerPluginProps: { weight: 'count' },
  ImagePullerProps: {
    revisionHistoryLimit: 'count',
    labels: LABELS,
    annotations: ANNOTATIONS,
    extraImages: { keys: 'name template!' },
  },
  HookPullerProps: {
    podSchedulingWaitDuration: 'integer',
    nodeSelector: LABELS,
    daemonsetAnnotations: ANNOTATIONS,
  },
  ContinuousPullerProps: { daemonsetAnnotations: ANNOTATIONS },
  CullingProps: { timeout: 'seconds', every: 'seconds', concurrency: 'positive integer', maxAge: 'count' },
};

/** How the options of factories are written that become something else: a URL, a list, traits. They are told of at once. */
export const FACTORY_FORMATS: Readonly<Record<string, Readonly<Record<string, FormatUse>>>> = {
  DatabaseServerProps: {
    host: 'server!',
    port: 'port',
    user: 'what is not blank!',
    database: 'what is not blank!',
  },
  GpuProps: { count: 'count', resource: 'resource name!' },
  IngressExposureProps: { host: 'host!', tlsSecret: 'DNS name!', clusterIssuer: 'DNS name!', className: 'DNS name!' },
  GatewayExposureProps: { host: 'host!', name: 'DNS name!', namespace: 'DNS label!', sectionName: 'DNS name!' },
  LetsEncryptTlsProps: { hosts: 'host!', contactEmail: 'mail address!', acmeServer: 'url!' },
  Auth0AuthenticatorProps: { auth0Domain: 'host!', auth0Subdomain: 'DNS label!', logoutRedirectUrl: 'url or path!' },
  AzureAdAuthenticatorProps: { logoutRedirectUrl: 'url or path!' },
  CiLogonAuthenticatorProps: { ciLogonHost: 'host!', logoutRedirectUrl: 'url or path!' },
  GenericOAuthProps: { logoutRedirectUrl: 'url or path!' },
  GitHubAuthenticatorProps: { logoutRedirectUrl: 'url or path!' },
  GitLabAuthenticatorProps: { logoutRedirectUrl: 'url or path!' },
  GlobusAuthenticatorProps: { logoutRedirectUrl: 'url or path!' },
  GoogleAuthenticatorProps: { hostedDomain: 'host!', logoutRedirectUrl: 'url or path!' },
  OAuthProps: { logoutRedirectUrl: 'url or path!' },
  LdapAuthenticatorProps: { serverPort: 'port' },
  FirstUseAuthenticatorProps: { minPasswordLength: 'count' },
  NativeAuthenticatorProps: {
    minimumPasswordLength: 'count',
    allowedFailedLogins: 'count',
    secondsBeforeNextTry: 'count',
  },
};

/** How fields of Kubernetes are written. */
export const FIELD_FORMATS: Readonly<Record<string, Readonly<Record<string, MemberFormat>>>> = {
  'k8s.AzureDiskVolumeSource': {
    cachingMode: { oneOf: ['None', 'ReadOnly', 'ReadWrite'] },
    kind: { oneOf: ['Shared', 'Dedicated', 'Managed'] },
  },
  'k8s.AzureFileVolumeSource': { secretName: 'DNS name!', shareName: 'what is not blank' },
  'k8s.ConfigMapEnvSource': { name: 'DNS name' },
  'k8s.ConfigMapKeySelector': { key: 'Secret key!', name: 'DNS name' },
  'k8s.ConfigMapProjection': { name: 'DNS name' },
  'k8s.ConfigMapVolumeSource': { defaultMode: 'file mode', name: 'DNS name' },
  'k8s.Container': {
    image: 'image!',
    imagePullPolicy: { oneOf: ['Always', 'IfNotPresent', 'Never'] },
    name: 'DNS label!',
    restartPolicy: { oneOf: ['Always', 'OnFailure', 'Never'] },
    terminationMessagePath: 'absolute path',
    terminationMessagePolicy: { oneOf: ['File', 'FallbackToLogsOnError'] },
  },
  'k8s.ContainerPort': {
    containerPort: 'port',
    hostPort: 'port',
    hostIp: 'ip',
    name: 'port name',
    protocol: PROTOCOL,
  },
  'k8s.ContainerResizePolicy': { restartPolicy: { oneOf: ['NotRequired', 'RestartContainer'] } },
  'k8s.CsiVolumeSource': { driver: 'DNS name!' },
  'k8s.DeploymentStrategy': { type: { oneOf: ['Recreate', 'RollingUpdate'] } },
  'k8s.DownwardApiVolumeFile': { mode: 'file mode', path: 'path within a volume!' },
  'k8s.DownwardApiVolumeSource': { defaultMode: 'file mode' },
  'k8s.EmptyDirVolumeSource': { sizeLimit: 'quantity!' },
  'k8s.EnvVar': { name: 'variable!' },
  'k8s.GrpcAction': { port: 'port' },
  'k8s.HostPathVolumeSource': {
    path: 'absolute path!',
    type: {
      oneOf: ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'],
    },
  },
  'k8s.HttpGetAction': { port: 'port or its name', scheme: { oneOf: ['HTTP', 'HTTPS'] } },
  'k8s.HttpIngressPath': {
    path: 'url path',
    pathType: { oneOf: ['Prefix', 'Exact', 'ImplementationSpecific'] },
  },
  'k8s.IngressServiceBackend': { name: 'DNS name!' },
  'k8s.IngressTls': { secretName: 'DNS name' },
  'k8s.IpBlock': { cidr: 'cidr!', except: 'cidr!' },
  'k8s.KeyToPath': { key: 'Secret key!', mode: 'file mode', path: 'path within a volume!' },
  'k8s.LabelSelector': { matchLabels: LABELS },
  'k8s.LabelSelectorRequirement': {
    key: 'label key!',
    operator: { oneOf: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
    values: 'label value',
  },
  'k8s.LocalObjectReference': { name: 'DNS name' },
  'k8s.NetworkPolicyPort': { endPort: 'port', port: 'port or its name', protocol: PROTOCOL },
  'k8s.NfsVolumeSource': { path: 'absolute path!', server: 'server!' },
  'k8s.NodeSelectorRequirement': {
    key: 'label key!',
    operator: { oneOf: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'] },
  },
  'k8s.ObjectMeta': { labels: LABELS, annotations: ANNOTATIONS },
  'k8s.PersistentVolumeClaimSpec': {
    accessModes: ACCESS_MODES,
    storageClassName: 'DNS name',
    volumeMode: { oneOf: ['Filesystem', 'Block'] },
  },
  'k8s.PersistentVolumeClaimVolumeSource': { claimName: 'DNS name!' },
  'k8s.PodAffinityTerm': { topologyKey: 'label key!', namespaces: 'DNS label!' },
  'k8s.PodSecurityContext': {
    fsGroup: 'id',
    fsGroupChangePolicy: { oneOf: ['OnRootMismatch', 'Always'] },
    runAsGroup: 'id',
    runAsUser: 'id',
    supplementalGroups: 'id',
  },
  'k8s.PreferredSchedulingTerm': { weight: 'weight' },
  'k8s.Probe': {
    failureThreshold: 'positive integer',
    initialDelaySeconds: 'count',
    periodSeconds: 'positive integer',
    successThreshold: 'positive integer',
    timeoutSeconds: 'positive integer',
  },
  'k8s.ProjectedVolumeSource': { defaultMode: 'file mode' },
  'k8s.ResourceRequirements': {
    limits: { keys: 'resource name!', values: 'quantity!' },
    requests: { keys: 'resource name!', values: 'quantity!' },
  },
  'k8s.RollingUpdateDeployment': { maxSurge: 'count or percentage', maxUnavailable: 'count or percentage' },
  'k8s.SeccompProfile': { type: { oneOf: ['RuntimeDefault', 'Localhost', 'Unconfined'] } },
  'k8s.SecretEnvSource': { name: 'DNS name' },
  'k8s.SecretKeySelector': { key: 'Secret key!', name: 'DNS name' },
  'k8s.SecretProjection': { name: 'DNS name' },
  'k8s.SecretVolumeSource': { defaultMode: 'file mode', secretName: 'DNS name' },
  'k8s.SecurityContext': {
    procMount: { oneOf: ['Default', 'Unmasked'] },
    runAsGroup: 'id',
    runAsUser: 'id',
  },
  'k8s.ServiceAccountTokenProjection': { path: 'path within a volume!' },
  'k8s.ServiceBackendPort': { name: 'port name', number: 'port' },
  'k8s.ServicePort': {
    name: 'DNS label',
    nodePort: 'node port',
    port: 'port',
    protocol: PROTOCOL,
    targetPort: 'port or its name',
  },
  'k8s.TcpSocketAction': { port: 'port or its name' },
  'k8s.Toleration': {
    effect: { oneOf: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] },
    key: 'label key',
    operator: { oneOf: ['Exists', 'Equal', 'Lt', 'Gt'] },
    value: 'label value',
    tolerationSeconds: 'integer',
  },
  'k8s.Volume': { name: 'DNS label!' },
  'k8s.VolumeMount': {
    mountPath: 'absolute path!',
    mountPropagation: { oneOf: ['None', 'HostToContainer', 'Bidirectional'] },
    name: 'DNS label!',
    subPath: 'path within a volume',
  },
  'k8s.WeightedPodAffinityTerm': { weight: 'weight' },
};
