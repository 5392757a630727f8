import {
  accessModes,
  deploymentStrategy,
  extraFiles,
  hooks,
  image,
  networkPolicy,
  pdb,
  probe,
  revisionHistoryLimit,
  serviceAccount,
  serviceType,
} from './common';
import {
  any,
  booleanOrNull,
  choice,
  closed,
  each,
  integerOrNull,
  knownTexts,
  map,
  mapOrMaps,
  maps,
  open,
  Schema,
  text,
  textList,
  textOrNull,
  texts,
} from './types';

const db = closed({
  type: choice('sqlite-pvc', 'sqlite-memory', 'mysql', 'postgres', 'other'),
  pvc: closed(
    {
      annotations: texts,
      selector: map,
      storage: text,
      accessModes,
      storageClassName: textOrNull,
      subPath: textOrNull,
    },
    ['storage'],
  ),
  upgrade: booleanOrNull,
  url: textOrNull,
  password: textOrNull,
});

const service = closed({
  type: serviceType,
  ports: closed({ appProtocol: textOrNull, nodePort: { kinds: ['integer', 'null'], minimum: 0 } }),
  annotations: texts,
  extraPorts: maps,
  loadBalancerIP: textOrNull,
  ipFamilyPolicy: text,
  ipFamilies: textList,
});

/** JupyterHub's own configuration: a map for each class, with its traits. */
const config: Schema = {
  kinds: ['map'],
  keys: { JupyterHub: open({ subdomain_host: text, authenticator_class: textOrNull }) },
  others: map,
  othersBegin: { pattern: /^[A-Z]/, words: 'the name of a class, which begins with a capital letter' },
};

const noServiceName: Schema = {
  refused: 'the chart takes this for an option of a service and then fails; call the service something else',
};

/** Services by name. The names that the chart's schema wants to be a string or so cannot be a map, as its templates want. */
const services: Schema = {
  kinds: ['map'],
  keys: {
    name: noServiceName,
    admin: noServiceName,
    command: noServiceName,
    url: noServiceName,
    api_token: noServiceName,
    apiToken: noServiceName,
  },
  others: map,
};

export const hub = closed(
  {
    revisionHistoryLimit,
    config,
    extraFiles,
    baseUrl: text,
    command: knownTexts,
    args: knownTexts,
    cookieSecret: textOrNull,
    image,
    networkPolicy,
    db,
    labels: texts,
    initContainers: maps,
    extraEnv: mapOrMaps,
    extraConfig: each(text),
    service,
    pdb,
    existingSecret: textOrNull,
    nodeSelector: map,
    tolerations: maps,
    activeServerLimit: integerOrNull,
    allowNamedServers: booleanOrNull,
    annotations: texts,
    authenticatePrometheus: booleanOrNull,
    concurrentSpawnLimit: integerOrNull,
    consecutiveFailureLimit: integerOrNull,
    podSecurityContext: { ...any, others: any },
    containerSecurityContext: map,
    deploymentStrategy,
    extraContainers: maps,
    extraVolumeMounts: maps,
    extraVolumes: maps,
    livenessProbe: probe,
    readinessProbe: probe,
    namedServerLimitPerUser: integerOrNull,
    redirectToServer: booleanOrNull,
    resources: map,
    lifecycle: hooks,
    services,
    loadRoles: map,
    shutdownOnLogout: booleanOrNull,
    templatePaths: textList,
    templateVars: map,
    serviceAccount,
    extraPodSpec: map,
  },
  ['baseUrl'],
);
