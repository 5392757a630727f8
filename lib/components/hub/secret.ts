import { Installation } from '../../release/installation';
import { envSecrets } from '../../kubernetes/env';
import { extraFilesSecret } from '../../kubernetes/extra-files';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty } from '../../data/maps';
import { base64, revealText } from '../../secrets/secrets';
import { toSortedYaml } from '../../data/yaml';
import { configValues, extraConfig } from './config-values';
import { hubConfiguration } from './configuration';
import {
  AUTH_TOKEN_KEY,
  COOKIE_SECRET_KEY,
  CRYPT_KEEPER_KEY,
  DATABASE_PASSWORD_KEY,
  serviceTokenKey,
} from '../../release/secret-keys';
import { traitsYaml } from '../../release/traits';

type Services = Record<string, { apiToken?: unknown; api_token?: unknown } | undefined>;

/** The tokens that hub and proxy cannot do without, by key: the value given, or undefined for one to be drawn in the cluster. */
function tokens({ props }: Installation): Record<string, unknown> {
  const { hub, proxy } = props;
  const services = Object.entries((hub.services ?? {}) as Services);
  return {
    [AUTH_TOKEN_KEY]: proxy.secretToken,
    [COOKIE_SECRET_KEY]: hub.cookieSecret,
    [CRYPT_KEEPER_KEY]: hub.cryptKeeperKeys,
    ...Object.fromEntries(
      services.map(([key, service]) => [
        serviceTokenKey(key),
        nonEmpty(service?.api_token) ?? nonEmpty(service?.apiToken),
      ]),
    ),
  };
}

/** Keys of the tokens that the cluster has to draw. */
export function missingTokens(installation: Installation): string[] {
  return Object.entries(tokens(installation))
    .filter(([, token]) => nonEmpty(token) === undefined)
    .map(([key]) => key);
}

/** The keys that the hub asks its Secret for, with the value given or undefined. */
export function secretKeys(installation: Installation): Record<string, unknown> {
  return { ...tokens(installation), [DATABASE_PASSWORD_KEY]: installation.props.hub.db.password };
}

function document(
  data: Record<string, unknown>,
  write: (data: Record<string, unknown>) => string = toSortedYaml,
): string | undefined {
  return Object.keys(data).length ? write(data) : undefined;
}

function literals(installation: Installation): Record<string, string | undefined> {
  const { props } = installation;
  const texts = Object.entries(secretKeys(installation)).map(([key, value]) => [key, revealText(value)]);
  return {
    ...(Object.fromEntries(texts) as Record<string, string | undefined>),
    'config.yaml': document(hubConfiguration(installation).secret, traitsYaml),
    'values.yaml': document(configValues(installation).secret),
    'extra-config.yaml': document(extraConfig(installation).secret),
    ...envSecrets('hub', props.hub.extraEnv),
    ...envSecrets('proxy.chp', props.proxy.chp.extraEnv),
    ...envSecrets('proxy.traefik', props.proxy.traefik.extraEnv),
  };
}

/** The release's own Secret: what was given literally, the hub's files, and room for what the cluster draws. */
export function hubSecret(installation: Installation): Manifest {
  const { props, names } = installation;
  const known = Object.entries(literals(installation)).filter(([, text]) => text !== undefined);
  const data = Object.fromEntries(known.map(([key, text]) => [key, base64(text as string)]));
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: installation.metadata(names.hub, 'hub'),
    type: 'Opaque',
    data: nonEmpty({ ...data, ...extraFilesSecret(props.hub.extraFiles) }),
  };
}

/** Text of the literals that the hub reads, for noticing a change. */
export function hubSecretText({ data }: Manifest): string | undefined {
  const own = Object.entries((data ?? {}) as Record<string, unknown>).filter(([key]) => !key.startsWith('proxy.'));
  return own.length ? JSON.stringify(own) : undefined;
}
