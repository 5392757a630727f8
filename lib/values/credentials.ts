/** Words that make a key a credential's, where they stand at its end. */
const CREDENTIAL =
  /(^|[^a-z])(password|passwd|passphrase|secret|token|api_?key|private_?key|access_?key|secret_?key|client_?key|credentials?)$/i;

/** Camel case counts as several words. */
function words(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
}

/** Keys that end like a credential's and only name or describe one. */
const NO_CREDENTIAL =
  /(^|_)(existing|image_?pull|pull)_?secrets?$|_?(claim|username|groups|scope|auth_state_\w+)_key$|automount_service_account_token/i;

/**
 * Whether a value is a credential by its key: `client_secret`, `apiToken`, `DB_PASSWORD`.
 * @param path keys from the top
 */
export function isCredentialKey(path: readonly string[]): boolean {
  const key = words(path[path.length - 1] ?? '');
  return CREDENTIAL.test(key) && !NO_CREDENTIAL.test(key);
}

/** Whether a text is a credential by its look: a URL with a password in it, or a private key. */
export function isCredentialValue(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return /^[a-z][\w+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i.test(value) || value.includes('PRIVATE KEY-----');
}
