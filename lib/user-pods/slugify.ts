import { DROPPED, ENTITIES, LETTERS, SCRIPTS } from '../jupyterhub/tables/letters';

const within = (ranges: readonly (readonly number[])[], code: number) =>
  ranges.some(([first, last]) => code >= first && code <= last);

let byCharacter: ReadonlyMap<string, string> | undefined;

function letters(): ReadonlyMap<string, string> {
  byCharacter ??= new Map(Object.entries(LETTERS).flatMap(([ascii, all]) => [...all].map((char) => [char, ascii])));
  return byCharacter;
}

/** A character in Latin letters; undefined where the script is none of those known here. */
function transliterate(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return char;
  if (code > 0xffff) return '';
  const letter = letters().get(char);
  if (letter !== undefined) return letter;
  if (!within(SCRIPTS, code)) return undefined;
  return within(DROPPED, code) ? '' : '-';
}

/**
 * What KubeSpawner calls a profile that has no slug, by its display name; undefined where a letter is of a script that is not
 * known here, which is any but Latin, Greek, Cyrillic, Armenian and Hebrew.
 */
export function slugify(displayName: string): string | undefined {
  const plain = [...displayName.replace(/'+/g, '-').normalize('NFKD')].map(transliterate);
  if (plain.includes(undefined)) return undefined;
  return plain
    .join('')
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .normalize('NFKD')
    .toLowerCase()
    .replace(/'+/g, '')
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
