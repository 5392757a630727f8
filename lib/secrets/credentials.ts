import { Path } from '../data/maps';

/** Ends of keys that hold a credential, whatever stands before them: `PGPASSWORD`, `clientsecret`, `api-token`. */
const ANY_END = /(password|passwd|passphrase|secret|token|apikey|authorization)$/;

/** Ends that are a credential's only as words of their own: `crypt_key`, not `monkey`. */
const WORD_END =
  /(^|_)(pwd|pat|credentials?|(api|private|access|secret|client|crypt|crypto|encryption|signing|ssh|tls|ssl|auth|session|cookie)_key)$/;

/** Keys that end so and only name, describe or switch something. */
const NO_CREDENTIAL =
  /(^|_)((existing|image_?pull|pull)_?secret|check_common_password|automount_service_account_token|google_application_credentials|password_?less)$/;

/** Maps of which every value is a credential: the last word of their path, and the one before it. */
const HOLDS_CREDENTIALS = new Map([
  ['keys', /^crypt_keeper$/],
  ['consumers', /^lti11_?authenticator$/],
]);

/** What everyone may read, as Kubernetes shows it in any list, or what names the place of a credential. */
const READABLE = new Set(['labels', 'annotations', 'nodeSelector', 'secretKeyRef', 'configMapKeyRef', 'fieldRef']);

/** Traits of JupyterHub whose keys are tokens. */
const TOKENS_AS_KEYS = new Set<string | number>(['api_tokens', 'service_tokens']);

/** Whether the keys of the map at a path are credentials, so that it is one as a whole. */
export function hasCredentialKeys(path: Path): boolean {
  return path.length > 1 && path.at(-2) === 'JupyterHub' && TOKENS_AS_KEYS.has(path[path.length - 1]);
}

/** Words parted alike, however a key parts them: `apiToken`, `API_TOKEN` and `api-token` are `api_token`. */
function words(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[-\s.]/g, '_')
    .toLowerCase();
}

function isReadable(key: string | number): boolean {
  return typeof key === 'string' && (READABLE.has(key) || /(Labels|Annotations)$/.test(key));
}

/** Whether a key by itself is a credential's. The same few are asked about for every value that there is. */
function isCredentialWord(key: string): boolean {
  let answer = ANSWERS.get(key);
  if (answer === undefined) {
    const parted = words(key);
    answer = (ANY_END.test(parted) || WORD_END.test(parted)) && !NO_CREDENTIAL.test(parted);
    ANSWERS.set(key, answer);
  }
  return answer;
}

const ANSWERS = new Map<string, boolean>();

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
  const wanted = HOLDS_CREDENTIALS.get(key ?? '');
  return wanted !== undefined && above !== undefined && wanted.test(words(above));
}

/** @param keys the last one first */
function isNamedCredential(keys: readonly string[]): boolean {
  // `extraEnv.DB_PASSWORD: {value: ...}` is the long form of `extraEnv.DB_PASSWORD: ...`.
  if (keys[0] === 'value' && keys.length > 2) return isNamedCredential(keys.slice(1));
  const [last, above, first] = keys;
  if (last === undefined) return false;
  if (isCredentialWord(last)) return true;
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
const URL_WITH_PASSWORD = /^[a-z][\w+.-]*:\/\/[^/\s:@]*:(?!\$\([\w.-]+\)@)[^/\s@]+@/i;

/** How the tokens of some hosts begin. */
const TOKEN = /^(gh[opsu]_|github_pat_|glpat-|hf_|xox[abprs]-|sk-)[\w-]{16,}$/;

/** Whether a string is a credential by its look: a URL with a password in it, a private key, a token of a known host. */
export function isCredentialValue(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return URL_WITH_PASSWORD.test(value) || TOKEN.test(value) || /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value);
}

/** A variable that the kubelet puts in, by its name; `$$(NAME)` is the text `$(NAME)`. */
const VARIABLE = /\$\([A-Z_][A-Z0-9_]*\)/g;

/** Keys below which variables of a container stand. */
const VARIABLES = new Set<string | number>(['extraEnv', 'environment', 'env']);

/** What remains of a variable's value without the variables that the kubelet puts into it; undefined where there are none. */
function besideVariables(path: Path, value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.includes('$(') || !path.some((key) => VARIABLES.has(key))) return undefined;
  const text = value.replace(/\$\$/g, '');
  const rest = text.replace(VARIABLE, '');
  return rest === text ? undefined : rest;
}

/** The first of the variables that a value is put together of, as `$(NAME)`. */
export function variableIn(value: string): string | undefined {
  return value.replace(/\$\$/g, '').match(VARIABLE)?.[0];
}

/** Whether the value of a variable is another variable and nothing else. */
export function isVariable(path: Path, value: unknown): boolean {
  return besideVariables(path, value) === '';
}

/**
 * Whether a value is a credential, by its key or by its look. One that is put together of other variables is none by its key: in a Secret the
 * kubelet would leave `$(NAME)` as it is.
 */
export function isCredential(path: Path, value: unknown): boolean {
  return isCredentialValue(value) || (isCredentialKey(path) && besideVariables(path, value) === undefined);
}
