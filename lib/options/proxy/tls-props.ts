import type { ISecret } from 'cdk8s-plus-28';
import { SecretValue } from '../../secrets/secret-value';

/** Where the proxy's certificate comes from. */
export enum TlsType {
  /** Let's Encrypt, asked by traefik. */
  LETS_ENCRYPT = 'letsencrypt',
  /** It is given. */
  MANUAL = 'manual',
  /** A Secret of the namespace. */
  SECRET = 'secret',
  /** HTTPS ends before the proxy. */
  OFFLOAD = 'offload',
}

/** How Let's Encrypt is asked for a certificate. */
export interface LetsEncryptProps {
  /**
   * Address for notices about the certificate; required for Let's Encrypt.
   * @default - none
   */
  readonly contactEmail?: string;
  /**
   * ACME directory.
   * @default https://acme-v02.api.letsencrypt.org/directory
   */
  readonly acmeServer?: string;
}

/** A certificate given as PEM. */
export interface ManualTlsProps {
  /**
   * Private key, PEM.
   * @default - none
   */
  readonly key?: SecretValue;
  /**
   * Certificate, PEM.
   * @default - none
   */
  readonly cert?: string | SecretValue;
}

/** Keys of a Secret with a certificate. */
export interface SecretTlsKeys {
  /**
   * Key that holds the private key.
   * @default tls.key
   */
  readonly key?: string;
  /**
   * Key that holds the certificate.
   * @default tls.crt
   */
  readonly crt?: string;
}

/** A certificate in an existing Secret. */
export interface SecretTlsProps extends SecretTlsKeys {
  /**
   * The Secret.
   * @default - none
   */
  readonly name?: string | ISecret;
}

/** HTTPS at the proxy (chart key `proxy.https`). */
export interface TlsProps {
  /**
   * Whether the proxy speaks HTTPS.
   * @default false
   */
  readonly enabled?: boolean;
  /**
   * Where the certificate comes from.
   * @default TlsType.LETS_ENCRYPT
   */
  readonly type?: TlsType;
  /**
   * For `LETS_ENCRYPT`.
   * @default - the production directory
   */
  readonly letsencrypt?: LetsEncryptProps;
  /**
   * For `MANUAL`.
   * @default - none
   */
  readonly manual?: ManualTlsProps;
  /**
   * For `SECRET`.
   * @default - none
   */
  readonly secret?: SecretTlsProps;
  /**
   * Host names of the certificate, for `LETS_ENCRYPT`.
   * @default []
   */
  readonly hosts?: string[];
}
