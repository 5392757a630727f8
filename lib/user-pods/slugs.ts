import { createHash } from 'node:crypto';

const HASH_LENGTH = 8;
/** Length of a name with a hash that has to fit nowhere in particular. */
const SHORT = 32;
/** Length of a user's name, or of a user's and a server's, in the name of an object. */
export const SLUG_LENGTH = 48;

/** What may be the name of an object of Kubernetes, whatever its kind. */
const OBJECT_NAME = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The value of a label; the case is looked over as Python does it, which takes a few letters of other alphabets for Latin ones. */
function isLabelValue(text: string): boolean {
  return (
    text === '' ||
    ([...text].length <= 63 && /^[a-z0-9]/i.test(text) && /[a-z0-9]$/i.test(text) && /^[a-z0-9._-]+$/iu.test(text))
  );
}

function hash(...names: readonly string[]): string {
  const sum = createHash('sha256');
  names.forEach((name, index) => {
    // No character begins with this byte, so that names cannot run into each other.
    if (index > 0) sum.update(Buffer.from([0xff]));
    sum.update(name, 'utf8');
  });
  return sum.digest('hex').slice(0, HASH_LENGTH);
}

/** The part of a name that can be read in a slug; collisions are left to the hash. */
function readablePart(name: string, length: number): string {
  const dashed = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const part = dashed.replace(/^-/, '').slice(0, length).replace(/-+$/, '');
  if (part === '') return 'x';
  return /^[a-z]/.test(part) ? part : `x-${part.slice(0, length - 2)}`;
}

function hashed(name: string, length: number): string {
  return `${readablePart(name, length - HASH_LENGTH - 3)}---${hash(name)}`;
}

/** A name as it is where it is valid and could not be taken for a slug of another one; else what can be read of it, and a hash. */
export function safeSlug(name: string, length?: number): string {
  const fits = length === undefined || name.length <= length;
  return !name.includes('--') && OBJECT_NAME.test(name) && fits ? name : hashed(name, length ?? SHORT);
}

/** The slug of a name as the value of a label. */
export function labelSlug(name: string): string {
  return !name.includes('--') && isLabelValue(name) ? name : hashed(name, SHORT);
}

/** One slug of two names, with one hash. */
export function pairSlug(first: string, second: string): string {
  const length = Math.floor((SLUG_LENGTH - HASH_LENGTH - 1) / 2) - 2;
  return `${readablePart(first, length)}--${readablePart(second, length)}---${hash(first, second)}`;
}

/** The scheme of before KubeSpawner 7: every byte but lower-case letters and digits as `-2d`. */
export function escapeSlug(name: string): string {
  return [...name]
    .map((char) =>
      /[a-z0-9]/.test(char) ? char : [...Buffer.from(char, 'utf8')].map((byte) => `-${byte.toString(16)}`).join(''),
    )
    .join('');
}
