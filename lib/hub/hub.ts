import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../kubernetes/component';
import { Release } from '../release';
import { RoleProps, ServiceProps } from './service-props';

/** The hub: logs users in and starts their servers. */
export class Hub extends Component {
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
  /** The NetworkPolicy; undefined where there is none. */
  public readonly networkPolicy?: ApiObject;
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
    super(scope, id, release, 'hub');
    const { names } = release._installation;
    this.deployment = this._get('Deployment');
    this.service = this._get('Service');
    this.configMap = this._get('ConfigMap', names.hub);
    this.secret = this._get('Secret', names.hub);
    this.databaseClaim = this._find('PersistentVolumeClaim');
    this.serviceAccount = this._find('ServiceAccount', names['hub-serviceaccount']);
    this.role = this._find('Role', names.hub);
    this.networkPolicy = this._find('NetworkPolicy');
    this.podDisruptionBudget = this._find('PodDisruptionBudget');
  }

  /**
   * A service of JupyterHub: a program that talks to the hub, by a token that is drawn in the cluster. With it come its role, the way of
   * the hub's Service to a port of it, and the rules that let its requests through.
   * @param name name of the service
   * @param props what it is and may do
   * @throws if there is a service of that name
   */
  public addService(name: string, props: ServiceProps = {}): void {
    const { port, scopes, ...service } = props;
    this.release._change(({ hub }) => {
      if (hub?.services?.[name]) throw new Error(`hub.services.${name}: there is a service of this name already`);
      return { hub: { ...hub, services: { ...hub?.services, [name]: toWire(service) } } };
    });
    if (scopes) this.addRole(name, { scopes, services: [name] });
    if (port !== undefined) this.openPort(name, port);
  }

  /**
   * A role of JupyterHub.
   * @param name name of the role
   * @param props scopes, and who has them
   * @throws if there is a role of that name
   */
  public addRole(name: string, props: RoleProps): void {
    this.release._change(({ hub }) => {
      if (hub?.loadRoles?.[name]) throw new Error(`hub.loadRoles.${name}: there is a role of this name already`);
      return { hub: { ...hub, loadRoles: { ...hub?.loadRoles, [name]: { ...props } } } };
    });
  }

  /** A service that runs beside the hub is reached by the proxy, and by users' servers, at a port of its own. */
  private openPort(name: string, port: number): void {
    this.release._change(({ hub }) => ({
      hub: {
        ...hub,
        service: {
          ...hub?.service,
          extraPorts: [...(hub?.service?.extraPorts ?? []), { name, port, targetPort: port }],
        },
        networkPolicy: {
          ...hub?.networkPolicy,
          ingress: [
            ...(hub?.networkPolicy?.ingress ?? []),
            {
              ports: [{ port }],
              from: [{ podSelector: { matchLabels: { 'hub.jupyter.org/network-access-hub': 'true' } } }],
            },
          ],
        },
      },
    }));
  }
}

/** A service in JupyterHub's own words. */
function toWire({ extra, ...props }: Omit<ServiceProps, 'port' | 'scopes'>): Record<string, unknown> {
  const words = Object.entries(props).filter(([, value]) => value !== undefined);
  const snakeCase = (word: string) => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return { ...Object.fromEntries(words.map(([word, value]) => [snakeCase(word), value as unknown])), ...extra };
}
