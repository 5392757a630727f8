import { Installation } from '../../release/installation';
import { inPart, ReleaseObject } from '../release-object';
import { nonEmpty } from '../../data/maps';
import { HttpRouteSpec, IngressSpec } from '../../kubernetes/shapes';

/** The Ingress before the proxy. */
export function ingressObjects(installation: Installation): ReleaseObject[] {
  const { props, names } = installation;
  const { ingress } = props.proxy.exposure;
  if (!ingress.enabled) return [];
  const path = {
    path: `${props.hub.baseUrl.replace(/\/$/, '')}/${ingress.pathSuffix ?? ''}`,
    pathType: ingress.pathType,
    backend: { service: { name: names['proxy-public'], port: { name: 'http' } } },
  };
  const hosts: (string | undefined)[] = ingress.hosts?.length ? ingress.hosts : [undefined];
  return inPart('main', {
    ingress: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { ...installation.metadata(names.ingress, 'ingress'), annotations: nonEmpty(ingress.annotations) },
      spec: {
        ingressClassName: nonEmpty(ingress.ingressClassName),
        rules: hosts.map((host) => ({
          host: nonEmpty(host),
          http: { paths: [path, ...(ingress.extraPaths ?? [])] },
        })),
        tls: nonEmpty(ingress.tls),
      } satisfies IngressSpec,
    },
  });
}

/** The HTTPRoute before the proxy. */
export function httpRouteObjects(installation: Installation): ReleaseObject[] {
  const { props, names } = installation;
  const { httpRoute } = props.proxy.exposure;
  if (!httpRoute.enabled) return [];
  const { namespace, ...gateway } = httpRoute.gateway ?? {};
  return inPart('main', {
    httpRoute: {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: {
        ...installation.metadata(names.httpRoute, 'httproute'),
        annotations: nonEmpty(httpRoute.annotations),
      },
      spec: {
        parentRefs: [{ kind: 'Gateway', ...gateway, namespace: nonEmpty(namespace) }],
        hostnames: nonEmpty(httpRoute.hostnames),
        rules: [{ backendRefs: [{ name: names['proxy-public'], port: 80 }] }],
      } satisfies HttpRouteSpec,
    },
  });
}
