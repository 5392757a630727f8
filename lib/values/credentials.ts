export function isCredentialKey(p: readonly string[]): boolean {
  return (
    /(client_secret|password|apiToken|api_token|secretToken|cookieSecret|cookie_secret|auth_token|_TOKEN|_SECRET|shared_secret)$/.test(
      p[p.length - 1],
    ) || p.join('.').startsWith('hub.config.CryptKeeper.keys')
  );
}
export function isCredentialValue(v: unknown): boolean {
  return typeof v === 'string' && /^\w[\w+]*:\/\/[^/:@\s]+:[^/@\s]+@/.test(v);
}
