import { isCredentialName, words } from './credentials';
import { isHarmless, Sureness } from './harmless';

/** Names of what is no credential, whatever words it is made of. */
const SHOWS =
  /(^|_)((user(name)?|groups?|claim|email|id|name|role|public|topology)_key|url|uri|host|hostname|server_name|name|names|username|user|users|groups?|image|tag|dir|dirs|directory|path|paths|file|files|bucket|branch|repo|repository|region|zone|domains?|email|emails|class|title|description|label|org|organi[sz]ations?|teams?|project|projects|scope|scopes|roles?|claim|audience|claims|version|shell|editor|lang|language|tz|timezone|namespace|cluster|site|hint|message|note|text|html|footer|header|login_service|service|cmd|command|help)$/;

/** Names of what looks random and is no credential. */
const IDENTIFIES =
  /(^|_)(client|app|application|tenant|project|account|site|object|resource|org|organization|instance|installation|measurement|tracking)_?id$|(^|_)(sha|sha256|digest|commit|checksum|revision|rev)$/;

/** Scalars that are a credential under no name. */
const SWITCH = /^(true|false|yes|no|on|off|none|null|auto|never|always|required|optional|enabled|disabled|\d)$/i;

/** Whether a value under a credential's name is none: a switch, a reference to a variable, a path, an address. */
export function isNoCredential(value: unknown): boolean {
  if (typeof value === 'boolean' || value === null || value === '') return true;
  if (typeof value !== 'string') return false;
  if (SWITCH.test(value) || value.replace(/\$\([\w.-]+\)|\$\{?\w+\}?|\{\{[^{}]*\}\}/g, '').trim() === '') return true;
  const isPlace = /^(\/[\w.-]+(\/[\w.@+-]+)+|~?\/[\w.-]+\.[a-z]{2,4}|[a-z][a-z+.-]*:\/\/[^@?#\s]+)$/.test(value);
  return isPlace && isHarmless(value, 'free');
}

/** What a value has to be to be shown under a name: anything, words, words of configuration, or nothing. */
export function surenessFor(name: string | undefined): Sureness | 'any' | 'hidden' {
  if (name === undefined) return 'strict';
  if (isCredentialName(name)) return 'hidden';
  const parted = words(name);
  if (IDENTIFIES.test(parted)) return 'any';
  return SHOWS.test(parted) ? 'free' : 'strict';
}

/** Whether a value may be shown under a name. */
export function mayShow(value: string, name: string | undefined, unnamed: Sureness = 'strict'): boolean {
  const sureness = name === undefined ? unnamed : surenessFor(name);
  if (sureness === 'hidden') return isNoCredential(value);
  return sureness === 'any' || isHarmless(value, sureness);
}
