import { Tree } from '../data/maps';
import { ApiObject } from 'cdk8s';
import {
  INetworkPolicyPeer,
  IPodSelector,
  LabelSelector,
  NetworkPolicyPeerConfig,
  PodSelectorConfig,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkCall } from '../options/wire/refuse';
import { Component } from './component';
import { ComponentName } from '../components/manifests';
import { Release } from './release';
import { ruleFor } from './peers';

/** A component with a NetworkPolicy of its pods, which is a peer for other NetworkPolicies. */
export abstract class NetworkedComponent extends Component implements INetworkPolicyPeer, IPodSelector {
  /** The NetworkPolicy; undefined where there is none. */
  public readonly networkPolicy?: ApiObject;

  /** @internal */
  protected constructor(
    scope: Construct,
    id: string,
    private readonly owner: Release,
    component: ComponentName,
    private readonly optionPath: string[],
    private readonly podComponent: string,
  ) {
    super(scope, id, owner, component);
    this.networkPolicy = this._find('networkPolicy');
  }

  /**
   * Lets others in.
   * @param peer who
   * @param port port of the pods; all where there is none
   */
  public allowFrom(peer: INetworkPolicyPeer, port?: number): void {
    checkCall('NetworkedComponent.allowFrom', this.allowFrom, [peer, port], `[${this.node.path}] allowFrom: `);
    this.addRule('ingress', ruleFor('from', peer, port));
  }

  /**
   * Lets the pods out to others.
   * @param peer whom
   * @param port port of theirs; all where there is none
   */
  public allowTo(peer: INetworkPolicyPeer, port?: number): void {
    checkCall('NetworkedComponent.allowTo', this.allowTo, [peer, port], `[${this.node.path}] allowTo: `);
    this.addRule('egress', ruleFor('to', peer, port));
  }

  /** The pods of the component, for NetworkPolicies of cdk8s-plus: `policy.addEgressRule(jupyterhub.hub)`. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The pods of the component. */
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }

  /** The labels that select the pods of the component. */
  public toPodSelectorConfig(): PodSelectorConfig {
    return { labelSelector: LabelSelector.of({ labels: this.owner._installation.labels.match(this.podComponent) }) };
  }

  private addRule(list: 'ingress' | 'egress', rule: unknown): void {
    this.owner._change((props) => withRule(props as unknown as Tree, [...this.optionPath, list], rule));
  }
}

/** The options with one more rule in the list at a path. */
function withRule(options: Tree, [key, ...rest]: readonly string[], rule: unknown): Tree {
  if (!rest.length) return { ...options, [key]: [...((options[key] ?? []) as unknown[]), rule] };
  return { ...options, [key]: withRule((options[key] ?? {}) as Tree, rest, rule) };
}
