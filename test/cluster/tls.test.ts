import { Allow, Authenticator, Exposure, JupyterHub, SecretValue, Tls, TlsProps } from '../../lib';
import { makeCertificate, servedName } from './support/certificate';
import { Release } from './support/release';
import { scenario } from './support/scenario';
import { Visitor } from './support/visitor';
import { until } from './support/wait';

scenario('HTTPS at the proxy', (step) => {
  let release: Release;
  const apply = async (https: TlsProps) => {
    release.build((app) => {
      new JupyterHub(app, release.name, {
        namespace: release.name,
        authenticator: Authenticator.dummy({ password: SecretValue.literal('a-password'), allow: Allow.all() }),
        // How often the hub looks whether the proxy, which restarts with another certificate, knows all servers; a minute by default.
        hub: { config: { JupyterHub: { last_activity_interval: 5 } } },
        proxy: { tls: https, exposure: Exposure.loadBalancer() },
      });
    });
    await release.apply();
    await release.ready();
  };

  beforeAll(async () => {
    release = await Release.create('tls');
  });
  afterAll(() => release.remove());

  step('serves a certificate that was given, and leads from HTTP to it', async () => {
    const certificate = await makeCertificate(release.folder, 'given.example.org');
    await apply(Tls.given(SecretValue.literal(certificate.key), certificate.cert));
    const url = await release.url('https');
    expect(await until('HTTPS', 60, () => servedName(url, 'given.example.org', certificate))).toBe('given.example.org');
    const visitor = await Visitor.at(await release.url(), 'ada');
    const redirect = await visitor.get('/hub/login', { maxRedirects: 0 });
    expect([redirect.status(), redirect.headers().location]).toEqual([301, expect.stringMatching(/^https:/)]);
  });

  step('lets users log in and work over it', async () => {
    const visitor = await Visitor.at(await release.url('https'), 'ada');
    expect((await visitor.login('a-password')).status()).toBe(200);
    await visitor.startServer();
    await visitor.writeFile('diary.txt', 'dear diary');
  });

  step('serves a certificate of a Secret after another apply', async () => {
    const certificate = await makeCertificate(release.folder, 'secret.example.org');
    const { keyFile, certFile } = certificate;
    await release.kubectl('create', 'secret', 'tls', 'hub-tls', `--cert=${certFile}`, `--key=${keyFile}`);
    await apply(Tls.secret('hub-tls'));
    const url = await release.url('https');
    expect(await until('HTTPS', 60, () => servedName(url, 'secret.example.org', certificate))).toBe(
      'secret.example.org',
    );
    const visitor = await Visitor.at(url, 'ada');
    await visitor.login('a-password');
    await until('the server of before is reached', 90, () => visitor.reaches('ada'));
    expect(await visitor.readFile('diary.txt')).toBe('dear diary');
  });
});
