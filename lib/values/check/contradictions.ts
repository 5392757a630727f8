import { at, entriesAt, isTruthy, itemsAt, Report } from './lookup';
import { describe, isValueMap, Value, ValueMap } from '../../chart/value';
import { hasAutohttps } from './needs';

function checkEnv(values: ValueMap, key: string, report: Report): void {
  for (const [path, value] of entriesAt(values, key)) {
    if (typeof value === 'string' || isValueMap(value)) continue;
    const isScalar = typeof value === 'number' || typeof value === 'boolean';
    const hint = isScalar ? '; put it in quotes' : '';
    report(path, `must be a text, or a map with valueFrom, but is ${describe(value)}${hint}`);
  }
}

/** What the pre-puller's template walks through on its way to the images of profiles. */
function checkProfiles(values: ValueMap, report: Report): void {
  if (!isTruthy(at(values, 'prePuller.pullProfileListImages'))) return;
  const mapOrNothing = (value: Value | undefined, path: (string | number)[]) => {
    if (!isTruthy(value) || isValueMap(value)) return;
    report(path, `must be a map, but is ${describe(value as Value)}`);
  };
  for (const [path, profile] of itemsAt(values, 'singleuser.profileList')) {
    mapOrNothing(at(profile, 'kubespawner_override'), [...path, 'kubespawner_override']);
    mapOrNothing(at(profile, 'profile_options'), [...path, 'profile_options']);
    for (const [optionPath, option] of entriesAt(profile, 'profile_options')) {
      const here = [...path, ...optionPath];
      if (!isValueMap(option)) report(here, `must be a map, but is ${describe(option)}`);
      mapOrNothing(at(option, 'choices'), [...here, 'choices']);
      for (const [choicePath, choice] of entriesAt(option, 'choices')) {
        const place = [...here, ...choicePath];
        if (!isValueMap(choice)) report(place, `must be a map, but is ${describe(choice)}`);
        mapOrNothing(at(choice, 'kubespawner_override'), [...place, 'kubespawner_override']);
      }
    }
  }
}

/** What the chart's templates refuse or fail at, each key for itself being what it should be. */
export function contradictions(values: ValueMap, report: Report): void {
  checkEnv(values, 'hub.extraEnv', report);
  checkEnv(values, 'proxy.chp.extraEnv', report);
  if (hasAutohttps(values)) checkEnv(values, 'proxy.traefik.extraEnv', report);
  checkProfiles(values, report);
}
