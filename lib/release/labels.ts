import { nonEmpty } from '../data/maps';
import { Manifest } from '../kubernetes/manifest';

/** Value of `app.kubernetes.io/managed-by` on every object; pruning selects by it. */
export const MANAGED_BY = 'cdk8s-jupyterhub';

/** The component label that KubeSpawner gives to users' pods. */
export const USER_POD_COMPONENT = 'singleuser-server';

type StringMap = Record<string, string>;

/** The release that an object belongs to, as the chart and this library label it. */
export function releaseOf({ metadata }: Manifest): string | undefined {
  return metadata.labels?.release ?? metadata.labels?.['app.kubernetes.io/instance'];
}

/** The part of a release that an object is. */
export function componentOf({ metadata }: Manifest): string | undefined {
  return metadata.labels?.component ?? metadata.labels?.['app.kubernetes.io/component'];
}

/** The labels of one release. */
export class Labels {
  readonly app: string;

  constructor(
    readonly release: string,
    nameOverride: string | undefined,
  ) {
    this.app = (nonEmpty(nameOverride) ?? 'jupyterhub').slice(0, 63).replace(/-$/, '');
  }

  /** Selector of a component's pods. Immutable in workloads: the chart's three old labels, so that its objects can be taken over. */
  match(component: string): StringMap {
    return { component, app: this.app, release: this.release };
  }

  /** Labels of a component's pod template. */
  pod(component: string): StringMap {
    return {
      ...this.match(component),
      'app.kubernetes.io/component': component,
      'app.kubernetes.io/name': this.app,
      'app.kubernetes.io/instance': this.release,
    };
  }

  /** Labels of a component's objects. */
  object(component: string): StringMap {
    return { ...this.pod(component), 'app.kubernetes.io/managed-by': MANAGED_BY };
  }
}
