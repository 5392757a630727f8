/** Whether a callback URL leads to one of the hosts; where none is known, or the URL is no URL, that cannot be told. */
export function matchesHosts(callbackUrl: string, hosts: readonly string[]): boolean {
  if (!hosts.length || !URL.canParse(callbackUrl)) return true;
  return hosts.includes(new URL(callbackUrl).hostname);
}
