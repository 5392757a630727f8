import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NetworkedComponent } from './networked-component';
import { Release } from './release';

/** The proxy: routes users to the hub and to their servers. */
export class Proxy extends NetworkedComponent {
  /** The Deployment of configurable-http-proxy. */
  public readonly deployment: ApiObject;
  /** The Service that users come in by. */
  public readonly publicService: ApiObject;
  /** The Service that the hub tells routes by. */
  public readonly apiService: ApiObject;
  /** The Deployment of traefik; undefined where certificates do not come from Let's Encrypt. */
  public readonly autohttpsDeployment?: ApiObject;
  /** The Ingress; undefined where there is none. */
  public readonly ingress?: ApiObject;
  /** The HTTPRoute; undefined where there is none. */
  public readonly httpRoute?: ApiObject;

  /**
   * The proxy of a release.
   * @param scope a chart, or a construct in one
   * @param id id of the construct
   * @param release the options
   */
  constructor(scope: Construct, id: string, release: Release) {
    super(scope, id, release, 'proxy', ['proxy', 'chp', 'networkPolicy'], 'proxy');
    this.deployment = this._get('deployment');
    this.publicService = this._get('publicService');
    this.apiService = this._get('apiService');
    this.autohttpsDeployment = this._find('autohttpsDeployment');
    this.ingress = this._find('ingress');
    this.httpRoute = this._find('httpRoute');
  }
}
