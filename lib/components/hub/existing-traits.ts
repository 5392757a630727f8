import { CHART_SCHEMA } from '../../chart/schema/schema';
import { Schema } from '../../chart/schema/types';
import { toChartPath } from '../../chart/table';
import { HUB_TRAITS } from '../../options/hub/hub-traits';
import { CLAIM_TRAITS, SERVER_TRAITS, SPAWNER_TRAITS, VOLUME_TRAITS } from '../../options/spawner/server-traits';

/**
 * How a trait comes by the value of a key of the chart: it is the value (`whole`), even a null (`nullable`), or where homes are on claims (`claims`); the
 * value is the beginning or the end of its list (`heads`, `tails`), some of its items (`items`), or a map of what the list holds by name (`named`).
 */
type How = 'whole' | 'nullable' | 'claims' | 'heads' | 'tails' | 'items' | 'named';

/** Options that are more than the whole of their trait. */
const HOW: Readonly<Record<string, How>> = {
  'hub.loadRoles': 'named',
  'hub.services': 'named',
  'spawner.allowPrivilegeEscalation': 'nullable',
  'spawner.cmd': 'nullable',
  'spawner.extraNodeAffinity.preferred': 'heads',
  'spawner.extraNodeAffinity.required': 'heads',
  'spawner.extraTolerations': 'tails',
  'spawner.imagePullSecrets': 'tails',
  'spawner.initContainers': 'heads',
};

/** Options that more than the hub depends on, or that are two keys of the chart. */
const ELSEWHERE = ['hub.baseUrl', 'spawner.image'];

/** Traits that the chart sets for all spawners. */
const OF_ALL_SPAWNERS = ['cmd', 'default_url'];

function isKey(path: readonly (string | number)[]): boolean {
  const below = (schema: Schema | undefined, key: string | number) => schema?.keys?.[key];
  return path.reduce<Schema | undefined>(below, CHART_SCHEMA) !== undefined;
}

/** Every trait that values in an existing Secret can change, by how it comes by its value and by the key of the chart: `Class.trait`. */
export function existingTraits(): Record<string, Record<string, string>> {
  const ofServers = (rows: readonly (readonly [string, string])[], how?: How) =>
    rows.map(([option, trait]) => {
      const section = OF_ALL_SPAWNERS.includes(trait) ? 'Spawner' : 'KubeSpawner';
      return { option: `spawner.${option}`, trait: `${section}.${trait}`, how };
    });
  const rows = [
    ...HUB_TRAITS.map(([option, section, trait]) => ({
      option: `hub.${option}`,
      trait: `${section}.${trait}`,
      how: undefined,
    })),
    ...ofServers(SERVER_TRAITS),
    ...ofServers(SPAWNER_TRAITS),
    ...ofServers(CLAIM_TRAITS, 'claims'),
    ...ofServers(VOLUME_TRAITS, 'items'),
  ];
  const found: Record<string, Record<string, string>> = {};
  for (const { option, trait, how = HOW[option] ?? 'whole' } of rows) {
    const key = toChartPath(option.split('.'));
    if (!ELSEWHERE.includes(option) && isKey(key)) found[how] = { ...found[how], [key.join('.')]: trait };
  }
  return found;
}
