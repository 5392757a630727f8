import { inPart, ReleaseObject } from '../release-object';
import { Installation } from '../../release/installation';
import { Manifest } from '../../kubernetes/manifest';
import { concat, nonEmpty } from '../../data/maps';
import { hasAutohttps } from './autohttps';
import { ServiceSpec } from '../../kubernetes/shapes';
import { withMetadata } from '../../kubernetes/objects';

function apiService(installation: Installation): Manifest {
  const { props, names, labels } = installation;
  const { service } = props.proxy.exposure;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: installation.metadata(names['proxy-api'], 'proxy-api'),
    spec: {
      selector: labels.match('proxy'),
      ports: [{ port: 8001, targetPort: 'api' }],
      ipFamilyPolicy: nonEmpty(service.ipFamilyPolicy),
      ipFamilies: nonEmpty(service.ipFamilies),
    } satisfies ServiceSpec,
  };
}

/** Which port of the pods HTTPS goes to; undefined where the Service has no HTTPS. */
function httpsTarget(installation: Installation): string | undefined {
  const { tls } = installation.props.proxy;
  if (!tls.enabled) return undefined;
  if (tls.type === 'offload') return 'http';
  return hasAutohttps(installation) || tls.type === 'manual' || tls.type === 'secret' ? 'https' : undefined;
}

function publicService(installation: Installation): Manifest {
  const { props, names, labels } = installation;
  const { service } = props.proxy.exposure;
  const https = httpsTarget(installation);
  const ports = concat(
    https ? [{ name: 'https', port: 443, targetPort: https, nodePort: service.nodePorts.https || undefined }] : [],
    service.disableHttpPort
      ? []
      : [{ name: 'http', port: 80, targetPort: 'http', nodePort: service.nodePorts.http || undefined }],
    service.extraPorts,
  );
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: withMetadata(installation.metadata(names['proxy-public'], 'proxy-public'), service),
    spec: {
      selector: labels.match(hasAutohttps(installation) ? 'autohttps' : 'proxy'),
      ports,
      type: service.type,
      loadBalancerIP: nonEmpty(service.loadBalancerIP),
      ipFamilyPolicy: nonEmpty(service.ipFamilyPolicy),
      ipFamilies: nonEmpty(service.ipFamilies),
      loadBalancerSourceRanges:
        service.type === 'LoadBalancer' ? nonEmpty(service.loadBalancerSourceRanges) : undefined,
      externalIPs: nonEmpty(service.externalIPs),
    } satisfies ServiceSpec,
  };
}

/** The proxy's Services: one for the hub, one for the users. */
export function proxyServiceObjects(installation: Installation): ReleaseObject[] {
  return inPart('main', { apiService: apiService(installation), publicService: publicService(installation) });
}
