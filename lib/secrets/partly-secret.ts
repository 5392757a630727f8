import type { SecretValue } from './secret-value';

/** A string of which parts are secret: what of it everyone may read, and the values of the markers in it. */
export interface PartlySecret {
  readonly shown: string;
  readonly parts: Readonly<Record<string, SecretValue>>;
}
