import type { Duration, Size } from 'cdk8s';
import type { Cpu, IPersistentVolumeClaim, IServiceAccount, ISecret, k8s } from 'cdk8s-plus-28';
import type { SecretValue } from '../secrets/secret-value';

/** A value that stays what it is until a manifest is made of it. */
export interface Opaque {
  /** @internal */
  readonly _opaque: true;
}

/** An option as manifests and values files say it: quantities and ports as numbers or texts, times in seconds, objects by their names. */
export type Wire<T> = 0 extends 1 & T
  ? T
  : T extends k8s.IntOrString | k8s.Quantity | Size | Cpu
    ? string | number
    : T extends Duration
      ? number
      : T extends Date | string | ISecret | IServiceAccount | IPersistentVolumeClaim
        ? string
        : T extends Opaque | SecretValue
          ? T
          : T extends (infer Item)[]
            ? Wire<Item>[]
            : T extends object
              ? string extends keyof T
                ? Record<string, Wire<T[keyof T]>>
                : { [K in keyof T]: Wire<T[K]> }
              : T;
