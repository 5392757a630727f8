import { nonEmpty, Tree } from '../data/maps';
import { Wire } from './wire';
import { ImageProps } from './props';

type Image = Wire<ImageProps>;

/** `name:tag`. */
export function imageReference(image: Image): string {
  return `${image.name}:${image.tag}`;
}

/** The pull policy field of a container. */
export function imagePullPolicy(image: Image): string | undefined {
  return nonEmpty(image.pullPolicy);
}

/** The `imagePullSecrets` of a pod: of its own image and of the whole release, each once. */
export function imagePullSecrets(image: Image, ofRelease: readonly unknown[]): Tree[] | undefined {
  const seen = new Set<string>();
  const unique = [...(image.pullSecrets ?? []), ...ofRelease].filter((secret) => {
    const key = JSON.stringify(secret);
    return !seen.has(key) && seen.add(key);
  });
  return nonEmpty(unique.map((secret) => (typeof secret === 'string' ? { name: secret } : (secret as Tree))));
}
