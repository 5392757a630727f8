import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Installation } from './installation';
import { ManifestObject } from './kubernetes/manifest-object';
import { checkedManifests, holdsLiterals } from './manifests';
import { JupyterHubProps } from './props';
import { propsFromHelmValues } from './values/helm-values';

/** Values of the zero-to-jupyterhub chart, and what they are rendered for. */
export interface HelmValuesProps {
  /**
   * Name of the release.
   * @default - the construct's id
   */
  readonly release?: string;
  /** Namespace of all objects that have one. */
  readonly namespace: string;
  /**
   * Values files; later ones win as with `helm -f`: maps merge deeply, lists and scalars replace, `null` takes a default away.
   * @default - none
   */
  readonly files?: string[];
  /**
   * Values files whose texts are secrets. They come after `files`, and end up in Secrets only.
   * @default - none
   */
  readonly secretFiles?: string[];
  /**
   * Values given in the program. They come last.
   * @default - none
   */
  readonly values?: { [key: string]: any };
}

/**
 * JupyterHub on Kubernetes: hub, proxy, and all that the zero-to-jupyterhub chart would install with them.
 *
 * Secrets that are known at synth are in a chart of their own, so in the file `<id>-secrets.k8s.yaml`.
 */
export class JupyterHub extends Chart {
  /**
   * A JupyterHub as the chart's own values describe it.
   *
   * Warnings are printed to standard error.
   * @throws one error with a line for each problem: `FILE:LINE:COLUMN: KEY: what is wrong, what is allowed`
   */
  public static fromHelmValues(scope: Construct, id: string, props: HelmValuesProps): JupyterHub {
    return new JupyterHub(scope, id, propsFromHelmValues({ release: id, ...props }));
  }

  constructor(scope: Construct, id: string, props: JupyterHubProps) {
    super(scope, id, { namespace: props.namespace });
    const manifests = checkedManifests(new Installation({ ...props, release: props.release ?? id }));
    const secrets = manifests.filter(holdsLiterals);
    for (const manifest of manifests) {
      if (!secrets.includes(manifest)) new ManifestObject(this, manifest);
    }
    if (secrets.length) {
      const chart = new Chart(this, 'secrets', { namespace: props.namespace });
      for (const manifest of secrets) new ManifestObject(chart, manifest);
    }
  }
}
