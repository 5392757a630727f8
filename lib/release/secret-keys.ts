import { SecretValue } from '../secrets/secret-value';
import { Installation } from './installation';

/** Keys of the release's own Secret, the chart's: other workloads read them too. */
export const AUTH_TOKEN_KEY = 'hub.config.ConfigurableHTTPProxy.auth_token';
export const COOKIE_SECRET_KEY = 'hub.config.JupyterHub.cookie_secret';
export const CRYPT_KEEPER_KEY = 'hub.config.CryptKeeper.keys';
export const DATABASE_PASSWORD_KEY = 'hub.db.password';

/** The key of a service's token. */
export function serviceTokenKey(service: string): string {
  return `hub.services.${service}.apiToken`;
}

/** The Secret and key in which a token is found. */
export function tokenReference(installation: Installation, key: string, token: SecretValue | undefined) {
  return { name: token?.secretName ?? installation.names.hub, key: token?.secretKey ?? key };
}
