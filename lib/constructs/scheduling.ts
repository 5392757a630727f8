import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from './component';
import { Release } from './release';

/** The scheduler that packs users' pods onto few nodes. */
export class UserScheduler extends Component {
  /** The Deployment; undefined where there is no user scheduler. */
  public readonly deployment?: ApiObject;
  /** The ConfigMap with kube-scheduler's configuration; undefined where there is no user scheduler. */
  public readonly configMap?: ApiObject;

  /**
   * The user scheduler of a release.
   * @param scope a chart, or a construct in one
   * @param id id of the construct
   * @param release the options
   */
  constructor(scope: Construct, id: string, release: Release) {
    super(scope, id, release, 'userScheduler');
    this.deployment = this._find('deployment');
    this.configMap = this._find('configMap');
  }
}

/** Pods that keep room for users to come. */
export class UserPlaceholder extends Component {
  /** The StatefulSet; undefined where there are no placeholders. */
  public readonly statefulSet?: ApiObject;

  /**
   * The placeholders of a release.
   * @param scope a chart, or a construct in one
   * @param id id of the construct
   * @param release the options
   */
  constructor(scope: Construct, id: string, release: Release) {
    super(scope, id, release, 'userPlaceholder');
    this.statefulSet = this._find('statefulSet');
  }
}
