// traefik-live.mjs TRAEFIK PEBBLE CHALLTESTSRV: runs a real traefik with the configuration of autohttps, which gets its certificate from an ACME
// server (Pebble, the test server of Let's Encrypt) that asks it for the challenge. Run where ports and mounts are its own.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';

const [traefik, pebble, challtestsrv] = process.argv.slice(2);
const tmp = mkdtempSync(join(tmpdir(), 'traefik-'));
const children = [];

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

function start(name, command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  children.push(child);
  return { child, said: () => `${name}:\n${Buffer.concat(said)}` };
}

/** The files that the ConfigMap of autohttps mounts, at home in the temporary folder. */
function configuration(values) {
  writeFileSync(join(tmp, 'values.yaml'), values);
  const text = run(
    'bin/cdk8s-jupyterhub',
    'render',
    '-f',
    join(tmp, 'values.yaml'),
    '--release',
    'r',
    '--namespace',
    'n',
  );
  const all = parseAllDocuments(text).map((document) => document.toJS());
  const { data } = all.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'autohttps');
  for (const [name, content] of Object.entries(data))
    writeFileSync(join(tmp, name), content.replaceAll('/etc/traefik/', `${tmp}/`).replaceAll('/etc/acme/', `${tmp}/`));
  return join(tmp, 'traefik.yaml');
}

/** An answer, its body as text; certificates are looked at by whoever asks. */
function get(url, { host, ca } = {}) {
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
        const certificate = answer.socket.getPeerCertificate?.();
        let body = '';
        answer.on('data', (data) => (body += data));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body, certificate }));
      },
    );
    request.on('error', reject);
  });
}

async function until(what, seconds, condition) {
  let last;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(200)) {
    try {
      const result = await condition();
      if (result) return result;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what}: not within ${seconds} s${last ? ` (${last.message})` : ''}`);
}

let passed = 0;
let failed = 0;
function check(what, isTrue) {
  if (isTrue) passed++;
  else {
    failed++;
    console.log(`FAIL ${what}`);
  }
}

const HOST = 'hub.example';
const values = `proxy:
  https: {enabled: true, hosts: [${HOST}], letsencrypt: {contactEmail: a@b.example, acmeServer: 'https://localhost:14000/dir'}}
  traefik: {hsts: {maxAge: 600, includeSubdomains: true}}
`;

async function main() {
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
    check('the certificate is for the host', answer.certificate.subjectaltname === `DNS:${HOST}`);
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
      JSON.parse(readFileSync(join(tmp, 'acme.json'))).default.Certificates.length === 1,
    );
    check('traefik has nothing to complain about', !/\b(ERR|WRN|error|warn)\b/i.test(server.said()));
  } catch (error) {
    check(error.message, false);
  }
  if (failed) console.log([server, acme, names].map(({ said }) => said().slice(-4000)).join('\n'));

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

try {
  await main();
} finally {
  for (const child of children) child.kill();
  rmSync(tmp, { recursive: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
