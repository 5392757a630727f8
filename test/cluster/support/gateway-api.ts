import { kubectl, tryKubectl } from './kubectl';

const CRD = 'httproutes.gateway.networking.k8s.io';

/** A stand-in for the Gateway API's definition of HTTPRoute: it takes any. */
const STAND_IN = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: CRD,
    annotations: { 'api-approved.kubernetes.io': 'unapproved, a stand-in for tests' },
  },
  spec: {
    group: 'gateway.networking.k8s.io',
    names: { kind: 'HTTPRoute', listKind: 'HTTPRouteList', plural: 'httproutes', singular: 'httproute' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};

/** Sees to it that the cluster knows HTTPRoutes, and gives what undoes it. */
export async function withHttpRoutes(): Promise<() => Promise<void>> {
  if ((await tryKubectl(['get', 'crd', CRD])).status === 0) return () => Promise.resolve();
  await kubectl(['apply', '-f', '-'], { input: JSON.stringify(STAND_IN) });
  await kubectl(['wait', '--for=condition=Established', `crd/${CRD}`, '--timeout=60s']);
  return async () => {
    await kubectl(['delete', 'crd', CRD]);
  };
}
