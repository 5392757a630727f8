import { posix } from 'node:path';
import { DATA_EXTENSIONS } from '../../kubernetes/extra-files';
import { at, entriesAt, isTruthy, itemsAt, Report } from './lookup';
import { describe, isValueMap, Value, ValueMap } from '../../chart/value';
import { hasAutohttps } from './needs';

function checkTls(values: ValueMap, report: Report): void {
  if (!isTruthy(at(values, 'proxy.https.enabled'))) return;
  const type = at(values, 'proxy.https.type');
  const require = (key: string, what: string) => {
    if (!isTruthy(at(values, key)))
      report(key.split('.'), `is missing: proxy.https.type ${String(type)} needs ${what}`);
  };
  if (hasAutohttps(values)) require('proxy.https.letsencrypt.contactEmail', 'a mail address');
  if (type === 'manual') {
    require('proxy.https.manual.key', 'the private key, PEM');
    require('proxy.https.manual.cert', 'the certificate, PEM');
  }
}

function checkMetadata(values: ValueMap, report: Report): void {
  const key = 'singleuser.networkPolicy.egressAllowRules.cloudMetadataServer';
  const contrary = ['singleuser.cloudMetadata.blockWithIptables', 'singleuser.networkPolicy.enabled', key];
  if (contrary.every((other) => isTruthy(at(values, other)))) {
    report(key.split('.'), 'opens what singleuser.cloudMetadata.blockWithIptables blocks; set one of them to false');
  }
}

function checkFiles(values: ValueMap, key: string, report: Report): void {
  for (const [path, file] of entriesAt(values, key)) {
    const given = ['data', 'stringData', 'binaryData'].filter((content) => at(file, content) !== undefined);
    const filled = given.filter((content) => isTruthy(at(file, content)));
    if (given.length !== 1 || filled.length !== 1) {
      const empty = given.length === 1 ? `an empty ${given[0]}` : 'none of them';
      const got = given.length > 1 ? given.join(' and ') : empty;
      report(path, `needs one of data, stringData and binaryData, but has ${got}`);
    }
    const mountPath = at(file, 'mountPath');
    if (!isTruthy(mountPath)) report([...path, 'mountPath'], 'is empty; give the path of the file in the container');
    else if (filled.includes('data') && !DATA_EXTENSIONS.includes(posix.extname(String(mountPath)))) {
      const extensions = DATA_EXTENSIONS.join(', ');
      report([...path, 'mountPath'], `must end in ${extensions} for data to be written; or use stringData`);
    }
  }
}

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
  checkTls(values, report);
  checkMetadata(values, report);
  checkFiles(values, 'hub.extraFiles', report);
  checkFiles(values, 'singleuser.extraFiles', report);
  checkEnv(values, 'hub.extraEnv', report);
  checkEnv(values, 'proxy.chp.extraEnv', report);
  if (hasAutohttps(values)) checkEnv(values, 'proxy.traefik.extraEnv', report);
  checkProfiles(values, report);
}
