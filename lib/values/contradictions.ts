import { posix } from 'node:path';
import { DATA_EXTENSIONS } from '../kubernetes/extra-files';
import { isValueMap, Value, ValueMap } from './merge';
import { Path } from './problem';

type Report = (path: Path, message: string) => void;

function at(values: Value | undefined, key: string): Value | undefined {
  return key
    .split('.')
    .reduce<Value | undefined>((value, part) => (isValueMap(value) ? value[part] : undefined), values);
}

function isSet(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isValueMap(value) || Object.keys(value).length > 0;
}

function checkTls(values: ValueMap, report: Report): void {
  if (at(values, 'proxy.https.enabled') !== true) return;
  const type = at(values, 'proxy.https.type');
  const require = (key: string, what: string) => {
    if (!isSet(at(values, key))) report(key.split('.'), `is missing: proxy.https.type ${String(type)} needs ${what}`);
  };
  if (type === 'letsencrypt' && isSet(at(values, 'proxy.https.hosts'))) {
    require('proxy.https.letsencrypt.contactEmail', 'a mail address');
  }
  if (type === 'manual') {
    require('proxy.https.manual.key', 'the private key, PEM');
    require('proxy.https.manual.cert', 'the certificate, PEM');
  }
}

function checkMetadata(values: ValueMap, report: Report): void {
  const key = 'singleuser.networkPolicy.egressAllowRules.cloudMetadataServer';
  const contrary = ['singleuser.cloudMetadata.blockWithIptables', 'singleuser.networkPolicy.enabled', key];
  if (contrary.every((other) => at(values, other) === true)) {
    report(key.split('.'), 'opens what singleuser.cloudMetadata.blockWithIptables blocks; set one of them to false');
  }
}

function checkFiles(values: ValueMap, key: string, report: Report): void {
  for (const [name, file] of Object.entries((at(values, key) ?? {}) as ValueMap)) {
    const path = [...key.split('.'), name];
    const contents = ['data', 'stringData', 'binaryData'].filter((content) => isSet(at(file, content)));
    if (contents.length !== 1) {
      const got = contents.length ? contents.join(' and ') : 'none of them';
      report(path, `needs one of data, stringData and binaryData, but has ${got}`);
    }
    const mountPath = at(file, 'mountPath');
    if (!isSet(mountPath)) report([...path, 'mountPath'], 'is missing: the path of the file in the container');
    else if (contents.includes('data') && !DATA_EXTENSIONS.includes(posix.extname(String(mountPath)))) {
      report(
        [...path, 'mountPath'],
        `must end in ${DATA_EXTENSIONS.join(', ')} for data to be written; or use stringData`,
      );
    }
  }
}

function checkEnv(values: ValueMap, key: string, report: Report): void {
  const env = at(values, key);
  if (!isValueMap(env)) return;
  for (const [name, value] of Object.entries(env)) {
    if (typeof value === 'string' || isValueMap(value)) continue;
    const hint = typeof value === 'number' || typeof value === 'boolean' ? '; put it in quotes' : '';
    report([...key.split('.'), name], `must be a text, or a map with valueFrom${hint}`);
  }
}

/** Combinations that the chart refuses, each of their keys being what it should be. */
export function contradictions(values: ValueMap, report: Report): void {
  checkTls(values, report);
  checkMetadata(values, report);
  checkFiles(values, 'hub.extraFiles', report);
  checkFiles(values, 'singleuser.extraFiles', report);
  for (const key of ['hub.extraEnv', 'proxy.chp.extraEnv', 'proxy.traefik.extraEnv']) checkEnv(values, key, report);
}
