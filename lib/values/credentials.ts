/** Ends of keys that hold a credential, whatever stands before them: `PGPASSWORD`, `clientsecret`, `api-token`. */
const ANY_END = /(password|passwd|passphrase|secret|token|apikey|authorization)$/;

/** Ends that are a credential's only as words of their own: `crypt_key`, not `monkey`. */
const WORD_END =
  /(^|_)(pwd|pat|credentials?|(api|private|access|secret|client|crypt|crypto|encryption|signing|ssh|tls|ssl|auth|session|cookie)_key)$/;

/** Keys that end so and only name, describe or switch something. */
const NO_CREDENTIAL =
  /(^|_)((existing|image_?pull|pull)_?secret|check_common_password|automount_service_account_token|google_application_credentials|password_?less)$/;

/** Maps of which every value is a credential. */
const HOLDS_CREDENTIALS = /(^|\.)(crypt_keeper\.keys|lti11_?authenticator\.consumers)$/;

/** What everyone may read, as Kubernetes shows it in any list, or what names the place of a credential. */
const READABLE = new Set(['labels', 'annotations', 'nodeSelector', 'secretKeyRef', 'configMapKeyRef', 'fieldRef']);

/** Words parted alike, however a key parts them: `apiToken`, `API_TOKEN` and `api-token` are `api_token`. */
function words(key: string): string {
  // The same few keys are asked about for every value that there is.
  let parted = PARTED.get(key);
  if (parted === undefined) {
    parted = key
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replace(/[-\s.]/g, '_')
      .toLowerCase();
    PARTED.set(key, parted);
  }
  return parted;
}

const PARTED = new Map<string, string>();

function isReadable(key: string): boolean {
  return READABLE.has(key) || /(Labels|Annotations)$/.test(key);
}

function isNamedCredential(named: readonly string[]): boolean {
  const last = named[named.length - 1] ?? '';
  // `extraEnv.DB_PASSWORD: {value: ...}` is the long form of `extraEnv.DB_PASSWORD: ...`.
  if (last === 'value' && named.length > 2) return isNamedCredential(named.slice(0, -1));
  const key = words(last);
  if ((ANY_END.test(key) || WORD_END.test(key)) && !NO_CREDENTIAL.test(key)) return true;
  if (last === 'key' && named.slice(-3).join('.') === 'https.manual.key') return true;
  const end = named.slice(-3).map(words);
  return HOLDS_CREDENTIALS.test(end.join('.')) || HOLDS_CREDENTIALS.test(end.slice(0, -1).join('.'));
}

/**
 * Whether a value is a credential by its key: `client_secret`, `apiToken`, `DB_PASSWORD`.
 * @param path keys from the top; items of lists by their index
 */
export function isCredentialKey(path: readonly string[]): boolean {
  // Hardly any key is: what else the path says is asked last.
  return isNamedCredential(path.filter((key) => !/^\d+$/.test(key))) && !path.slice(0, -1).some(isReadable);
}

/** A URL with a password in it. What the kubelet puts in, as `$(NAME)`, is a variable's name and no password. */
const URL_WITH_PASSWORD = /^[a-z][\w+.-]*:\/\/[^/\s:@]*:(?!\$\([\w.-]+\)@)[^/\s@]+@/i;

/** How the tokens of some hosts begin. */
const TOKEN = /^(gh[opsu]_|github_pat_|glpat-|hf_|xox[abprs]-|sk-)[\w-]{16,}$/;

/** Whether a text is a credential by its look: a URL with a password in it, a private key, a token of a known host. */
export function isCredentialValue(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return URL_WITH_PASSWORD.test(value) || TOKEN.test(value) || /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(value);
}
