import { mapOf } from '../../data/maps';
import { DescribedHub } from '../../hubs/hub';
import { revealText } from '../../secrets/secrets';
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

function pieces(hub: DescribedHub | undefined): ReadonlyMap<string, string> {
  const { extraConfig } = hub?.installation.props.hub ?? {};
  return new Map(Object.entries(mapOf(extraConfig)).map(([name, source]) => [name, revealText(source) ?? '']));
}

/** Python of the deployment's own that differs. */
export function codeChanges(before: DescribedHub | undefined, after: DescribedHub | undefined): readonly CodeChange[] {
  const [old, now] = [pieces(before), pieces(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((name) => ({ name, before: old.get(name), after: now.get(name) }))
    .filter((change) => change.before !== change.after);
}
