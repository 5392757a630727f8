import type { ISecret, ServiceType } from 'cdk8s-plus-28';
import { ExposureProps, ProxyServiceProps } from './exposure-props';
import { checkCall } from '../wire/refuse';

/** An Ingress to the proxy. */
export interface IngressExposureProps {
  /** Host name that users type. */
  readonly host: string;
  /**
   * Secret with the host's certificate, for HTTPS. cert-manager makes it where `issuer` is given.
   * @default - HTTP only
   */
  readonly tlsSecret?: string | ISecret;
  /**
   * cert-manager ClusterIssuer that makes the certificate.
   * @default - the Secret exists
   */
  readonly clusterIssuer?: string;
  /**
   * Class of the Ingress.
   * @default - the cluster's default class
   */
  readonly className?: string;
  /**
   * Annotations, for the controller.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
}

/** A route of the Gateway API to the proxy. */
export interface GatewayExposureProps {
  /** Host name that users type. */
  readonly host: string;
  /** Name of the Gateway. */
  readonly name: string;
  /**
   * Namespace of the Gateway.
   * @default - the release's
   */
  readonly namespace?: string;
  /**
   * Listener of the Gateway.
   * @default - all that fit
   */
  readonly sectionName?: string;
  /**
   * Annotations of the route.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
}

/** Node ports of the proxy. */
export interface NodePortExposureProps {
  /**
   * Node port of HTTP.
   * @default - Kubernetes chooses
   */
  readonly http?: number;
  /**
   * Node port of HTTPS.
   * @default - Kubernetes chooses
   */
  readonly https?: number;
}

// The enum itself would load cdk8s-plus, which the command line does without.
const CLUSTER_IP = 'ClusterIP' as ServiceType;
const LOAD_BALANCER = 'LoadBalancer' as ServiceType;
const NODE_PORT = 'NodePort' as ServiceType;

/** How users reach the proxy: one way, which leaves no other behind. */
export class Exposure {
  /** A load balancer of the cloud. */
  public static loadBalancer(service: ProxyServiceProps = {}): ExposureProps {
    checkCall('Exposure.loadBalancer', Exposure.loadBalancer, [service]);
    return { service: { ...service, type: LOAD_BALANCER } };
  }

  /** A port of every node. */
  public static nodePort(props: NodePortExposureProps = {}): ExposureProps {
    checkCall('Exposure.nodePort', Exposure.nodePort, [props]);
    return { service: { type: NODE_PORT, nodePorts: props } };
  }

  /** An Ingress; the Service is of the cluster alone. */
  public static ingress(props: IngressExposureProps): ExposureProps {
    checkCall('Exposure.ingress', Exposure.ingress, [props]);
    const { tlsSecret } = props;
    const secretName = typeof tlsSecret === 'object' ? tlsSecret.name : tlsSecret;
    const issuer: Record<string, string> = props.clusterIssuer
      ? { 'cert-manager.io/cluster-issuer': props.clusterIssuer }
      : {};
    return {
      service: { type: CLUSTER_IP },
      ingress: {
        enabled: true,
        hosts: [props.host],
        ingressClassName: props.className,
        annotations: { ...issuer, ...props.annotations },
        tls: secretName === undefined ? [] : [{ hosts: [props.host], secretName }],
      },
    };
  }

  /** A route of the Gateway API; the Service is of the cluster alone. */
  public static gateway(props: GatewayExposureProps): ExposureProps {
    checkCall('Exposure.gateway', Exposure.gateway, [props]);
    const { name, namespace, sectionName } = props;
    return {
      service: { type: CLUSTER_IP },
      httpRoute: {
        enabled: true,
        hostnames: [props.host],
        annotations: props.annotations,
        gateway: { name, namespace: namespace ?? '', ...(sectionName && { sectionName }) },
      },
    };
  }

  /** From within the cluster alone. */
  public static clusterInternal(): ExposureProps {
    return { service: { type: CLUSTER_IP } };
  }

  private constructor() {}
}
