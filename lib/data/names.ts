const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

/** A name of one part, however long it is. */
export const DNS_LABEL = new RegExp(`^${LABEL}$`);

/** A name of parts with dots between them, however long it is. */
export const DNS_NAME = new RegExp(`^${LABEL}(\\.${LABEL})*$`);

/** The same after `*.`, too. */
export const DNS_WILDCARD = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})*$`);

/** Whether Services, containers, volumes and namespaces can be called so. */
export function isDnsLabel(name: string): boolean {
  return name.length <= 63 && DNS_LABEL.test(name);
}

/** Whether most objects of Kubernetes can be called so. */
export function isDnsName(name: string): boolean {
  return name.length <= 253 && DNS_NAME.test(name);
}
