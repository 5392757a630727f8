/** What an Ingress is when nothing is said about it. */
export const INGRESS_DEFAULTS = {
  enabled: false,
  annotations: {},
  hosts: [],
  pathType: 'Prefix',
  tls: [],
  extraPaths: [],
};

/** What an HTTPRoute is when nothing is said about it. */
export const HTTP_ROUTE_DEFAULTS = {
  enabled: false,
  annotations: {},
  hostnames: [],
  gateway: { name: 'your-gateway', namespace: '' },
};
