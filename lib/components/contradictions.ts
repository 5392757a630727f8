import { Installation } from '../release/installation';
import { ExtraFiles } from '../kubernetes/extra-files';
import { nonEmpty } from '../data/maps';
import { matchesHosts } from '../options/authenticator/callback';
import { WireProps } from '../options/program';
import { mountProblems } from './spawner/mounts';
import { hasAutohttps } from './proxy/autohttps';

function tlsProblems(installation: Installation): string[] {
  const { tls } = installation.props.proxy;
  if (!tls.enabled) return [];
  const missing = (option: string, value: unknown) =>
    nonEmpty(value) === undefined ? [`proxy.tls.${option} is missing`] : [];
  if (hasAutohttps(installation)) return missing('letsencrypt.contactEmail', tls.letsencrypt.contactEmail);
  if (tls.type === 'manual')
    return [...missing('manual.key', tls.manual.key), ...missing('manual.cert', tls.manual.cert)];
  return [];
}

function metadataProblems({ props }: Installation): string[] {
  const { cloudMetadata, networkPolicy } = props.spawner;
  if (
    !cloudMetadata.blockWithIptables ||
    !networkPolicy.enabled ||
    !networkPolicy.egressAllowRules.cloudMetadataServer
  ) {
    return [];
  }
  return [
    'spawner.networkPolicy.egressAllowRules.cloudMetadataServer opens what spawner.cloudMetadata.blockWithIptables blocks: ' +
      'set one of them to false',
  ];
}

function fileProblems(option: string, files: ExtraFiles | undefined): string[] {
  return Object.entries(files ?? {}).flatMap(([key, { data, stringData, binaryData }]) => {
    const contents = [data, stringData, binaryData].filter((content) => nonEmpty<unknown>(content) !== undefined);
    return contents.length === 1
      ? []
      : [`${option}.${key} needs one of data, stringData and binaryData; it has ${contents.length}`];
  });
}

function profileProblems({ props }: Installation): string[] {
  const profiles = props.spawner.profiles ?? [];
  const defaults = profiles.filter((profile) => profile._props?.default === true);
  const home = props.spawner.storage.type === 'none' ? undefined : props.spawner.storage.homeMountPath;
  const homeless = profiles.filter(({ _props }) => {
    const mounts = Object.values((_props?.volumeMounts ?? {}) as object) as { mountPath?: string }[];
    return (
      _props?.volumeMounts !== undefined && home !== undefined && !mounts.some(({ mountPath }) => mountPath === home)
    );
  });
  return [
    ...(defaults.length > 1
      ? [`spawner.profiles: ${defaults.length} profiles are the default; one at most can be`]
      : []),
    ...homeless.map(
      (profile) =>
        `spawner.profiles: the volumeMounts of ${profile.displayName} replace all others, and none of them is at ${home}: ` +
        'the home would be lost; mount it there too, or add volumes to all servers by addVolume',
    ),
  ];
}

/** Host names that users type, as far as the options tell. */
export function hostsOf({ proxy }: Pick<WireProps, 'proxy'>): string[] {
  const { ingress, httpRoute } = proxy?.exposure ?? {};
  const { hosts } = proxy?.tls?.enabled ? proxy.tls : {};
  const all = [
    ...(ingress?.enabled ? (ingress.hosts ?? []) : []),
    ...(httpRoute?.enabled ? (httpRoute.hostnames ?? []) : []),
    ...(hosts ?? []),
  ];
  return all.filter((host) => host !== '' && !host.startsWith('*'));
}

function callbackProblems({ props }: Installation): string[] {
  const { _callbackUrl: callbackUrl } = props.authenticator;
  const hosts = hostsOf(props);
  if (callbackUrl === undefined || matchesHosts(callbackUrl, hosts)) return [];
  return [`authenticator: the callback URL ${callbackUrl} leads to another host than the proxy's: ${hosts.join(', ')}`];
}

/** What contradicts itself among the options, in their own words. */
export function contradictions(installation: Installation): string[] {
  const { hub, spawner } = installation.props;
  return [
    ...callbackProblems(installation),
    ...mountProblems(installation),
    ...tlsProblems(installation),
    ...metadataProblems(installation),
    ...fileProblems('hub.extraFiles', hub.extraFiles),
    ...fileProblems('spawner.extraFiles', spawner.extraFiles),
    ...profileProblems(installation),
  ];
}
