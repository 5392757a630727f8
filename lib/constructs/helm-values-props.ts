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
   * Values given in the program. They come last. Escape hatch: passed on as it is, unchecked.
   * @default - none
   */
  readonly values?: { [key: string]: any };
  /**
   * Whether the objects tell Argo CD in which order to bring them.
   * @default false
   */
  readonly argoCd?: boolean;
  /**
   * Whether the pods and claims that a sample user's servers would get, with each profile and choice, are written to `review/` beside the manifests,
   * so that a pull request shows what a change does to them. Nothing applies them.
   * @default false
   */
  readonly review?: boolean;
}
