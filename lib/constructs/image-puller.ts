import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from './component';
import { Release } from './release';

/** Pulling the users' images before they are needed. */
export class ImagePuller extends Component {
  /** The DaemonSet for nodes that join later; undefined where there is none. */
  public readonly continuousDaemonSet?: ApiObject;
  /** The DaemonSet of the stage before a change; undefined where there is none. */
  public readonly hookDaemonSet?: ApiObject;
  /** The Job that waits for that stage; undefined where there is none. */
  public readonly hookJob?: ApiObject;

  /**
   * The image pullers of a release.
   * @param scope a chart, or a construct in one
   * @param id id of the construct
   * @param release the options
   */
  constructor(scope: Construct, id: string, release: Release) {
    super(scope, id, release, 'imagePuller');
    this.continuousDaemonSet = this._find('continuousDaemonSet');
    this.hookDaemonSet = this._find('hookDaemonSet');
    this.hookJob = this._find('hookJob');
  }
}
