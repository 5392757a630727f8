import { warnOfAuthenticator } from './authenticator';
import { at, entriesAt, isTruthy, Report } from './lookup';
import { describe, isValueMap, ValueMap } from '../../chart/value';
import { warnOfProfiles } from './profiles';
import { warnOfRefusals } from './refusals';
import { formatPath, Problem } from '../read/problem';
import { Values } from '../read/reader';

function warnOfPlaceholders(values: ValueMap, report: Report): void {
  if (isTruthy(at(values, 'scheduling.podPriority.enabled'))) return;
  if (!isTruthy(at(values, 'scheduling.userPlaceholder.enabled'))) return;
  if (!isTruthy(at(values, 'scheduling.userPlaceholder.replicas'))) return;
  report(
    ['scheduling', 'userPlaceholder', 'replicas'],
    'placeholders do not make way for users without scheduling.podPriority.enabled',
  );
}

function warnOfTlsSecret(values: ValueMap, report: Report): void {
  if (!isTruthy(at(values, 'proxy.https.enabled')) || at(values, 'proxy.https.type') !== 'secret') return;
  if (isTruthy(at(values, 'proxy.https.secret.name'))) return;
  report(
    ['proxy', 'https', 'secret', 'name'],
    'is missing: Kubernetes refuses the proxy without the name of the Secret',
  );
}

/** KubeSpawner wants a map of texts, and fails at each start of a server otherwise. */
function warnOfUserEnv(values: ValueMap, report: Report): void {
  const key = 'singleuser.extraEnv';
  if (Array.isArray(at(values, key)) && isTruthy(at(values, key))) {
    report(key.split('.'), 'is a list, which KubeSpawner does not take: no server will start; write a map');
  }
  for (const [path, value] of entriesAt(values, key)) {
    if (value === null || typeof value === 'string' || isValueMap(value)) continue;
    const hint = Array.isArray(value) ? '' : '; put it in quotes';
    report(path, `is ${describe(value)}: no server will start${hint}`);
  }
}

function warnOfMounts(values: ValueMap, report: Report): void {
  for (const key of ['extraVolumes', 'extraVolumeMounts']) {
    for (const [path, value] of entriesAt(values, `singleuser.storage.${key}`)) {
      if (value === null) report(path, 'is null: no server will start; leave it out');
    }
  }
}

/**
 * What the chart and KubeSpawner take, and hardly anyone means.
 * @param effective the values over the chart's defaults
 */
export function warnings(values: Values, effective: ValueMap): Problem[] {
  const found: Problem[] = [];
  const report: Report = (path, message) =>
    found.push({ position: values.position(path), path: formatPath(path), message });
  warnOfAuthenticator(effective, values.map, report);
  warnOfPlaceholders(effective, report);
  warnOfTlsSecret(effective, report);
  warnOfUserEnv(effective, report);
  warnOfMounts(effective, report);
  warnOfProfiles(effective, report);
  warnOfRefusals(effective, report);
  return found;
}
