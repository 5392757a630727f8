import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Hub } from './hub';
import { ImagePuller } from './image-puller';
import { CheckedProps, TranslatedProps } from '../options/program';
import { JupyterHubProps } from '../options/props';
import { Proxy } from './proxy';
import { Release } from './release';
import { reviews, valuesRoom } from './on-demand';
import { UserPlaceholder, UserScheduler } from './scheduling';
import { Spawner } from './spawner';
import { Callee, checkCall, refuse } from '../options/wire/refuse';
import { found } from '../options/wire/words';
import { HelmValuesProps } from './helm-values-props';

/**
 * JupyterHub on Kubernetes: hub, proxy, and all that the zero-to-jupyterhub chart would install with them.
 *
 * Secrets that are known at synth are in a chart of their own, so in the file `<id>-secrets.k8s.yaml`; the stage that pulls images
 * before a change is in `<id>-image-puller.k8s.yaml`.
 */
export class JupyterHub extends Chart {
  /**
   * A JupyterHub as the chart's own values describe it.
   *
   * Warnings are printed to standard error.
   * @throws one error with a line for each problem: `FILE:LINE:COLUMN: KEY: what is wrong, what is allowed`
   */
  public static fromHelmValues(scope: Construct, id: string, props: HelmValuesProps): JupyterHub {
    checkCall('JupyterHub.fromHelmValues', JupyterHub.fromHelmValues, [scope, id, props], `[${pathOf(scope, id)}] `);
    const { argoCd, review, ...values } = props;
    return new JupyterHub(
      scope,
      id,
      new TranslatedProps({ ...valuesRoom().propsFromHelmValues({ release: id, ...values }), argoCd, review }),
    );
  }

  /** The options that the components share. */
  public readonly release: Release;
  /** The hub. */
  public readonly hub: Hub;
  /** The proxy. */
  public readonly proxy: Proxy;
  /** The users' servers. */
  public readonly spawner: Spawner;
  /** The user scheduler. */
  public readonly userScheduler: UserScheduler;
  /** The placeholders. */
  public readonly userPlaceholder: UserPlaceholder;
  /** The image pullers. */
  public readonly imagePuller: ImagePuller;

  /**
   * A JupyterHub.
   * @param scope the app
   * @param id id of the construct, and name of the file
   * @param props the options
   */
  constructor(scope: Construct, id: string, props: JupyterHubProps) {
    const checked = CheckedProps.of(props, `[${pathOf(scope, id)}] `, JupyterHub);
    checkPlace(scope, id, JupyterHub);
    super(scope, id, { namespace: checked.namespace });
    this.release = new Release(checked.release ?? id, checked);
    this.hub = new Hub(this, 'hub', this.release);
    this.proxy = new Proxy(this, 'proxy', this.release);
    this.spawner = new Spawner(this, 'spawner', this.release);
    this.userScheduler = new UserScheduler(this, 'user-scheduler', this.release);
    this.userPlaceholder = new UserPlaceholder(this, 'user-placeholder', this.release);
    this.imagePuller = new ImagePuller(this, 'image-puller', this.release);
    if (this.release._installation.props.review) reviews().addReview(this, () => this.release._installation);
  }
}

/** JavaScript has no compiler that would tell. */
function checkPlace(scope: unknown, id: unknown, callee: Callee): void {
  const { node } = Object(scope) as Partial<Construct>;
  const problems = [
    ...(node ? [] : [{ path: ['scope'], message: `must be a construct, such as the app, but is ${found(scope, [])}` }]),
    ...(typeof id === 'string' && id
      ? []
      : [{ path: ['id'], message: `must be a string that is not empty, but is ${found(id, [])}` }]),
  ];
  refuse('JupyterHub: ', problems, callee);
}

/** The path that a construct will have. */
function pathOf(scope: Construct, id: string): string {
  const { node } = Object(scope) as Partial<Construct>;
  return [node?.path, id].filter(Boolean).join('/');
}
