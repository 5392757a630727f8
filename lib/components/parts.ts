import { Manifest } from '../kubernetes/manifest';

/** The files that manifests are written to: the stage that pulls images, the secrets, and the rest. */
export type Part = 'image-puller' | 'secrets' | 'main';

/** The file that a manifest belongs to. */
export function partOf(manifest: Manifest): Part {
  if (manifest.kind === 'Secret' && manifest.data !== undefined) return 'secrets';
  const { labels } = manifest.metadata;
  // Without their class the pods of the stage would not be admitted.
  const isClass = manifest.kind === 'PriorityClass' && labels?.component === 'image-puller';
  return isClass || labels?.['hub.jupyter.org/deletable'] ? 'image-puller' : 'main';
}
