import { Path } from './maps';

/** `a, b or c` */
export function eitherOf(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}` : words[0];
}

/** The question that names what was probably meant; empty where that is not known. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : `did you mean ${word}?`;
}

/** A hint at the end of a sentence; nothing where there is none. */
export function asEnd(hint: string): string {
  return hint === '' ? '' : `; ${hint}`;
}

/** A path, dotted; an item of a list by its index: `singleuser.profileList[0].slug`. */
export function formatPath(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${key}`)).join('');
}
