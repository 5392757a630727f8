import { Path } from '../data/maps';
import { PREFIXES } from './prefixes';

/** Words that name a credential wherever they stand in a key: `PGPASSWORD`, `clientsecrets`, `API_KEY_1`, `azure-storage-key`. */
const ANYWHERE =
  /password|passwd|passphrase|passcode|secret|token|apikey|credential|authorization|htpasswd|webhook|private_?key|(^|_)(db|smtp|pg|my_?sql|redis|mongo|ldap|admin|root|user|bot)_?(pass|pwd)(_|$)/;

/** Words that name one only by themselves: `crypt_key`, not `monkey`. */
const AS_WORD =
  /(^|_)(pass|pwd|pw|pat|psk|creds?|bearer|jwt|otp|dsn|(api|private|access|secret|client|crypt|crypto|encryption|signing|ssh|tls|ssl|auth|session|cookie|storage|account|master|license|licence|shared|service|consumer|deploy|hmac|rsa|aes|server|admin|user_api|app|application|registry|webhook|team|stripe|hash|salt|cipher)_?keys?)(_|$)/;

/** A number at the end of a key, and the plural: `API_KEYS_2` is `api_key`. */
const NUMBERED = /s?(_?\d+)?$/;

/** Keys that end so and only name, describe or switch something. */
const DESCRIBES =
  /(^|_)(url|uri|endpoint|address|host|hostname|port|name|file|filename|path|dir|directory|mount|volume|length|size|type|kind|class|ttl|age|expir\w*|lifetime|timeout|interval|period|seconds|minutes|days|enabled|disabled|required|policy|method|algorithm|format|scopes?|count|min|max|id|ids|username|user|users|claim|claims|key_ref|secret_ref|ref|mode|template|version|image|help|text|label|title|description|source|provider|strength|hint|args|secret_key_ref|(token|secret|api)s?_(enabled|params))$/;

/** Keys that begin or end so are switches, or name a Secret of Kubernetes. */
const SWITCHES =
  /^(disable|enable|allow|has|is|use|uses|require|requires|check|min|minimum|max|maximum|no|skip|show|hide|with|without|verify|automount)_|_(disable|enable|allow|require|check|automount)_|(^|_)((existing|image_?pull|pull)_?secrets?|tls_?secret|google_application_credentials|password_?less)$/;

/** Maps of which every value, or every key, is a credential: the last word of their path, and the one before it. */
const VALUES_ARE_CREDENTIALS = new Map([
  ['keys', /^crypt_keeper$/],
  ['consumers', /lti(11)?_?authenticator$/],
]);

/** What everyone may read, as Kubernetes shows it in any list, or what names the place of a credential. */
const READABLE = new Set([
  'labels',
  'annotations',
  'nodeSelector',
  'secretKeyRef',
  'configMapKeyRef',
  'fieldRef',
  'secretRef',
]);

/** Traits of JupyterHub whose keys are tokens. */
const TOKENS_AS_KEYS = new Set<string | number>(['api_tokens', 'service_tokens']);

/** Whether the keys of the map at a path are credentials, so that it is one as a whole. */
export function hasCredentialKeys(path: Path): boolean {
  return path.length > 1 && path[path.length - 2] === 'JupyterHub' && TOKENS_AS_KEYS.has(path[path.length - 1]);
}

/** Words parted alike, however a key parts them: `apiToken`, `API_TOKEN` and `api-token` are `api_token`. */
export function words(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}

function isReadable(key: string | number): boolean {
  return typeof key === 'string' && (READABLE.has(key) || /(Labels|Annotations)$/.test(key));
}

function namesCredential(key: string): boolean {
  const parted = words(key).replace(NUMBERED, '');
  if (SWITCHES.test(parted) || SWITCHES.test(words(key))) return false;
  const isNamed = [parted, words(key)].some((name) => ANYWHERE.test(name) || AS_WORD.test(name));
  return isNamed && !DESCRIBES.test(words(key));
}

/** The same few keys are asked about for every value that there is. */
const ANSWERS = new Map<string, boolean>();

/** Whether a key by itself is a credential's: `client_secret`, `apiToken`, `DB_PASS`, `API_KEYS_2`. */
export function isCredentialName(key: string): boolean {
  let answer = ANSWERS.get(key);
  if (answer === undefined) {
    answer = namesCredential(key);
    ANSWERS.set(key, answer);
  }
  return answer;
}

/** The last keys of a path, the last one first, without the indices of lists. */
function lastKeys(path: Path, count: number): string[] {
  const keys: string[] = [];
  for (let i = path.length - 1; i >= 0 && keys.length < count; i--) {
    const key = path[i];
    if (typeof key === 'string' && !/^\d+$/.test(key)) keys.push(key);
  }
  return keys;
}

function holdsCredentials(key: string | undefined, above: string | undefined): boolean {
  const wanted = VALUES_ARE_CREDENTIALS.get(key ?? '');
  return wanted !== undefined && above !== undefined && wanted.test(words(above));
}

/** @param keys the last one first */
function isNamedCredential(keys: readonly string[]): boolean {
  // `extraEnv.DB_PASSWORD: {value: ...}` is the long form of `extraEnv.DB_PASSWORD: ...`.
  if (keys[0] === 'value' && keys.length > 1) return isNamedCredential(keys.slice(1));
  const [last, above, first] = keys;
  if (last === undefined) return false;
  if (isCredentialName(last)) return true;
  if (last === 'key' && above === 'manual' && first === 'https') return true;
  return holdsCredentials(last, above) || holdsCredentials(above, first);
}

/**
 * Whether a value is a credential by its key: `client_secret`, `apiToken`, `DB_PASSWORD`.
 * @param path keys and indices from the top
 */
export function isCredentialKey(path: Path): boolean {
  // Hardly any key is: what else the path says is asked last.
  return isNamedCredential(lastKeys(path, 5)) && !path.slice(0, -1).some(isReadable);
}

/** A URL with a password in it. What the kubelet puts in, as `$(NAME)`, is a variable's name and no password. */
const URL_WITH_PASSWORD = /[a-z][\w+.-]*:\/\/[^/\s:@'"]*:(?!\$\([\w.-]+\)@|\$?\{[^}]*\}@)[^/\s@'"]+@/i;

/** Credentials of known hosts, by their beginnings. */
const TOKEN = new RegExp(
  `(?<![A-Za-z0-9])(?:(?:${PREFIXES.map((text) => text.replace(/[.]/g, '\\.')).join('|')})|A(?:KIA|SIA|3T[A-Z0-9])|hf_|sk-|xox[abeoprs]-|ya29\\.|dapi(?=[a-f0-9])|hv[bs]\\.)[\\w+/=.~-]{12,}`,
);

/** A JSON web token, a private key, a password hash, an incoming webhook. */
const OTHER_SHAPES =
  /\beyJ[\w-]{8,}(\.[\w-]+)*|-----BEGIN [A-Z ]*PRIVATE KEY[A-Z -]*|\$(2[aby]|apr1|5|6|argon2id?)\$[^\s'"]{8,}|hooks\.slack\.com\/\w+\/[\w/]{20,}|\bBearer\s+(?![$<{(])(?=\S*\d)[\w+/=.~-]{8,}|\bBasic\s+(?![$<{(])[A-Za-z0-9+/]{8,}=*/;

/** Whether a credential is in a string by its look: a URL with a password, a private key, a token of a known host. */
export function isCredentialValue(value: unknown): boolean {
  if (typeof value !== 'string' || value.length < 8) return false;
  return URL_WITH_PASSWORD.test(value) || TOKEN.test(value) || OTHER_SHAPES.test(value);
}

/** Where the credentials in a string are by their look; passwords of URLs are `url.ts`' to find. */
export function shapesIn(text: string): (readonly [start: number, end: number])[] {
  if (text.length < 8) return [];
  return [TOKEN, OTHER_SHAPES].flatMap((shape) =>
    [...text.matchAll(new RegExp(shape, 'g'))].map(({ index, 0: found }) => [index, index + found.length] as const),
  );
}
