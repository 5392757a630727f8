import { hasAutohttps } from '../components/proxy/autohttps';
import { nonEmpty } from '../data/maps';
import { Model } from './model';
import { Report, Rule } from './rule';

function required(option: string, value: unknown, what: string, report: Report): void {
  if (nonEmpty(value) === undefined) report(option.split('.'), `is missing: ${what}`);
}

function checkTls({ installation, props }: Model, report: Report): void {
  const { tls } = props.proxy;
  if (!tls.enabled) return;
  if (hasAutohttps(installation)) {
    required(
      'proxy.tls.letsencrypt.contactEmail',
      tls.letsencrypt.contactEmail,
      "Let's Encrypt needs an email address",
      report,
    );
  }
  if (tls.type === 'manual') {
    required('proxy.tls.manual.key', tls.manual.key, 'a certificate of your own needs its private key, PEM', report);
    required('proxy.tls.manual.cert', tls.manual.cert, 'a private key of your own needs its certificate, PEM', report);
  }
}

export const TLS_RULES: readonly Rule[] = [
  {
    id: 'tls/incomplete',
    severity: 'error',
    title: 'TLS lacks what its type needs',
    effect: '',
    mend: '',
    check: checkTls,
  },
  {
    id: 'tls/secret-name',
    severity: 'warning',
    title: 'TLS from a Secret without the name of the Secret',
    effect: 'Kubernetes refuses the proxy',
    mend: 'name the Secret of type kubernetes.io/tls',
    check: ({ props: { proxy } }, report) => {
      if (!proxy.tls.enabled || proxy.tls.type !== 'secret' || nonEmpty(proxy.tls.secret.name)) return;
      report(['proxy', 'tls', 'secret', 'name'], 'is missing');
    },
  },
];
