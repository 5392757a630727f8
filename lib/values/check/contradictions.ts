import { at, entriesAt, isTruthy, itemsAt, Report } from './lookup';
import { describe, isValueMap, Value, ValueMap } from '../../chart/value';
import { hasAutohttps } from './needs';
import { Path } from '../../data/maps';

const QUOTES = '; put it in quotes';

const hintOf = (value: Value) => (typeof value === 'number' || typeof value === 'boolean' ? QUOTES : '');

/** An entry of `env`, as Kubernetes takes it. */
function checkVariable(variable: ValueMap, path: Path, report: Report): void {
  for (const [key, value] of Object.entries(variable)) {
    const here = [...path, key];
    if (!['name', 'value', 'valueFrom'].includes(key)) {
      report(here, 'unknown key, so Kubernetes refuses the variable; it takes name, value and valueFrom');
    } else if (value !== null && (key === 'valueFrom' ? !isValueMap(value) : typeof value !== 'string')) {
      const wanted = key === 'valueFrom' ? 'a map' : 'a string';
      report(here, `must be ${wanted}, but is ${describe(value)}${hintOf(value)}`);
    }
  }
}

function checkEnv(values: ValueMap, key: string, report: Report): void {
  for (const [path, value] of entriesAt(values, key)) {
    if (isValueMap(value)) checkVariable(value, path, report);
    else if (typeof value !== 'string') {
      report(path, `must be a string, or a map with valueFrom, but is ${describe(value)}${hintOf(value)}`);
    }
  }
  for (const [path, value] of itemsAt(values, key)) {
    if (isValueMap(value)) checkVariable(value, path, report);
    else report(path, `must be a map, but is ${describe(value)}`);
  }
}

/** What is empty in any way stands for any host. */
function checkHosts(values: ValueMap, report: Report): void {
  if (!isTruthy(at(values, 'ingress.enabled'))) return;
  for (const [path, host] of itemsAt(values, 'ingress.hosts')) {
    if (isTruthy(host) && typeof host !== 'string')
      report(path, `must be a string, but is ${describe(host)}${hintOf(host)}`);
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
  checkHosts(values, report);
  checkProfiles(values, report);
}
