import type { ISecret } from 'cdk8s-plus-28';
import { SecretValue } from '../../secrets/secret-value';
import { SecretTlsKeys, TlsProps, TlsType } from './tls-props';
import { checkCall } from '../wire/refuse';

/** A certificate by Let's Encrypt. */
export interface LetsEncryptTlsProps {
  /** Host names of the certificate; they must lead to the proxy from outside. */
  readonly hosts: string[];
  /** Address for notices about the certificate. */
  readonly contactEmail: string;
  /**
   * ACME directory.
   * @default https://acme-v02.api.letsencrypt.org/directory
   */
  readonly acmeServer?: string;
}

/** HTTPS at the proxy. */
export class Tls {
  /**
   * A certificate that traefik asks of Let's Encrypt, and renews.
   * @throws without a host
   */
  public static letsEncrypt(props: LetsEncryptTlsProps): TlsProps {
    checkCall('Tls.letsEncrypt', Tls.letsEncrypt, [props]);
    const { hosts, ...letsencrypt } = props;
    if (!hosts.length) throw new Error("Let's Encrypt needs a host name to make a certificate for: hosts is empty");
    return { enabled: true, type: TlsType.LETS_ENCRYPT, hosts, letsencrypt };
  }

  /**
   * A certificate that is given.
   * @param key private key, PEM
   * @param cert certificate with those of its issuers, PEM
   */
  public static given(key: SecretValue, cert: string): TlsProps {
    checkCall('Tls.given', Tls.given, [key, cert]);
    return { enabled: true, type: TlsType.MANUAL, manual: { key, cert } };
  }

  /**
   * A certificate in a Secret of the namespace.
   * @param secret the Secret, or its name
   * @param keys keys in it, where they are not `tls.key` and `tls.crt`
   */
  public static secret(secret: string | ISecret, keys: SecretTlsKeys = {}): TlsProps {
    checkCall('Tls.secret', Tls.secret, [secret, keys]);
    return { enabled: true, type: TlsType.SECRET, secret: { ...keys, name: secret } };
  }

  /** HTTPS ends at the load balancer, which speaks HTTP to the proxy. */
  public static offload(): TlsProps {
    return { enabled: true, type: TlsType.OFFLOAD };
  }

  private constructor() {}
}
