import { Manifest } from './kubernetes/manifest';
import { Part } from './parts';

/** Kinds that the Job which draws the tokens needs, besides those of its own component. */
function isBeforeHub({ kind, metadata }: Manifest): boolean {
  return kind === 'Secret' || metadata.labels?.component === 'secret-bootstrap';
}

/** What tells Argo CD when to bring an object; nothing where that does not matter. */
function orderAnnotations(manifest: Manifest, part: Part): Record<string, string> | undefined {
  if (part === 'image-puller') {
    return {
      'argocd.argoproj.io/hook': 'PreSync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation,HookSucceeded',
    };
  }
  return isBeforeHub(manifest) ? { 'argocd.argoproj.io/sync-wave': '-1' } : undefined;
}

/** A manifest that Argo CD brings in order: images first, then the tokens, then the rest. */
export function inSyncOrder(manifest: Manifest, part: Part): Manifest {
  const order = orderAnnotations(manifest, part);
  if (!order) return manifest;
  const { metadata } = manifest;
  return { ...manifest, metadata: { ...metadata, annotations: { ...order, ...metadata.annotations } } };
}
