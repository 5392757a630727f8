import { Manifest } from '../kubernetes/manifest';
import { ReleaseObject } from './release-object';

/** What pods of the next wave cannot start without. */
const FIRST = ['PriorityClass', 'Secret'];

const WAVE = 'argocd.argoproj.io/sync-wave';
const OPTIONS = 'argocd.argoproj.io/sync-options';
const KEPT = 'Prune=false,Delete=false';

/** Whether an object stays when its release goes. */
function isKept({ metadata }: Manifest): boolean {
  return metadata.annotations?.['helm.sh/resource-policy'] === 'keep';
}

/** What tells Argo CD when to bring an object; nothing where that does not matter. */
function orderAnnotations({ part, manifest }: ReleaseObject): Record<string, string> {
  if (FIRST.includes(manifest.kind)) return { [WAVE]: '-2', ...(isKept(manifest) && { [OPTIONS]: KEPT }) };
  if (part === 'image-puller') {
    // Of the sync, not before it: a first sync has to make the priority class and the credentials of a registry before.
    return {
      'argocd.argoproj.io/hook': 'Sync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation,HookSucceeded',
      [WAVE]: '-1',
    };
  }
  return part === 'secret-bootstrap' ? { [WAVE]: '-1' } : {};
}

/** An object that Argo CD brings in order: images and tokens first, with what they need, then the rest. */
export function inSyncOrder(object: ReleaseObject): ReleaseObject {
  const { manifest } = object;
  const { metadata } = manifest;
  const annotations = { ...orderAnnotations(object), ...metadata.annotations };
  if (!Object.keys(annotations).length) return object;
  return { ...object, manifest: { ...manifest, metadata: { ...metadata, annotations } } };
}
