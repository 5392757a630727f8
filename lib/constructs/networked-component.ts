import { Tree } from '../data/maps';
import { ApiObject } from 'cdk8s';
import type { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkCall } from '../options/wire/refuse';
import { Component } from './component';
import { ComponentName } from '../components/manifests';
import { Release } from './release';
import { ruleFor } from './peers';

/** A component with a NetworkPolicy of its pods. */
export abstract class NetworkedComponent extends Component {
  /** The NetworkPolicy; undefined where there is none. */
  public readonly networkPolicy?: ApiObject;

  /** @internal */
  protected constructor(
    scope: Construct,
    id: string,
    private readonly owner: Release,
    component: ComponentName,
    private readonly optionPath: string[],
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

  private addRule(list: 'ingress' | 'egress', rule: unknown): void {
    this.owner._change((props) => withRule(props as unknown as Tree, [...this.optionPath, list], rule));
  }
}

/** The options with one more rule in the list at a path. */
function withRule(options: Tree, [key, ...rest]: readonly string[], rule: unknown): Tree {
  if (!rest.length) return { ...options, [key]: [...((options[key] ?? []) as unknown[]), rule] };
  return { ...options, [key]: withRule((options[key] ?? {}) as Tree, rest, rule) };
}
