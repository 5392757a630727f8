import type { INetworkPolicyPeer, k8s } from 'cdk8s-plus-28';
import { withoutNulls } from '../data/maps';
import { structToWire } from '../options/wire/to-wire';
import type { Wire } from '../kubernetes/wire';

/** What cdk8s-plus' selectors and address ranges become in a manifest: a method that its own objects write themselves by. */
interface Selector {
  _toKube(): Wire<k8s.LabelSelector>;
}

type Peer = Wire<k8s.NetworkPolicyPeer>;

const selected = (selector: unknown) => (selector as Selector | undefined)?._toKube();

/** A peer of cdk8s-plus as Kubernetes writes it. */
function peerOf(peer: INetworkPolicyPeer): Peer {
  const { ipBlock, podSelector } = peer.toNetworkPolicyPeerConfig();
  if (ipBlock) return { ipBlock: selected(ipBlock) as Peer['ipBlock'] };
  const { labelSelector, names } = podSelector?.namespaces ?? {};
  const byName = names && {
    matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [...names] }],
  };
  return { podSelector: selected(podSelector?.labelSelector), namespaceSelector: byName ?? selected(labelSelector) };
}

/** A rule for a peer and a port, or all ports, in one direction. */
export function ruleFor(direction: 'from' | 'to', peer: INetworkPolicyPeer, port: number | undefined) {
  const rule = withoutNulls({ [direction]: [peerOf(peer)], ports: port === undefined ? undefined : [{ port }] });
  const struct = direction === 'from' ? 'k8s.NetworkPolicyIngressRule' : 'k8s.NetworkPolicyEgressRule';
  return structToWire(rule, struct);
}
