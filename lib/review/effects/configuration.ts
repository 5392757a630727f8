import { mapOf, valueAt } from '../../data/maps';
import { yamlPackage } from '../../data/yaml-package';
import { DescribedHub } from '../../hubs/hub';
import { Difference, differences } from '../stored/difference';

/** Traits that differ, at the smallest place where they do: `KubeSpawner.mem_limit`. */
export function traitChanges(before: DescribedHub | undefined, after: DescribedHub | undefined): readonly Difference[] {
  return differences(before?.traits ?? {}, after?.traits ?? {});
}

/** A piece of Python on both sides; undefined on the side that does not have it. */
export interface CodeChange {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What everybody may read of the pieces: that of the ConfigMap, in which secrets are hidden. Of others only the names are told. */
function pieces(hub: DescribedHub | undefined): ReadonlyMap<string, string> {
  if (hub?.source.kind !== 'ConfigMap') return new Map();
  const text = valueAt(hub.source, ['data', 'extra-config.yaml']);
  if (typeof text !== 'string') return new Map();
  const read = mapOf(yamlPackage().parse(text, { version: '1.1', logLevel: 'silent' }));
  return new Map(
    Object.entries(read).flatMap(([name, source]) => (typeof source === 'string' ? [[name, source]] : [])),
  );
}

/** Python of the deployment's own that differs. */
export function codeChanges(before: DescribedHub | undefined, after: DescribedHub | undefined): readonly CodeChange[] {
  const [old, now] = [pieces(before), pieces(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((name) => ({ name, before: old.get(name), after: now.get(name) }))
    .filter((change) => change.before !== change.after);
}
