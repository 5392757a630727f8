import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { HubService } from './hub-service';
import { NetworkedComponent } from './networked-component';
import { structToWire } from '../options/wire/to-wire';
import { Release } from './release';
import { serviceProblems, withService } from '../options/hub/services';
import { checkCall, refuse } from '../options/wire/refuse';
import { RoleProps, ServiceProps } from '../options/hub/service-props';

/** The hub: logs users in and starts their servers. */
export class Hub extends NetworkedComponent {
  /** The Deployment. */
  public readonly deployment: ApiObject;
  /** The Service before it. */
  public readonly service: ApiObject;
  /** The ConfigMap with JupyterHub's configuration. */
  public readonly configMap: ApiObject;
  /** The Secret with what was given literally and what the cluster draws. */
  public readonly secret: ApiObject;
  /** The claim of the database; undefined where it is not SQLite on a claim. */
  public readonly databaseClaim?: ApiObject;
  /** The ServiceAccount; undefined where it is not made here. */
  public readonly serviceAccount?: ApiObject;
  /** The Role; undefined where none is made. */
  public readonly role?: ApiObject;
  /** The PodDisruptionBudget; undefined where there is none. */
  public readonly podDisruptionBudget?: ApiObject;

  /**
   * The hub of a release.
   * @param scope a chart, or a construct in one
   * @param id id of the construct
   * @param release the options
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly release: Release,
  ) {
    super(scope, id, release, 'hub', ['hub', 'networkPolicy'], 'hub');
    this.deployment = this._get('deployment');
    this.service = this._get('service');
    this.configMap = this._get('configMap');
    this.secret = this._get('secret');
    this.databaseClaim = this._find('databaseClaim');
    this.serviceAccount = this._find('serviceAccount');
    this.role = this._find('role');
    this.podDisruptionBudget = this._find('podDisruptionBudget');
  }

  /**
   * A service of JupyterHub: a program that talks to the hub, by a token that is generated in the cluster. With it come its role, the way of
   * the hub's Service to a port of it, and the rules that let its requests through.
   * @param key its name
   * @param props what it is and may do
   * @returns what a Deployment of the service needs: variables, token, URLs
   * @throws if there is a service of that name, or if it has scopes and there is a role of that name
   */
  public addService(key: string, props: ServiceProps = {}): HubService {
    checkCall('Hub.addService', this.addService, [key, props], `[${this.node.path}] addService: `);
    this.release._change(({ hub }) => {
      if (hub?.services?.[key]) throw new Error(`hub.services.${key}: there is a service of this name already`);
      const service = structToWire(props, 'ServiceProps');
      const own = { ...hub, services: { ...hub?.services, [key]: service } };
      refuse(`[${this.node.path}] addService: hub.`, serviceProblems(own), this.addService);
      return { hub: withService(own, key) };
    });
    return new HubService(this.release, key);
  }

  /**
   * A role of JupyterHub.
   * @param key its name
   * @param props scopes, and who has them
   * @throws if there is a role of that name
   */
  public addRole(key: string, props: RoleProps): void {
    checkCall('Hub.addRole', this.addRole, [key, props], `[${this.node.path}] addRole: `);
    this.release._change(({ hub }) => {
      if (hub?.loadRoles?.[key]) throw new Error(`hub.loadRoles.${key}: there is a role of this name already`);
      return { hub: { ...hub, loadRoles: { ...hub?.loadRoles, [key]: structToWire(props, 'RoleProps') } } };
    });
  }
}
