/** Defaults of an Ingress. */
export const INGRESS_DEFAULTS = {
  enabled: false,
  annotations: {},
  hosts: [],
  pathType: 'Prefix',
  tls: [],
  extraPaths: [],
};

/** Defaults of an HTTPRoute. */
export const HTTP_ROUTE_DEFAULTS = {
  enabled: false,
  annotations: {},
  hostnames: [],
  gateway: { name: 'your-gateway', namespace: '' },
};
