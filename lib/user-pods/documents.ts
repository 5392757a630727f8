import { sortKeys } from '../data/maps';
import { oneLine } from '../data/printable';
import { toYaml } from '../data/yaml';
import { UserObjects } from './user-objects';

/** A server's objects as YAML, under a comment that tells whose they are. */
function toDocuments([key, objects]: readonly [string, UserObjects]): string {
  if ('error' in objects) return `# ${oneLine(`${key}: no server starts: ${objects.error}`)}\n`;
  const manifests = [objects.pvc, objects.pod].filter((manifest) => manifest !== undefined);
  return `# ${oneLine(key)}\n${manifests.map((manifest) => toYaml(sortKeys(manifest))).join('---\n')}`;
}

/** Objects of servers as one YAML stream. */
export function userPodsYaml(objects: Readonly<Record<string, UserObjects>>): string {
  return Object.entries(objects).map(toDocuments).join('---\n');
}
