/** How many families of addresses a Service has. */
export enum IpFamilyPolicy {
  /** One. */
  SINGLE_STACK = 'SingleStack',
  /** Two where the cluster has two. */
  PREFER_DUAL_STACK = 'PreferDualStack',
  /** Two. */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}

/** A family of addresses. */
export enum IpFamily {
  /** IPv4. */
  IPV4 = 'IPv4',
  /** IPv6. */
  IPV6 = 'IPv6',
}

/** What the access labels of pods in other namespaces do. */
export enum InterNamespaceAccessLabels {
  /** They let pods in as those of pods of this namespace do. */
  ACCEPT = 'accept',
  /** Nothing. */
  IGNORE = 'ignore',
}
