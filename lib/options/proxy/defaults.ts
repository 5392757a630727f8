import type { DefaultsOf } from '../../data/complete';
import { ALL_EGRESS, livenessProbe, NOBODY_SECURITY_CONTEXT, READINESS_PROBE } from '../../kubernetes/defaults';
import type { Wire } from '../../kubernetes/wire';
import { CHART_VERSION } from '../../version';
import type { ProxyProps } from './props';
import { HTTP_ROUTE_DEFAULTS, INGRESS_DEFAULTS } from './route-defaults';

const NETWORK_POLICY = {
  enabled: true,
  ingress: [],
  egress: [],
  egressAllowRules: ALL_EGRESS,
  interNamespaceAccessLabels: 'ignore',
  allowedIngressPorts: ['http', 'https'],
};

/** Defaults of the proxy. */
export const PROXY_DEFAULTS = {
  annotations: {},
  labels: {},
  deploymentStrategy: { type: 'Recreate' },
  exposure: {
    service: {
      type: 'LoadBalancer',
      labels: {},
      annotations: {},
      nodePorts: {},
      disableHttpPort: false,
      extraPorts: [],
      externalIPs: [],
      loadBalancerSourceRanges: [],
      ipFamilyPolicy: 'PreferDualStack',
      ipFamilies: [],
    },
    ingress: INGRESS_DEFAULTS,
    httpRoute: HTTP_ROUTE_DEFAULTS,
  },
  chp: {
    containerSecurityContext: NOBODY_SECURITY_CONTEXT,
    image: { name: 'quay.io/jupyterhub/configurable-http-proxy', tag: '5.2.0', pullSecrets: [] },
    extraCommandLineFlags: [],
    livenessProbe: livenessProbe(60),
    readinessProbe: READINESS_PROBE,
    resources: {},
    extraEnv: {},
    nodeSelector: {},
    tolerations: [],
    networkPolicy: NETWORK_POLICY,
    pdb: { enabled: false, minAvailable: 1 },
    extraPodSpec: {},
  },
  traefik: {
    containerSecurityContext: NOBODY_SECURITY_CONTEXT,
    image: { name: 'traefik', tag: 'v3.6.12', pullSecrets: [] },
    hsts: { includeSubdomains: false, preload: false, maxAge: 15724800 },
    resources: {},
    labels: {},
    extraInitContainers: [],
    extraEnv: {},
    extraVolumes: [],
    extraVolumeMounts: [],
    extraStaticConfig: {},
    extraDynamicConfig: {},
    nodeSelector: {},
    tolerations: [],
    extraPorts: [],
    networkPolicy: NETWORK_POLICY,
    pdb: { enabled: false, minAvailable: 1 },
    serviceAccount: { create: true, annotations: {} },
    extraPodSpec: {},
  },
  secretSync: {
    containerSecurityContext: NOBODY_SECURITY_CONTEXT,
    image: { name: 'quay.io/jupyterhub/k8s-secret-sync', tag: CHART_VERSION, pullSecrets: [] },
    resources: {},
  },
  tls: {
    enabled: false,
    type: 'letsencrypt',
    letsencrypt: { acmeServer: 'https://acme-v02.api.letsencrypt.org/directory' },
    manual: {},
    secret: { key: 'tls.key', crt: 'tls.crt' },
    hosts: [],
  },
} satisfies DefaultsOf<Wire<ProxyProps>>;
