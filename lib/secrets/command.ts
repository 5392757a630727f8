import { shapesIn } from './credentials';
import { isHarmless, Sureness } from './harmless';
import { isNoCredential, mayShow, surenessFor } from './names';
import { Range } from './ranges';
import { secretsOfUrls } from './url';

/** Words after which nothing in a line is taken to be harmless that is not known to be. */
const SPEAKS_OF_CREDENTIALS =
  /pass|secret|token|credential|\bcreds?\b|auth(?!enticat|or|[_-]state)|api_?key|\blogin\b|bearer|private|(^|[\s;|&(/])(mysql|mysqldump|psql|curl|wget|sshpass|htpasswd|redis-cli|mongosh?|ldapsearch|smbclient|kinit)\s/i;

/** How sure it has to be that a line's words are harmless. */
export function surenessOfLine(line: string): Sureness {
  return SPEAKS_OF_CREDENTIALS.test(line) ? 'strict' : 'free';
}

/** What is one to a shell, without its quotes. */
const TOKEN = /[^\s"'`;|&<>()]+/g;

/** `NAME=value`, `--name=value`, `"name":value`. */
const NAMED = /^(-{0,2}[A-Za-z_][\w.-]*)(=|:)(.+)$/;

function isReference(text: string): boolean {
  return /^(\$\{?\w+[^\s}]*\}?|\$\(.*|\{[^{}]*\}|\{\{.*|[-+*=:\\/.,{}[\]$#!?@%^~]*)$/.test(text);
}

/** What is secret in a line; `name` is the option that stood before it. */
function secretsOfLine(line: string, offset: number, sureness: Sureness, name?: string): Range[] {
  const found: Range[] = [];
  let before = name;
  for (const { index, 0: token } of line.matchAll(TOKEN)) {
    const start = offset + index;
    if (token.includes('://')) {
      before = undefined;
      continue;
    }
    const [, option, , value] = NAMED.exec(token) ?? [];
    if (option !== undefined) {
      const key = option.replace(/^-+/, '');
      const isShown =
        isReference(value) || mayShow(value, key.includes('.') ? key.slice(key.lastIndexOf('.') + 1) : key);
      if (!isShown) found.push([start + token.length - value.length, start + token.length]);
      before = undefined;
      continue;
    }
    const isOption = /^-{1,2}[A-Za-z][\w.-]*$/.test(token) && (token.startsWith('--') || token.length <= 2);
    const follows = before;
    before =
      isOption || /[:=]$/.test(token) || surenessFor(token) === 'hidden' ? token.replace(/^-+|[:=]$/g, '') : undefined;
    if (isOption || isReference(token)) continue;
    const last = follows?.slice(follows.lastIndexOf('.') + 1);
    const wanted = last !== undefined && last.length > 1 ? last : undefined;
    const isNamed = wanted !== undefined && surenessFor(wanted) === 'hidden';
    const isShown = isNamed
      ? isNoCredential(token) || (before !== undefined && /[=:]$/.test(token)) || isWordBetween(token)
      : isHarmless(token.replace(/[*?^\\]+/g, ''), sureness);
    if (isNamed && isWordBetween(token)) before = wanted;
    if (!isShown) found.push([start, start + token.length]);
  }
  return found;
}

/** Words of prose and operators between a credential's name and the credential: `password is`, `TOKEN ==`. */
function isWordBetween(token: string): boolean {
  return /^(is|was|to|for|of|in|the|and|or|from|as|not|be|with|Bearer|Basic|token|Token|key|=+|:|-[a-z])$/.test(token);
}

/** A line whose references `$(NAME)` are one word each, as `$NAME` is: of the same length, so that places stay what they are. */
function withPlainReferences(line: string): string {
  return line.replace(/\$\([\w.-]+\)/g, (reference) => '$'.padEnd(reference.length, '_'));
}

/** What is secret in a script, or in a line of one. */
export function secretsOfScript(text: string, name?: string, least: Sureness = 'free'): Range[] {
  const found: Range[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const sureness = least === 'strict' ? least : surenessOfLine(line);
    found.push(...secretsOfLine(withPlainReferences(line), offset, sureness, name));
    offset += line.length + 1;
  }
  return [...found, ...shapesIn(text), ...secretsOfUrls(text)];
}

/** What is secret in each of the arguments of a command. */
export function secretsOfArguments(args: readonly unknown[]): Range[][] {
  const line = args.filter((arg) => typeof arg === 'string').join(' ');
  const least = surenessOfLine(line);
  return args.map((arg, index) => {
    if (typeof arg !== 'string') return [];
    const before = args[index - 1];
    const isOption = typeof before === 'string' && /^-{1,2}[A-Za-z][\w.-]*$/.test(before);
    const isScript = /\s/.test(arg);
    return secretsOfScript(
      arg,
      isOption && !isScript ? before.replace(/^-+/, '') : undefined,
      isScript ? 'free' : least,
    );
  });
}
