import { nonEmpty } from '../data/maps';
import { Wire } from '../kubernetes/wire';
import { ServiceAccountProps } from '../kubernetes/props';

/** What the names of a release's objects depend on. */
export interface NamesProps {
  readonly release: string;
  /** Prefix of every name; blank for none, undefined for one made of the release's name. */
  readonly fullnameOverride?: string;
  readonly nameOverride?: string;
  readonly hubServiceAccount: Wire<ServiceAccountProps>;
  readonly autohttpsServiceAccount: Wire<ServiceAccountProps>;
  readonly userSchedulerServiceAccount: Wire<ServiceAccountProps>;
  readonly hookImageAwaiterServiceAccount: Wire<ServiceAccountProps>;
  readonly hookImagePullerServiceAccount: Wire<ServiceAccountProps>;
  readonly continuousImagePullerServiceAccount: Wire<ServiceAccountProps>;
  readonly existingSecret?: string;
}

/** Names of all objects, by the short names that the hub's configuration looks them up with. */
export type Names = ReturnType<typeof namesOf>;

function serviceAccountName(account: Wire<ServiceAccountProps>, own: string): string {
  return nonEmpty(account.name) ?? (account.create ? own : 'default');
}

/** The prefix that is made of a release's name. */
export function releasePrefix(release: string, nameOverride?: string): string {
  const name = nonEmpty(nameOverride) ?? 'jupyterhub';
  return release.includes(name) ? release : `${release}-${name}`;
}

export function namesOf(props: NamesProps) {
  const fullname = props.fullnameOverride ?? releasePrefix(props.release, props.nameOverride);
  const dash = fullname ? `${fullname}-` : '';
  const hub = `${dash}hub`;
  const proxy = `${dash}proxy`;
  const autohttps = `${dash}autohttps`;
  const userScheduler = `${dash}user-scheduler`;
  const userPlaceholder = `${dash}user-placeholder`;
  const hookImageAwaiter = `${dash}hook-image-awaiter`;
  const hookImagePuller = `${dash}hook-image-puller`;
  const continuousImagePuller = `${dash}continuous-image-puller`;
  // Without a prefix, a name in the whole cluster needs the release in it to be its own.
  const clusterWide = (own: string, unprefixed: string) => (fullname ? own : `${props.release}-${unprefixed}`);
  return {
    fullname,
    'fullname-dash': dash,
    hub,
    'hub-serviceaccount': serviceAccountName(props.hubServiceAccount, hub),
    'hub-existing-secret': nonEmpty(props.existingSecret) ?? '',
    'hub-existing-secret-or-default': nonEmpty(props.existingSecret) ?? hub,
    'hub-literals': `${hub}-literals`,
    'hub-files': `${hub}-files`,
    'hub-pvc': `${hub}-db-dir`,
    proxy,
    'proxy-api': `${proxy}-api`,
    'proxy-http': `${proxy}-http`,
    'proxy-public': `${proxy}-public`,
    'proxy-public-tls': `${proxy}-public-tls-acme`,
    'proxy-public-manual-tls': `${proxy}-public-manual-tls`,
    autohttps,
    'autohttps-serviceaccount': serviceAccountName(props.autohttpsServiceAccount, autohttps),
    'user-scheduler-deploy': userScheduler,
    'user-scheduler-serviceaccount': serviceAccountName(props.userSchedulerServiceAccount, userScheduler),
    'user-scheduler-lock': `${userScheduler}-lock`,
    'user-placeholder': userPlaceholder,
    'image-puller-priority': clusterWide(`${dash}image-puller`, 'image-puller-priority'),
    'hook-image-awaiter': hookImageAwaiter,
    'hook-image-awaiter-serviceaccount': serviceAccountName(props.hookImageAwaiterServiceAccount, hookImageAwaiter),
    'hook-image-puller': hookImagePuller,
    'hook-image-puller-serviceaccount': nonEmpty(props.hookImagePullerServiceAccount.name) ?? hookImagePuller,
    'continuous-image-puller': continuousImagePuller,
    'continuous-image-puller-serviceaccount':
      nonEmpty(props.continuousImagePullerServiceAccount.name) ?? continuousImagePuller,
    singleuser: `${dash}singleuser`,
    'image-pull-secret': `${dash}image-pull-secret`,
    ingress: fullname || 'jupyterhub',
    httpRoute: fullname || 'jupyterhub',
    priority: clusterWide(fullname, 'default-priority'),
    'user-placeholder-priority': clusterWide(userPlaceholder, 'user-placeholder-priority'),
    'user-scheduler': clusterWide(userScheduler, 'user-scheduler'),
  };
}

/** The name of a Job whose template has a hash: a label of its pods, which may have 63 characters. */
export function jobName(name: string, hash: string): string {
  return `${name.slice(0, 62 - hash.length).replace(/-+$/, '')}-${hash}`;
}
