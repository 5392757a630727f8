import { Manifest } from './manifest';
import { concat, nonEmpty, Tree } from '../data/maps';
import { Wire } from './wire';
import { EgressAllowRules, NetworkPolicyProps } from './props';
import { NetworkPolicySpec } from './shapes';

const PRIVATE_CIDRS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** A port that is open to pods with an access label. */
export interface LabelledAccess {
  readonly ports: readonly string[];
  readonly label: string;
}

/** What a component itself needs of the network. */
export interface Connections {
  readonly from: readonly LabelledAccess[];
  readonly to: readonly { readonly selector: Record<string, string>; readonly ports: readonly number[] }[];
}

function block(cidr: string): Tree {
  return { ipBlock: { cidr } };
}

function labelledIngress(access: LabelledAccess, otherNamespaces: boolean): Tree {
  const matchLabels = { [access.label]: 'true' };
  const pods = { podSelector: { matchLabels } };
  return {
    ports: access.ports.map((port) => ({ port })),
    from: otherNamespaces ? [{ ...pods, namespaceSelector: {} }, { namespaceSelector: { matchLabels } }] : [pods],
  };
}

function allowedEgress(allow: EgressAllowRules, metadataIp: string): Tree[] {
  const metadata = `${metadataIp}/32`;
  const dns = [
    ...(allow.dnsPortsCloudMetadataServer ? [block(metadata)] : []),
    ...(allow.dnsPortsKubeSystemNamespace
      ? [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }]
      : []),
    ...(allow.dnsPortsPrivateIPs ? PRIVATE_CIDRS.map(block) : []),
  ];
  const dnsPorts = ['UDP', 'TCP'].map((protocol) => ({ port: 53, protocol }));
  return [
    ...(dns.length ? [{ ports: dnsPorts, to: dns }] : []),
    ...(allow.nonPrivateIPs
      ? [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: [...PRIVATE_CIDRS, metadata] } }] }]
      : []),
    ...(allow.privateIPs ? [{ to: PRIVATE_CIDRS.map(block) }] : []),
    ...(allow.cloudMetadataServer ? [{ to: [block(metadata)] }] : []),
  ];
}

/** The NetworkPolicy of a component. */
export function networkPolicy(
  metadata: Manifest['metadata'],
  selector: Record<string, string>,
  props: Wire<NetworkPolicyProps>,
  connections: Connections,
  metadataIp: string,
): Manifest {
  const openPorts = props.allowedIngressPorts ?? [];
  const otherNamespaces = props.interNamespaceAccessLabels === 'accept';
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata,
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress', 'Egress'],
      // No rule means that nothing is allowed; an empty list means the same, and the server drops it.
      ingress: nonEmpty(
        concat(
          openPorts.length ? [{ ports: openPorts.map((port: unknown) => ({ port })) }] : [],
          connections.from.map((access) => labelledIngress(access, otherNamespaces)),
          props.ingress,
        ),
      ),
      egress: nonEmpty(
        concat(
          connections.to.map(({ selector: matchLabels, ports }) => ({
            to: [{ podSelector: { matchLabels } }],
            ports: ports.map((port) => ({ port })),
          })),
          allowedEgress(props.egressAllowRules ?? {}, metadataIp),
          props.egress,
        ),
      ),
    } satisfies NetworkPolicySpec,
  };
}
