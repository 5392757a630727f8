import { EnvValue, ISecret } from 'cdk8s-plus-28';
import { HUB_PORT } from '../options/hub/services';
import { serviceTokenKey, tokenReference } from '../release/secret-keys';
import { SecretValue } from '../secrets/secret-value';
import { Release } from './release';

/** A service of JupyterHub as the program that runs elsewhere needs it: a Deployment of one's own. */
export class HubService {
  /** The name that JupyterHub knows it by. */
  public readonly name: string;

  /** @internal */
  constructor(
    private readonly release: Release,
    private readonly key: string,
  ) {
    this.name = (this.own.name as string | undefined) ?? key;
  }

  private get own(): Readonly<Record<string, unknown>> {
    return (this.release._installation.props.hub.services?.[this.key] ?? {}) as Record<string, unknown>;
  }

  private get baseUrl(): string {
    const path = this.release._installation.props.hub.baseUrl.replace(/^\/+|\/+$/g, '');
    return path ? `/${path}/` : '/';
  }

  /** The token by which it talks to the hub, from the Secret that holds it; for containers in the release's namespace. */
  public get apiToken(): EnvValue {
    const token = this.own.apiToken as SecretValue | undefined;
    const { name, key } = tokenReference(this.release._installation, serviceTokenKey(this.key), token);
    return EnvValue.fromSecretValue({ secret: { name } as ISecret, key });
  }

  /** URL of the hub's API inside the cluster. */
  public get apiUrl(): string {
    const { names, namespace } = this.release._installation;
    return `http://${names.hub}.${namespace}:${HUB_PORT}${this.baseUrl}hub/api`;
  }

  /** Path that users reach it by, with slashes at both ends; of use where the service has a `url`. */
  public get prefix(): string {
    return `${this.baseUrl}services/${this.name}/`;
  }

  /** Id of its OAuth client. */
  public get oauthClientId(): string {
    return (this.own.oauth_client_id as string | undefined) ?? `service-${this.name}`;
  }

  /** The variables by which JupyterHub's own client, `jupyterhub.services.auth`, finds the hub, and logs users in. */
  public get env(): { [name: string]: EnvValue } {
    const callback = (this.own.oauth_redirect_uri as string | undefined) ?? `${this.prefix}oauth_callback`;
    const texts = {
      JUPYTERHUB_API_URL: this.apiUrl,
      JUPYTERHUB_BASE_URL: this.baseUrl,
      JUPYTERHUB_CLIENT_ID: this.oauthClientId,
      JUPYTERHUB_OAUTH_ACCESS_SCOPES: JSON.stringify(['access:services', `access:services!service=${this.name}`]),
      JUPYTERHUB_OAUTH_CALLBACK_URL: callback,
      JUPYTERHUB_SERVICE_NAME: this.name,
      JUPYTERHUB_SERVICE_PREFIX: this.prefix,
    };
    const values = Object.entries(texts).map(([name, text]) => [name, EnvValue.fromValue(text)] as const);
    return { JUPYTERHUB_API_TOKEN: this.apiToken, ...Object.fromEntries(values) };
  }
}
