import type { k8s, ServiceType } from 'cdk8s-plus-28';
import { IpFamily, IpFamilyPolicy } from '../../kubernetes/enums';
import { HttpRouteProps, IngressProps } from './route-props';

/** Fixed node ports of the Service `proxy-public`. */
export interface NodePortsProps {
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

/** The Service `proxy-public` (chart key `proxy.service`). */
export interface ProxyServiceProps {
  /**
   * Type of the Service.
   * @default ServiceType.LOAD_BALANCER
   */
  readonly type?: ServiceType;
  /**
   * More labels.
   * @default {}
   */
  readonly labels?: { [key: string]: string };
  /**
   * Annotations.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Fixed node ports.
   * @default {}
   */
  readonly nodePorts?: NodePortsProps;
  /**
   * Whether the port 80 is left out.
   * @default false
   */
  readonly disableHttpPort?: boolean;
  /**
   * More ports (Kubernetes `ServicePort`).
   * @default []
   */
  readonly extraPorts?: k8s.ServicePort[];
  /**
   * External addresses of the Service.
   * @default []
   */
  readonly externalIPs?: string[];
  /**
   * Address asked of the load balancer.
   * @default - any
   */
  readonly loadBalancerIP?: string;
  /**
   * CIDR ranges that the load balancer lets in.
   * @default []
   */
  readonly loadBalancerSourceRanges?: string[];
  /**
   * How many families of addresses it has.
   * @default IpFamilyPolicy.PREFER_DUAL_STACK
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;
  /**
   * Its families of addresses, in order.
   * @default - the cluster's
   */
  readonly ipFamilies?: IpFamily[];
}

/** How users reach the proxy: the Service always, an Ingress or an HTTPRoute before it if asked for. */
export interface ExposureProps {
  /**
   * The Service.
   * @default - a load balancer
   */
  readonly service?: ProxyServiceProps;
  /**
   * An Ingress.
   * @default - none
   */
  readonly ingress?: IngressProps;
  /**
   * An HTTPRoute of the Gateway API.
   * @default - none
   */
  readonly httpRoute?: HttpRouteProps;
}
