const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

/** Pattern of a name of one part, without its ends. */
export const DNS_LABEL = LABEL;

/** Pattern of a name with dots, without its ends. */
export const DNS_NAME = `${LABEL}(\\.${LABEL})*`;

const WHOLE = new RegExp(`^${DNS_NAME}$`);

/** Whether most objects of Kubernetes can be called so. */
export function isDnsName(name: string): boolean {
  return name.length <= 253 && WHOLE.test(name);
}
