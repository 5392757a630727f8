import { Installation, oncePerInstallation } from '../../release/installation';
import { containerSecrets, envSecrets } from '../../kubernetes/env';
import { extraFilesSecret } from '../../kubernetes/extra-files';
import { Manifest } from '../../kubernetes/manifest';
import { nonEmpty } from '../../data/maps';
import { base64, isReference, revealText } from '../../secrets/secrets';
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

/** The tokens that hub and proxy cannot do without, by key: the value given, or undefined for one to be generated in the cluster. */
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

/** Keys of the tokens that the release's own Secret has to hold: all but those that stay in Secrets of others. */
export function ownTokens(installation: Installation): string[] {
  return keysWhere(tokens(installation), (token) => !isReference(token));
}

/** Keys of the tokens among them that are not generated, as they were given literally. */
export function givenTokens(installation: Installation): string[] {
  return keysWhere(tokens(installation), (token) => revealText(token) !== undefined);
}

function keysWhere(map: Record<string, unknown>, isSo: (value: unknown) => boolean): string[] {
  return Object.keys(map).filter((key) => isSo(map[key]));
}

/** The keys that the hub asks its Secrets for, with the value given or undefined. */
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
    ...containerSecrets('hub.initContainers', props.hub.initContainers),
    ...containerSecrets('hub.extraContainers', props.hub.extraContainers),
    ...envSecrets('proxy.chp', props.proxy.chp.extraEnv),
    ...envSecrets('proxy.traefik', props.proxy.traefik.extraEnv),
    ...containerSecrets('proxy.traefik.extraInitContainers', props.proxy.traefik.extraInitContainers),
  };
}

function secret(installation: Installation, name: string, data?: Record<string, string>): Manifest {
  return { apiVersion: 'v1', kind: 'Secret', metadata: installation.metadata(name, 'hub'), type: 'Opaque', data };
}

/**
 * The Secret that holds the tokens, the chart's by name and keys. No manifest ever says what is in it: an apply takes away what the one
 * before it has said, so all that is in it comes from the cluster, and stays.
 */
export function hubSecret(installation: Installation): Manifest {
  const { metadata, ...own } = secret(installation, installation.names.hub);
  return { ...own, metadata: { ...metadata, annotations: { 'helm.sh/resource-policy': 'keep' } } };
}

/** The Secret with what was given literally; undefined where nothing was. */
export const literalsSecret = oncePerInstallation((installation): Manifest | undefined => {
  const known = Object.entries(literals(installation)).filter(([, text]) => text !== undefined);
  if (!known.length) return undefined;
  const data = Object.fromEntries(known.map(([key, text]) => [key, base64(text as string)]));
  return secret(installation, installation.names['hub-literals'], data);
});

/** The Secret with the hub's files; undefined where none is written here. */
export const filesSecret = oncePerInstallation((installation): Manifest | undefined => {
  const data = nonEmpty(extraFilesSecret(installation.props.hub.extraFiles));
  return data && secret(installation, installation.names['hub-files'], data);
});
