import { ownValue, sortedKeys } from '../../data/maps';
import { Change, nameOf, objectOf } from '../change';
import { storedData } from './immutable';

/** Keys of a Secret that differ; never what is in them. */
export interface SecretChange {
  readonly object: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export function secretChangeOf(change: Change): SecretChange | undefined {
  const object = objectOf(change);
  if (object.kind !== 'Secret') return undefined;
  const [old, now] = [change.before, change.after].map((secret) => (secret ? storedData(secret) : {}));
  const [were, are] = [sortedKeys(old), sortedKeys(now)];
  return {
    object: nameOf(object),
    added: are.filter((key) => !were.includes(key)),
    removed: were.filter((key) => !are.includes(key)),
    changed: are.filter((key) => were.includes(key) && ownValue(old, key) !== ownValue(now, key)),
  };
}
