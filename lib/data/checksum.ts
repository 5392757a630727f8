import { createHash } from 'node:crypto';
import { sortKeys, withoutNulls } from './maps';

/** SHA-256 of a string or of data, in hexadecimal; neither the order of keys nor a null counts. */
export function checksum(content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(sortKeys(withoutNulls(content)));
  return createHash('sha256').update(text).digest('hex');
}

/** The checksum's beginning, for names that change with what they stand for. */
export function shortChecksum(content: unknown): string {
  return checksum(content).slice(0, 8);
}
