import { isHarmless } from './harmless';
import { mayShow } from './names';
import { Range } from './ranges';

const URL = /[a-z][a-z0-9+.-]*:\/\/[^\s'"`<>\\]+/gi;

/** What stands for something else: `$(NAME)`, `${NAME}`, `{name}`, `<name>`. */
const REFERENCE = /^(\$\([\w.-]+\)|\$?\{[^{}]*\}|\{\{[^{}]*\}\}|\$\w+|<[^<>]*>|\*+|x+|\.\.\.)$/;

/** The secret in `user:password@`, or in `token@`. */
function inUserinfo(userinfo: string, start: number): Range[] {
  const colon = userinfo.indexOf(':');
  const secret = userinfo.slice(colon + 1);
  if (secret === '' || REFERENCE.test(secret)) return [];
  // A user alone is shown as any name is.
  if (colon < 0 && isHarmless(secret, 'free')) return [];
  return [[start + colon + 1, start + userinfo.length]];
}

function inQuery(query: string, start: number): Range[] {
  let at = start;
  return query.split(/[&;]/).flatMap((pair): Range[] => {
    const [key, ...rest] = pair.split('=');
    const value = rest.join('=');
    const end = at + pair.length;
    at = end + 1;
    const plain = value.replace(/%[0-9A-F]{2}|\+/gi, ' ');
    if (value === '' || REFERENCE.test(value) || mayShow(plain, key)) return [];
    return [[end - value.length, end]];
  });
}

/** Parts of a path that no word is in: the key in an address of a webhook. */
function inPath(path: string, start: number): Range[] {
  return [...path.matchAll(/[^/]+/g)].flatMap(({ index, 0: part }): Range[] =>
    part.length < 16 || isHarmless(part, 'free') ? [] : [[start + index, start + index + part.length]],
  );
}

/** What is secret in the URLs of a string: passwords, tokens, and what their queries hold that is not shown to be harmless. */
export function secretsOfUrls(text: string): Range[] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(URL)].flatMap(({ index, 0: url }): Range[] => {
    const from = url.indexOf('://') + 3;
    const query = url.search(/[?#]/);
    const address = url.slice(from, query < 0 ? undefined : query);
    // A password may hold a slash, though it should not.
    const at = address.lastIndexOf('@');
    const start = index + from;
    const isUserinfo = at >= 0 && (at < address.search(/\/|$/) || /^[^/@]*:[^@]*@/.test(address));
    const userinfo = isUserinfo ? address.slice(0, at) : '';
    const path = address.slice(isUserinfo ? at : 0).replace(/^[^/]*/, (host) => '/'.repeat(host.length));
    return [
      ...inUserinfo(userinfo, start),
      ...inPath(path, start + (isUserinfo ? at : 0)),
      ...(query < 0 ? [] : inQuery(url.slice(query + 1), index + query + 1)),
    ];
  });
}
