/** What is wrong with a URL of the web; undefined where nothing is. */
export function urlProblem(url: unknown): string | undefined {
  const text = String(url);
  if (typeof url !== 'string' || !URL.canParse(text) || !/^https?:\/\//.test(text))
    return `must be a URL that begins with https://, but is ${text}`;
  const { hostname } = new URL(text);
  // What a template string makes of a value that is not there.
  return /^(undefined|null|nan|true|false|\[object)$|%5bobject/i.test(hostname)
    ? `has no host: it is ${text}`
    : undefined;
}

/** What the options tell of the address at which users find the hub. */
export interface Address {
  /** Host names; none where they are not known. */
  readonly hosts: readonly string[];
  /** The hub's base URL. */
  readonly baseUrl: string;
  /** Whether users reach it by HTTPS, as far as is known. */
  readonly isTls: boolean;
}

/** Why nobody comes back by a callback URL; undefined where that cannot be told. */
export function callbackProblem(callbackUrl: string, { hosts, baseUrl, isTls }: Address): string | undefined {
  const wrong = urlProblem(callbackUrl);
  if (wrong) return wrong;
  const url = new URL(callbackUrl);
  if (hosts.length && !hosts.includes(url.hostname))
    return `leads to another host than the proxy's, ${hosts.join(', ')}`;
  if (isTls && url.protocol === 'http:') return 'must begin with https://, as the proxy has TLS';
  const path = `/${baseUrl}/hub/oauth_callback`.replace(/\/{2,}/g, '/');
  return url.pathname === path ? undefined : `must have the path ${path}, where the hub waits for users who come back`;
}
