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
   * `Prefix`, `Exact` or `ImplementationSpecific`.
   * @default Prefix
   */
  readonly pathType?: string;
  /**
   * Kubernetes `IngressTLS`.
   * @default []
   */
  readonly tls?: any[];
  /**
   * More paths (Kubernetes `HTTPIngressPath`).
   * @default []
   */
  readonly extraPaths?: any[];
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
   * The Gateway: `name`, `namespace` and other fields of the Gateway API's `ParentReference`.
   * @default { name: 'your-gateway', namespace: '' }
   */
  readonly gateway?: { [key: string]: any };
}
