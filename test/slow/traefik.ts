// traefik.ts FOLDER: the configuration of autohttps with the programs in the folder. traefik's decoder takes the dynamic part whatever the
// options; a real traefik gets its certificate from an ACME server (Pebble, the test server of Let's Encrypt) that asks it for the challenge,
// and serves. Run where ports and mounts are its own.
import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PeerCertificate, TLSSocket } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { object } from '../support/objects';

const [programs = ''] = process.argv.slice(2);
const [decode, traefik, pebble, challtestsrv] = ['decode', 'traefik', 'pebble', 'pebble-challtestsrv'].map((name) =>
  join(programs, name),
) as [string, string, string, string];
const tmp = mkdtempSync(join(tmpdir(), 'traefik-'));
const children: ChildProcess[] = [];

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

interface Server {
  readonly child: ChildProcess;
  readonly log: () => string;
}

function start(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Server {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const written: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => written.push(data));
  children.push(child);
  return { child, log: () => `${name}:\n${Buffer.concat(written)}` };
}

/** The files that the ConfigMap of autohttps mounts, at home in the temporary folder: the path of the static one. */
function configuration(values: string): string {
  const { data } = object('ConfigMap', 'autohttps', values);
  for (const [name, content] of Object.entries<string>(data))
    writeFileSync(join(tmp, name), content.replace(/\/etc\/(traefik|acme)\//g, `${tmp}/`));
  return join(tmp, 'traefik.yaml');
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly certificate: PeerCertificate | undefined;
}

/** An answer; its certificate is checked where there is one to check it by. */
function get(url: string, { host, ca }: { host?: string; ca?: string } = {}): Promise<Answer> {
  const { protocol, port, pathname } = new URL(url);
  const options = {
    host: '127.0.0.1',
    port,
    path: pathname,
    servername: host,
    headers: host ? { host } : {},
    ca,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const request = (protocol === 'https:' ? https : http).get(
      { ...options, rejectUnauthorized: Boolean(ca) },
      (answer) => {
        const certificate = answer.socket instanceof TLSSocket ? answer.socket.getPeerCertificate() : undefined;
        let body = '';
        answer.on('data', (data) => (body += data));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body, certificate }));
      },
    );
    request.on('error', reject);
  });
}

async function until<T>(what: string, seconds: number, condition: () => Promise<T>): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(200)) {
    try {
      const result = await condition();
      if (result) return result;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what}: not within ${seconds} s${last ? ` (${String(last)})` : ''}`);
}

let passed = 0;
let failed = 0;
function check(what: string, isTrue: boolean): void {
  if (isTrue) passed++;
  else {
    failed++;
    console.log(`FAIL ${what}`);
  }
}

/** Whether traefik takes the dynamic configuration for values below `proxy`. */
function decodes(more = ''): boolean {
  configuration(
    `proxy: {https: {enabled: true, hosts: [a.example, b.example], letsencrypt: {contactEmail: a@b.example}}${more}}`,
  );
  return spawnSync(decode, [join(tmp, 'dynamic.yaml')]).status === 0;
}

function checkDecoder(): void {
  const dynamic = (middlewares: string) => `, traefik: {extraDynamicConfig: {http: {middlewares: ${middlewares}}}}`;
  check('the default', decodes());
  check('HSTS', decodes(', traefik: {hsts: {includeSubdomains: true, preload: true, maxAge: 600}}'));
  check('more of it', decodes(dynamic('{a: {compress: {}}}')));
  check('a key that traefik does not know is refused', !decodes(dynamic('{a: {nonsense: {}}}')));
  check('a value of the wrong kind is refused', !decodes(dynamic('{hsts: {headers: {stsSeconds: nonsense}}}')));
}

const HOST = 'hub.example';
const values = `proxy:
  https: {enabled: true, hosts: [${HOST}], letsencrypt: {contactEmail: a@b.example, acmeServer: 'https://localhost:14000/dir'}}
  traefik: {hsts: {maxAge: 600, includeSubdomains: true}}
`;

async function main(): Promise<void> {
  checkDecoder();
  run('ip', 'link', 'set', 'lo', 'up');
  writeFileSync(join(tmp, 'hosts'), '127.0.0.1 localhost proxy-http\n');
  run('mount', '--bind', join(tmp, 'hosts'), '/etc/hosts');

  // What the proxy is to traefik.
  http
    .createServer(({ url, headers }, answer) => answer.end(JSON.stringify({ url, headers })))
    .listen(8000)
    .unref();

  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', join(tmp, 'key.pem'), '-out', join(tmp, 'cert.pem')];
  run(
    'openssl',
    'req',
    '-x509',
    ...key,
    '-days',
    '1',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  );
  const pebbleConfig = {
    listenAddress: '127.0.0.1:14000',
    managementListenAddress: '127.0.0.1:15000',
    certificate: join(tmp, 'cert.pem'),
    privateKey: join(tmp, 'key.pem'),
    // The Service sends port 80 here.
    httpPort: 8080,
    tlsPort: 8443,
    profiles: { default: { description: 'ninety days', validityPeriod: 7776000 } },
  };
  writeFileSync(join(tmp, 'pebble.json'), JSON.stringify({ pebble: pebbleConfig }));
  const off = ['http01', 'https01', 'tlsalpn01', 'doh'].flatMap((name) => [`-${name}`, '']);
  const names = start('names', challtestsrv, ['-defaultIPv6', '', '-dnsserver', '127.0.0.1:8053', ...off]);
  const acme = start('pebble', pebble, ['-config', join(tmp, 'pebble.json'), '-dnsserver', '127.0.0.1:8053'], {
    PEBBLE_VA_NOSLEEP: '1',
  });
  const root = await until('Pebble starts', 30, async () => (await get('https://localhost:15000/roots/0')).body);

  const file = configuration(values);
  const server = start('traefik', traefik, [`--configfile=${file}`], { LEGO_CA_CERTIFICATES: join(tmp, 'cert.pem') });
  try {
    const answer = await until('a certificate of Pebble for the host', 60, () =>
      get('https://localhost:8443/hub/home', { host: HOST, ca: root }),
    );
    check('the certificate is for the host', answer.certificate?.subjectaltname === `DNS:${HOST}`);
    const seen = JSON.parse(answer.body);
    check('the path arrives at the proxy', seen.url === '/hub/home');
    check('the host arrives at the proxy', seen.headers.host === HOST);
    check('the proxy is told that the user came by https', seen.headers['x-scheme'] === 'https');
    check('and in the usual way too', seen.headers['x-forwarded-proto'] === 'https');
    check('HSTS is as asked for', answer.headers['strict-transport-security'] === 'max-age=600; includeSubDomains');
    const plain = await get('http://localhost:8080/hub/home', { host: HOST });
    check('http is redirected for good', plain.status === 301 || plain.status === 308);
    check('to https', plain.headers.location === `https://${HOST}/hub/home`);
    check(
      'the certificate is kept',
      JSON.parse(readFileSync(join(tmp, 'acme.json'), 'utf8')).default.Certificates.length === 1,
    );
    check('traefik has nothing to complain about', !/\b(ERR|WRN|error|warn)\b/i.test(server.log()));
  } catch (error) {
    check(String(error), false);
  }
  if (failed) console.log([server, acme, names].map(({ log }) => log().slice(-4000)).join('\n'));

  const nonsense = configuration(values.replace('traefik: {', 'traefik: {extraStaticConfig: {log: {nonsense: 1}}, '));
  server.child.kill();
  const { status, stdout, stderr } = spawnSync(traefik, [`--configfile=${nonsense}`], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  check(
    'a static configuration with what traefik does not know is refused',
    status === 1 && /nonsense/.test(stdout + stderr),
  );
}

main()
  .catch((error) => check(String(error), false))
  .finally(() => {
    for (const child of children) child.kill();
    rmSync(tmp, { recursive: true });
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed ? 1 : 0);
  });
