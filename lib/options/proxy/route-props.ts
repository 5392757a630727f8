import type { HttpIngressPathType, k8s } from 'cdk8s-plus-28';

/** An Ingress before the proxy (chart key `ingress`). */
export interface IngressProps {
  /**
   * Whether there is one.
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Annotations.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Class of the Ingress.
   * @default - the cluster's default class
   */
  readonly ingressClassName?: string;
  /**
   * Host names; none means any.
   * @default []
   */
  readonly hosts?: string[];
  /**
   * Text after the base URL in the path, for controllers that want a pattern.
   * @default - none
   */
  readonly pathSuffix?: string;
  /**
   * How the path is matched.
   * @default HttpIngressPathType.PREFIX
   */
  readonly pathType?: HttpIngressPathType;
  /**
   * Kubernetes `IngressTLS`.
   * @default []
   */
  readonly tls?: k8s.IngressTls[];
  /**
   * More paths (Kubernetes `HTTPIngressPath`).
   * @default []
   */
  readonly extraPaths?: k8s.HttpIngressPath[];
}

/** A Gateway that a route is attached to (`ParentReference` of the Gateway API). */
export interface GatewayProps {
  /**
   * Its name.
   * @default your-gateway
   */
  readonly name?: string;
  /**
   * Its namespace.
   * @default - the release's
   */
  readonly namespace?: string;
  /**
   * Its listener.
   * @default - all that fit
   */
  readonly sectionName?: string;
  /**
   * Its port.
   * @default - all that fit
   */
  readonly port?: number;
  /**
   * API group of what the route is attached to.
   * @default gateway.networking.k8s.io
   */
  readonly group?: string;
  /**
   * Kind of what the route is attached to.
   * @default Gateway
   */
  readonly kind?: string;
}

/** An HTTPRoute of the Gateway API before the proxy (chart key `httpRoute`). */
export interface HttpRouteProps {
  /**
   * Whether there is one.
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Annotations.
   * @default {}
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Host names; none means any.
   * @default []
   */
  readonly hostnames?: string[];
  /**
   * The Gateway.
   * @default - `your-gateway` of the release's namespace
   */
  readonly gateway?: GatewayProps;
}
