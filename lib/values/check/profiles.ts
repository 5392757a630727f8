import { isSpawnerTrait, spawnerTraitNames } from '../../options/spawner/traits';
import { at, entriesAt, isTruthy, itemsAt, Report } from './lookup';
import { isValueMap, Value, ValueMap } from '../../chart/value';
import { nearest } from '../../data/nearest';
import { formatPath, Path } from '../read/problem';

/** Keys that belong beside `kubespawner_override`, and are found in it. */
const BESIDE = ['default', 'display_name', 'description', 'slug', 'profile_options', 'choices'];

function warnOfOverride(owner: Value, path: Path, report: Report): void {
  for (const [place, value, name] of entriesAt(owner, 'kubespawner_override')) {
    if (isSpawnerTrait(name)) continue;
    const here = [...path, ...place];
    if (BESIDE.includes(name)) {
      report(here, 'has no effect here; it belongs one level up, beside kubespawner_override');
      continue;
    }
    const near = nearest(name, spawnerTraitNames());
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    // KubeSpawner sets an attribute that nothing reads; into a map it wants to merge, which is not there.
    const effect = isValueMap(value) ? 'no such server starts' : 'it has no effect';
    report(here, `is no trait of KubeSpawner: ${effect}${hint}`);
  }
}

function warnOfDefaults(items: readonly (readonly [Path, Value])[], report: Report): void {
  const defaults = items.filter(([, item]) => isTruthy(at(item, 'default')));
  const first = defaults[0];
  for (const [path] of defaults.slice(1)) {
    report([...path, 'default'], `${formatPath(first[0])} is the default already, and the first one counts`);
  }
}

function warnOfOption(option: Value, path: Path, report: Report): void {
  const choices = entriesAt(option, 'choices').map(([place, choice]) => [[...path, ...place], choice] as const);
  if (!choices.length && !isTruthy(at(option, 'unlisted_choice.enabled'))) {
    report(path, 'has nothing to choose from; give it choices, or an unlisted_choice with enabled: true');
  }
  warnOfDefaults(choices, report);
  for (const [place, choice] of choices) warnOfOverride(choice, place, report);
  const unlisted = at(option, 'unlisted_choice');
  if (isValueMap(unlisted)) warnOfOverride(unlisted, [...path, 'unlisted_choice'], report);
}

/** What KubeSpawner takes in a list of profiles without a word, and hardly anyone means. */
export function warnOfProfiles(values: ValueMap, report: Report): void {
  const profiles = itemsAt(values, 'singleuser.profileList');
  warnOfDefaults(profiles, report);
  for (const [path, profile] of profiles) {
    warnOfOverride(profile, path, report);
    for (const [place, option] of entriesAt(profile, 'profile_options')) {
      warnOfOption(option, [...path, ...place], report);
    }
  }
}
