import { WORDS } from './words';

/**
 * How sure it has to be that a string is no credential. Where its name says that it is something else (`host`, `username`, `image`), or in prose,
 * any word will do: `free`. Elsewhere only the words of configuration: `strict`.
 */
export type Sureness = 'free' | 'strict';

let vocabulary: ReadonlySet<string> | undefined;

function isWordOfConfiguration(word: string): boolean {
  vocabulary ??= new Set(WORDS.split(/\s+/));
  const lower = word.toLowerCase();
  return vocabulary.has(lower) || (lower.endsWith('s') && vocabulary.has(lower.slice(0, -1)));
}

/** The words of a name: `JupyterLab4` is `Jupyter`, `Lab`, `4`. */
function partsOf(token: string): string[] {
  return token.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^A-Za-z\d]+/g) ?? [];
}

/** Whether letters can be spoken, as words can. */
function isSpeakable(letters: string): boolean {
  if (letters.length <= 3) return true;
  if (letters.length > 24 || /[^aeiouy]{6}/i.test(letters)) return false;
  const vowels = letters.match(/[aeiouy]/gi)?.length ?? 0;
  return letters.length <= 5 || (vowels >= letters.length / 8 && vowels <= letters.length * 0.75);
}

/** A word, a number, a version, or a short name such as `k8s`. */
function isWord(token: string, sureness: Sureness): boolean {
  if (/^\d+$/.test(token)) return token.length <= (sureness === 'free' ? 8 : 6);
  const parts = partsOf(token);
  if (sureness === 'strict') {
    const isKnown = (part: string) => (/^\d+$/.test(part) ? part.length <= 2 : isWordOfConfiguration(part));
    return isWordOfConfiguration(token) || /^[a-z]{1,2}$/i.test(token) || (parts.length <= 4 && parts.every(isKnown));
  }
  if (token.length <= 6 && /^[a-z0-9]+$/i.test(token)) return true;
  const numbers = parts.filter((part) => /\d/.test(part));
  const letters = parts.filter((part) => !/\d/.test(part));
  // What a generator of passwords makes changes case and digits all the time.
  const isSteady = parts.length <= 2 || letters.join('').length / parts.length >= 3;
  return isSteady && numbers.length <= 2 && numbers.every((part) => part.length <= 8) && letters.every(isSpeakable);
}

const NUMBER = /^[-+:.]?\d{1,6}([.:,/x-]\d{1,6})*(%|[a-zA-Z]{1,3})?$/;
const REFERENCE =
  /\$\([\w.-]+\)|\$\{[^{}]*\}|\{\{[^{}]*\}\}|\{[\w.!:[\]-]*\}|\$[A-Za-z_]\w*|\$[?@*#\d]|%\(\w+\)[sd]|<[\w .-]+>/g;
const HASH = /^(sha256:)?[a-f0-9]{7,64}$/;
const SENTENCE =
  /(?:^|\s)(the|an?|to|for|of|and|or|is|are|be|in|on|with|you|your|this|that|not|from|by|at|see|all|if|can|has|have|will|we|it)(?=\s)/i;

function each(text: string, separator: RegExp, sureness: Sureness): boolean {
  return text.split(separator).every((part) => part === '' || isWord(part, sureness));
}

/** The host, with a port, and the path behind it. */
function isAddress(text: string): boolean {
  const [host, ...path] = text.split('/');
  const isHost = host === '' || /^[\w*.@+~-]+(:\d{1,5}|:)?$/.test(host);
  return isHost && each(host.replace(/:\d*$/, ''), /[.\-_@*+~]+/, 'free') && isPath(path.join('/'));
}

function isPath(text: string): boolean {
  return /^[\w./~+@:,=*%-]*$/.test(text) && each(text.replace(/%[0-9A-F]{2}/gi, '-'), /[/._~+@:,=*%-]+/, 'free');
}

/** An image with its tag or digest. */
function isImage(text: string): boolean {
  const [, name, tag = '', digest = ''] =
    /^([\w.-]+(?::\d+)?(?:\/[\w.-]+)+)(?::([\w.-]+))?(?:@(sha256:[a-f0-9]{64}))?$/.exec(text) ?? [];
  if (name === undefined) return false;
  return isAddress(name) && (HASH.test(tag) || isPath(tag)) && (digest === '' || HASH.test(digest));
}

/** What stands between blanks, brackets and commas. */
function isHarmlessAtom(atom: string, sureness: Sureness): boolean {
  if (NUMBER.test(atom) || isWord(atom, sureness)) return true;
  if (/:[^\s/@]+@/.test(atom)) return false;
  const option = /^(--?)([A-Za-z][\w.-]*)(?:=(.*))?$/.exec(atom);
  if (option) {
    const [, dashes, name, value = ''] = option;
    // A value may follow a letter at once: `-pdragon`.
    const isBundle = dashes.length === 2 || name.length <= 4;
    return each(name, /[.\-_]+/, isBundle ? 'free' : sureness) && isHarmless(value, sureness);
  }
  const url = /^([a-z][a-z0-9+.-]*):\/\/([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(atom);
  if (url) {
    const [, , address, query = '', fragment = ''] = url;
    return !address.split('/')[0].includes('@') && isAddress(address) && isHarmlessQuery(query) && isPath(fragment);
  }
  if (/^(~|\.{1,2})?\//.test(atom) || /^[\w.-]+\/[\w./-]*$/.test(atom)) return isPath(atom) || isImage(atom);
  if (isImage(atom)) return true;
  if (/^[\w.+-]+(@[\w.-]+|(\.[\w-]+)+)(:\d{1,5})?(\/\S*)?$/.test(atom) && /[A-Za-z]{2,}/.test(atom))
    return isAddress(atom);
  if (!/^[\w.:/@+~=-]*$/.test(atom)) return false;
  if (sureness === 'free') return each(atom, /[-_.:/@+~=]+/, 'free');
  const parts = atom.split(/[-_.:/@+~=]+/).filter(Boolean);
  const known = parts.filter((part) => isWord(part, 'strict')).length;
  // Several words, most of them known, are a name.
  return known === parts.length || (parts.length > 2 && known * 2 > parts.length && each(atom, /[-_.:/@+~=]+/, 'free'));
}

function isHarmlessQuery(query: string): boolean {
  return query.split('&').every((pair) => {
    const [key, value = ''] = pair.split('=');
    const isName = /(^|_)(id|name|user|ref|branch|repo|path|url|lang|mode)$/i.test(key);
    return isHarmless(value.replace(/%[0-9A-F]{2}|\+/gi, ' '), isName ? 'free' : 'strict') || /client_id$/i.test(key);
  });
}

/** Whether a string is shown to be no credential by what it is made of: words, numbers, paths, addresses, references to variables. */
export function isHarmless(text: string, sureness: Sureness): boolean {
  const plain = text.replace(REFERENCE, ' ').trim();
  if (plain === '') return true;
  const atoms = plain.split(/[\s;,|"'`<>()[\]{}]+/).filter(Boolean);
  const isProse = atoms.length > 3 && SENTENCE.test(plain);
  if (!isProse) return atoms.every((atom) => isHarmlessAtom(atom, sureness));
  return atoms.every((atom) => isHarmlessAtom(atom.replace(/^[!?.:#*&-]+|[!?.:#*&-]+$/g, ''), 'free'));
}
