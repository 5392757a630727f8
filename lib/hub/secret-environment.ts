import { SecretValue } from '../kubernetes/secret-value';
import { EnvVar } from '../kubernetes/shapes';

/** The variable that brings the value of a trait from an existing Secret into the hub's container. */
export function environmentVariable(trait: string): string {
  return `HUB_CONFIG_${trait.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}

/** The hub container's `env` entries for traits whose values stay in Secrets of their own. */
export function secretEnvironment(references: Record<string, SecretValue>): EnvVar[] {
  return Object.entries(references).map(([trait, { secretName, secretKey }]) => ({
    name: environmentVariable(trait),
    valueFrom: { secretKeyRef: { name: secretName, key: secretKey ?? '' } },
  }));
}
