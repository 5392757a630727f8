import { Manifest } from './kubernetes/manifest';

/** The files that manifests are written to: the stage that pulls images, the secrets, and the rest. */
export type Part = 'image-puller' | 'secrets' | 'main';

/** The file that a manifest belongs to. */
export function partOf(manifest: Manifest): Part {
  if (manifest.kind === 'Secret' && manifest.data !== undefined) return 'secrets';
  return manifest.metadata.labels?.['hub.jupyter.org/deletable'] ? 'image-puller' : 'main';
}
