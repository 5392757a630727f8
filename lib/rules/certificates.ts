import { createPrivateKey, X509Certificate } from 'node:crypto';
import { revealText } from '../secrets/secrets';
import { show } from './lookup';
import { Model } from './model';
import { Report, Rule } from './rule';

const MANUAL = ['proxy', 'tls', 'manual'];

function parsed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A certificate and its key that are given literally. */
function checkCertificate({ props }: Model, report: Report): void {
  const { enabled, type, manual, hosts } = props.proxy.tls;
  if (!enabled || type !== 'manual') return;
  const [cert, key] = [revealText(manual.cert), revealText(manual.key)];
  const certificate = cert === undefined || cert === '' ? undefined : parsed(() => new X509Certificate(cert));
  const privateKey = key === undefined || key === '' ? undefined : parsed(() => createPrivateKey(key));
  if (cert && !certificate) report([...MANUAL, 'cert'], 'is no certificate in PEM');
  if (key && !privateKey) report([...MANUAL, 'key'], 'is no private key in PEM');
  if (!certificate) return;
  if (privateKey && !certificate.checkPrivateKey(privateKey))
    report([...MANUAL, 'key'], 'is not the key of the certificate');
  if (Date.parse(certificate.validTo) < Date.now())
    report([...MANUAL, 'cert'], `was valid until ${certificate.validTo}`, {
      effect: 'browsers refuse it',
      mend: 'renew it',
    });
  (hosts ?? []).forEach((host, index) => {
    if (typeof host === 'string' && certificate.checkHost(host) === undefined)
      report(['proxy', 'tls', 'hosts', index], `${show(host)} is no name of the certificate`, {
        effect: 'browsers refuse it',
      });
  });
}

export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    id: 'tls/certificate',
    severity: 'warning',
    title: "A certificate of one's own that cannot be used",
    effect: 'the proxy does not start, or browsers refuse it',
    mend: '',
    check: checkCertificate,
  },
];
