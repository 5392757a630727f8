import { Tree } from '../data/maps';
import { releasePrefix } from '../release/names';
import { WireProps } from '../options/program';
import { inHelmOrder } from '../data/key-order';
import { toProperties } from '../chart/table';

/** Taking the default away from these says something that no value can: KubeSpawner then leaves the field out. */
const TRAITS_WITHOUT_VALUE: Record<string, string> = { uid: 'uid', fsGid: 'fs_gid' };

/** Properties with what only a null could say said in words that types know. */
function nullsAsOptions(props: Tree, release: string): Tree {
  const { fullnameOverride, nameOverride, hub, spawner } = props as { hub?: Tree; spawner?: Tree } & Tree;
  const taken = Object.keys(TRAITS_WITHOUT_VALUE).filter((option) => spawner?.[option] === null);
  const config = (hub?.config ?? {}) as Record<string, Tree>;
  const traits = Object.fromEntries(taken.map((option) => [TRAITS_WITHOUT_VALUE[option], null]));
  const kept = Object.entries(spawner ?? {}).filter(([option]) => !taken.includes(option));
  return {
    ...props,
    ...(fullnameOverride === null && { fullnameOverride: releasePrefix(release, nameOverride as string | undefined) }),
    ...(taken.length && {
      spawner: Object.fromEntries(kept),
      hub: { ...hub, config: { ...config, KubeSpawner: { ...traits, ...config.KubeSpawner } } },
    }),
  };
}

/** Checked values of the chart, with secrets marked and templates rendered, as properties. */
export function translate(values: Tree, release: string, namespace: string): WireProps & { release: string } {
  const props = nullsAsOptions(toProperties(inHelmOrder(values)), release);
  return { ...props, release, namespace } as unknown as WireProps & { release: string };
}
