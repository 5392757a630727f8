import { isValueMap, Value, ValueMap, applyOver } from './merge';
import { formatPath, Path, Problem } from './problem';
import { Values } from './reader';

type Report = (path: Path, message: string) => void;

function at(values: Value | undefined, key: string): Value | undefined {
  return key
    .split('.')
    .reduce<Value | undefined>((value, part) => (isValueMap(value) ? value[part] : undefined), values);
}

function warnOfPlaceholders(values: ValueMap, report: Report): void {
  const { podPriority, userPlaceholder } = (values.scheduling ?? {}) as Record<string, ValueMap>;
  if (podPriority?.enabled === true || userPlaceholder?.enabled !== true || !userPlaceholder.replicas) return;
  const path = ['scheduling', 'userPlaceholder', 'replicas'];
  report(path, 'placeholders do not make way for users without scheduling.podPriority.enabled');
}

function warnOfOverride(override: Value | undefined, path: Path, report: Report): void {
  if (!isValueMap(override)) return;
  if ('default' in override) {
    report(
      [...path, 'kubespawner_override', 'default'],
      'does nothing here; it belongs one level up, beside kubespawner_override',
    );
  }
}

function warnOfProfiles(values: ValueMap, report: Report): void {
  const list = at(values, 'singleuser.profileList');
  if (!Array.isArray(list)) return;
  const root = ['singleuser', 'profileList'];
  const defaults = list
    .map((profile, index) => ({ profile, index }))
    .filter(({ profile }) => at(profile, 'default') === true);
  for (const { index } of defaults.slice(1)) {
    report(
      [...root, index, 'default'],
      `profile ${defaults[0].index} is the default already; KubeSpawner takes the first`,
    );
  }
  list.forEach((profile, index) => {
    const path = [...root, index];
    warnOfOverride(at(profile, 'kubespawner_override'), path, report);
    const options = at(profile, 'profile_options');
    if (!isValueMap(options)) return;
    for (const [name, option] of Object.entries(options)) {
      const optionPath = [...path, 'profile_options', name];
      const choices = at(option, 'choices');
      const hasChoices = isValueMap(choices) && Object.keys(choices).length > 0;
      if (!hasChoices && at(option, 'unlisted_choice.enabled') !== true)
        report(optionPath, 'has nothing to choose from');
      if (!isValueMap(choices)) continue;
      for (const [choice, spec] of Object.entries(choices)) {
        warnOfOverride(at(spec, 'kubespawner_override'), [...optionPath, 'choices', choice], report);
      }
    }
  });
}

function warnOfMounts(values: ValueMap, report: Report): void {
  for (const key of ['extraVolumes', 'extraVolumeMounts']) {
    const map = at(values, `singleuser.storage.${key}`);
    if (!isValueMap(map)) continue;
    for (const [name, value] of Object.entries(map)) {
      if (value === null)
        report(['singleuser', 'storage', key, name], 'is null: no server will start; leave the key out');
    }
  }
}

/** What the chart and KubeSpawner take, and hardly anyone means. */
export function warnings(values: Values, defaults: ValueMap): Problem[] {
  const effective = applyOver(defaults, values.map);
  const found: Problem[] = [];
  const report: Report = (path, message) =>
    found.push({ position: values.position(path), path: formatPath(path), message });
  warnOfPlaceholders(effective, report);
  warnOfProfiles(effective, report);
  warnOfMounts(effective, report);
  return found;
}
