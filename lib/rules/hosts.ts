import { Address, callbackProblem } from '../options/authenticator/callback';
import { WireProps } from '../options/program';
import { entriesOf, nonEmpty, Path } from '../data/maps';
import { mapsOf, show } from './lookup';
import { Rule } from './rule';
import { DNS_WILDCARD } from '../data/names';

const INGRESS: Path = ['proxy', 'exposure', 'ingress'];

/** Host names that users type, as far as the options tell. */
function hostsOf({ proxy }: Pick<WireProps, 'proxy'>): string[] {
  const { ingress, httpRoute } = proxy?.exposure ?? {};
  const { hosts } = proxy?.tls?.enabled ? proxy.tls : {};
  const all = [
    ...(ingress?.enabled ? (ingress.hosts ?? []) : []),
    ...(httpRoute?.enabled ? (httpRoute.hostnames ?? []) : []),
    ...(hosts ?? []),
  ];
  // Of what is no text, the cluster's refusal or a check of the values tells.
  return all.filter((host) => typeof host === 'string' && host !== '' && !host.startsWith('*'));
}

/** Where users find the hub, as far as the options tell. */
export function addressOf(props: Pick<WireProps, 'hub' | 'proxy'>): Address {
  const { tls, exposure } = props.proxy ?? {};
  const { ingress } = exposure ?? {};
  const isTls = tls?.enabled === true || (ingress?.enabled === true && nonEmpty(ingress.tls) !== undefined);
  return { hosts: hostsOf(props), baseUrl: props.hub?.baseUrl ?? '/', isTls };
}

export const HOST_RULES: readonly Rule[] = [
  {
    id: 'hosts/ingress-host',
    severity: 'warning',
    title: 'A host of the Ingress is no host name',
    effect: 'Kubernetes refuses the Ingress',
    mend: "a host name has lower-case letters, digits, '-' and '.', without scheme, port and path",
    check: ({ props }, report) => {
      const { ingress } = props.proxy.exposure;
      if (!ingress.enabled) return;
      const ofTls = mapsOf(ingress.tls, [...INGRESS, 'tls']).flatMap(([path, { hosts }]) =>
        entriesOf(hosts, [...path, 'hosts']),
      );
      for (const [path, host] of [...entriesOf(ingress.hosts, [...INGRESS, 'hosts']), ...ofTls]) {
        if (typeof host === 'string' && host !== '' && !DNS_WILDCARD.test(host))
          report(path, `${show(host)} is no host name`);
      }
    },
  },
  {
    id: 'hosts/callback-url',
    severity: 'error',
    title: "The authenticator's callback URL leads elsewhere than to the hub",
    effect: 'users do not come back after they have logged in',
    mend: '',
    check: ({ props }, report) => {
      const { _callbackUrl: callbackUrl } = props.authenticator;
      const problem = callbackUrl === undefined ? undefined : callbackProblem(callbackUrl, addressOf(props));
      if (problem !== undefined) report(['authenticator', 'callbackUrl'], `${callbackUrl} ${problem}`);
    },
  },
];
