import { Manifest } from '../kubernetes/manifest';
import { Part } from './parts';

/** What pods of the next wave cannot start without. */
const FIRST = ['PriorityClass', 'Secret'];

const WAVE = 'argocd.argoproj.io/sync-wave';

/** What tells Argo CD when to bring an object; nothing where that does not matter. */
function orderAnnotations({ kind, metadata }: Manifest, part: Part): Record<string, string> {
  if (FIRST.includes(kind)) return { [WAVE]: '-2' };
  if (part === 'image-puller') {
    // Of the sync, not before it: a first sync has to make the priority class and the credentials of a registry before.
    return {
      'argocd.argoproj.io/hook': 'Sync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation,HookSucceeded',
      [WAVE]: '-1',
    };
  }
  return metadata.labels?.component === 'secret-bootstrap' ? { [WAVE]: '-1' } : {};
}

/** A manifest that Argo CD brings in order: images and tokens first, with what they need, then the rest. */
export function inSyncOrder(manifest: Manifest, part: Part): Manifest {
  const { metadata } = manifest;
  const annotations = { ...orderAnnotations(manifest, part), ...metadata.annotations };
  return Object.keys(annotations).length ? { ...manifest, metadata: { ...metadata, annotations } } : manifest;
}
