import {
  deploymentStrategy,
  image,
  networkPolicy,
  pdb,
  probe,
  revisionHistoryLimit,
  serviceAccount,
  serviceType,
} from './common';
import {
  boolean,
  booleanOrNull,
  choice,
  closed,
  integer,
  integerOrNull,
  list,
  map,
  mapOrList,
  text,
  textOrNull,
  texts,
} from './types';

const chp = closed({
  revisionHistoryLimit,
  networkPolicy,
  extraCommandLineFlags: list,
  extraEnv: mapOrList,
  pdb,
  nodeSelector: map,
  tolerations: list,
  containerSecurityContext: map,
  image,
  livenessProbe: probe,
  readinessProbe: probe,
  resources: map,
  defaultTarget: textOrNull,
  errorTarget: textOrNull,
  extraPodSpec: map,
});

const traefik = closed({
  revisionHistoryLimit,
  labels: texts,
  networkPolicy,
  extraInitContainers: list,
  extraEnv: mapOrList,
  pdb,
  nodeSelector: map,
  tolerations: list,
  containerSecurityContext: map,
  extraDynamicConfig: map,
  extraPorts: list,
  extraStaticConfig: map,
  extraVolumes: list,
  extraVolumeMounts: list,
  hsts: closed({ includeSubdomains: boolean, maxAge: integer, preload: boolean }, [
    'includeSubdomains',
    'maxAge',
    'preload',
  ]),
  image,
  resources: map,
  serviceAccount,
  extraPodSpec: map,
});

const https = closed({
  enabled: booleanOrNull,
  type: choice(null, '', 'letsencrypt', 'manual', 'offload', 'secret'),
  letsencrypt: closed({ contactEmail: textOrNull, acmeServer: textOrNull }),
  manual: closed({ key: textOrNull, cert: textOrNull }),
  secret: closed({ name: textOrNull, key: textOrNull, crt: textOrNull }),
  hosts: list,
});

const service = closed({
  type: serviceType,
  labels: texts,
  annotations: texts,
  nodePorts: closed({ http: integerOrNull, https: integerOrNull }),
  disableHttpPort: boolean,
  extraPorts: list,
  externalIPs: list,
  loadBalancerIP: textOrNull,
  loadBalancerSourceRanges: list,
  ipFamilyPolicy: text,
  ipFamilies: list,
});

export const proxy = closed({
  chp,
  secretToken: textOrNull,
  service,
  https,
  traefik,
  labels: texts,
  annotations: texts,
  deploymentStrategy,
  secretSync: closed({ containerSecurityContext: map, image, resources: map }),
});
