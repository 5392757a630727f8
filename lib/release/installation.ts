import { DEFAULTS } from '../options/defaults';
import { complete, Completed } from '../data/complete';
import { Labels } from './labels';
import { ManifestMetadata } from '../kubernetes/manifest';
import { Names, namesOf } from './names';
import { WireProps } from '../options/program';

/** All properties, with every default filled in. */
export type CompleteProps = Completed<WireProps, typeof DEFAULTS>;

/** One release of JupyterHub: its complete properties, and the names and labels that follow from them. */
export class Installation {
  readonly props: CompleteProps;
  readonly release: string;
  readonly namespace: string;
  readonly names: Names;
  readonly labels: Labels;

  constructor(props: WireProps & { readonly release: string }) {
    this.props = complete(DEFAULTS, props);
    this.release = props.release;
    this.namespace = props.namespace;
    this.labels = new Labels(this.release, props.nameOverride);
    this.names = namesOf({
      release: this.release,
      fullnameOverride: this.props.fullnameOverride,
      nameOverride: props.nameOverride,
      hubServiceAccount: this.props.hub.serviceAccount,
      autohttpsServiceAccount: this.props.proxy.traefik.serviceAccount,
      userSchedulerServiceAccount: this.props.scheduling.userScheduler.serviceAccount,
      hookImageAwaiterServiceAccount: this.props.imagePuller.hook.serviceAccount,
      hookImagePullerServiceAccount: this.props.imagePuller.hook.serviceAccountImagePuller,
      continuousImagePullerServiceAccount: this.props.imagePuller.continuous.serviceAccount,
      existingSecret: this.props.hub.existingSecret,
    });
  }

  /** Metadata of a component's object. */
  metadata(name: string, component: string): ManifestMetadata {
    return { name, namespace: this.namespace, labels: this.labels.object(component) };
  }

  /** Metadata of a component's object that belongs to the whole cluster. */
  clusterMetadata(name: string, component: string): ManifestMetadata {
    return { name, labels: this.labels.object(component) };
  }

  /** Secrets that every pod pulls its images with. */
  get imagePullSecrets(): unknown[] {
    const { create, automaticReferenceInjection } = this.props.imagePullSecret;
    const own = create && automaticReferenceInjection ? [this.names['image-pull-secret']] : [];
    return [...(this.props.imagePullSecrets ?? []), ...own];
  }

  /** Priority class of the system's and the users' pods. */
  get priorityClassName(): string | undefined {
    return this.props.scheduling.podPriority.enabled ? this.names.priority : undefined;
  }
}

/** A function of an installation that is asked for by several, and does its work once for each. */
export function oncePerInstallation<T>(work: (installation: Installation) => T): (installation: Installation) => T {
  const done = new WeakMap<Installation, { readonly result: T }>();
  return (installation) => {
    const found = done.get(installation) ?? { result: work(installation) };
    done.set(installation, found);
    return found.result;
  };
}
