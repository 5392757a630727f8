import { Traits } from '../../release/traits';

/** The proxy's share of JupyterHub's configuration: it runs in a pod of its own. Its address is the cluster's to tell. */
export function proxyTraits(): Traits {
  return { ConfigurableHTTPProxy: { should_start: false } };
}
