// No secret is readable where it does not belong. For every values file of the folders given, and for one that sets every place where a
// secret can stand: markers are planted as secrets, and looked for in all that is no Secret, in the converted program, in warnings and errors.
// Usage: node --import tsx test/slow/secrets.mjs FOLDER...
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { main } from '../../lib/cli/main.ts';
import { PLACES } from '../../lib/values/secrets.ts';

const work = mkdtempSync(join(tmpdir(), 'secrets-'));
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Runs the command line: what it prints, and where. */
function run(...argv) {
  const written = { stdout: '', stderr: '' };
  const kept = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const stream of ['stdout', 'stderr']) {
    process[stream].write = (text) => Boolean((written[stream] += text));
  }
  try {
    return {
      status: main(argv, (text) => void (written.stdout += text)),
      ...written,
      get all() {
        return written.stdout + written.stderr;
      },
    };
  } finally {
    for (const stream of ['stdout', 'stderr']) process[stream].write = kept[stream];
  }
}

function file(name, content) {
  const path = join(work, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 1));
  return path;
}

/** Two families of markers, of different lengths: what is not a Secret must not tell which one was planted. */
const CORES = [
  (number) => `pl4nt${String(number).padStart(7, '0')}`,
  (number) => `s33dling${String(number).padStart(8, '0')}`,
];
const CORE = /pl4nt\d{7}|s33dling\d{8}/;
const SHAPES = [
  (core) => core,
  (core) => `${core}'"\\ {}[]: #%&*!é\t$(X) {{ .Release }`,
  (core) => `https://user:${core}@host.example/p?q=${core}`,
  (core) => `-----BEGIN PRIVATE KEY-----\n${core}\n-----END PRIVATE KEY-----\n`,
];

/** Every text in the values: its path, and the part that is replaced as a whole, as lists do not merge. */
function texts(value, path = [], unit = undefined) {
  if (typeof value === 'string' && value !== '') return [{ path, unit: unit ?? path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, [...path, index], unit ?? path));
  return isMap(value) ? Object.entries(value).flatMap(([key, item]) => texts(item, [...path, key], unit)) : [];
}

const get = (tree, path) => path.reduce((value, key) => value?.[key], tree);

function put(tree, [key, ...rest], value) {
  tree[key] = rest.length ? put(tree[key] ?? (typeof rest[0] === 'number' ? [] : {}), rest, value) : value;
  return tree;
}

const copy = (value) => JSON.parse(JSON.stringify(value));

const dotted = (path) =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${key}`)).join('');

/** What the secret file holds when the planted texts have become markers of a family. */
function secretsOf(values, planted, family) {
  const secrets = {};
  for (const { unit } of planted) put(secrets, unit, copy(get(values, unit)));
  planted.forEach(({ path, shape }, number) => {
    if (shape !== undefined) put(secrets, path, SHAPES[shape](CORES[family](number)));
  });
  return secrets;
}

/** What stays in the other file. */
function openPart(values, planted) {
  const open = copy(values);
  for (const { unit } of planted) delete get(open, unit.slice(0, -1))[unit.at(-1)];
  return open;
}

/** Paths that errors are about. */
function refused(stderr) {
  return stderr
    .split('\n')
    .flatMap((line) => /^\S+\.yaml(?::\d+:\d+)?: ([^\s:]+(?::[^\s:]+)*): /.exec(line)?.slice(1) ?? []);
}

const problems = [];
const places = new Set();
let passed = 0;

function expectClean(name, what, text) {
  const found = CORE.exec(text);
  if (!found) return true;
  problems.push(
    `${name}: ${what}: ${text.slice(Math.max(0, found.index - 120), found.index + 40).replace(/\n/g, '\\n')}`,
  );
  return false;
}

/** What is no Secret, without the digest of the certificate, which every client of the proxy sees. */
function readable(stdout) {
  const others = stdout.split(/^---\n/m).filter((text) => !/^kind: Secret$/m.test(text));
  return others.join('---\n').replace(/^( *checksum\/certificate: )"?[0-9a-f]+"?$/gm, '$1(digest)');
}

/** The texts that can be planted, each in a shape that its key takes. What is refused where it stands goes back to the other file. */
function plant(name, values, release) {
  let planted = texts(values).map((text, number) => ({ ...text, shape: number % SHAPES.length }));
  for (let attempt = 0; attempt < 40; attempt++) {
    const args = ['render', '-f', file('open.yaml', openPart(values, planted)), '--secret-file'];
    const result = run(...args, file('secret.yaml', secretsOf(values, planted, 0)), ...release);
    expectClean(name, 'an error', result.status ? result.all : result.stderr);
    if (result.status === 0) return { planted, result };
    const paths = refused(result.stderr);
    const about = (text) =>
      paths.some((path) => dotted(text.path).startsWith(path) || path.startsWith(dotted(text.path)));
    const before = JSON.stringify(planted);
    const units = new Set();
    for (const text of planted.filter(about)) {
      if (text.shape > 0) text.shape = 0;
      else if (text.shape === 0) text.shape = undefined;
      else units.add(JSON.stringify(text.unit));
    }
    planted = planted.filter(({ unit }) => !units.has(JSON.stringify(unit)));
    if (JSON.stringify(planted) === before) {
      problems.push(`${name}: cannot be planted: ${result.stderr.trim().split('\n').at(-1)}`);
      return undefined;
    }
  }
  problems.push(`${name}: cannot be planted`);
  return undefined;
}

/** Markers in the wrong kinds of values, and in files that are no YAML: errors name the place only. */
function expectCleanErrors(name, values, planted, release) {
  const wrap = (change) => {
    const secrets = secretsOf(values, planted, 0);
    for (const { path, shape } of planted) if (shape !== undefined) put(secrets, path, change(get(secrets, path)));
    return secrets;
  };
  const broken = {
    'a list': wrap((text) => [text]),
    'a map': wrap((text) => ({ a: text })),
    'unknown keys': {
      planted: CORES[0](0),
      hub: { planted: CORES[0](1) },
      singleuser: { memory: { limits: CORES[0](2) } },
    },
    'a broken flow': `hub:\n  cookieSecret: [${CORES[0](0)}\n`,
    'a broken map': `hub:\n  cookieSecret: ${CORES[0](0)}: ${CORES[0](1)}\n   x: 1\n`,
    'an alias': `hub:\n  cookieSecret: *${CORES[0](0)}\n`,
    'a tag': `hub:\n  cookieSecret: !${CORES[0](0)} x\n`,
    'a quote': `hub:\n  cookieSecret: "${CORES[0](0)}\n`,
    'a duplicate': `hub:\n  cookieSecret: ${CORES[0](0)}\n  cookieSecret: ${CORES[0](1)}\n`,
  };
  const open = file('open.yaml', openPart(values, planted));
  return Object.entries(broken).every(([what, content]) => {
    const result = run('render', '-f', open, '--secret-file', file('secret.yaml', content), ...release);
    return expectClean(
      name,
      `errors for ${what}`,
      result.status ? result.all : readable(result.stdout) + result.stderr,
    );
  });
}

function convertIsClean(name, files, release) {
  return [
    ['--secrets-file', join(work, 'kept.yaml')],
    ['--secret-name', 'theirs'],
  ].every((options) => {
    rmSync(join(work, 'kept.yaml'), { force: true });
    const result = run('convert', ...files, ...release, ...options);
    if (result.status) problems.push(`${name}: convert: ${result.stderr.split('\n')[0]}`);
    return expectClean(name, `convert ${options[0]}`, result.all) && !result.status;
  });
}

/** A case with all of its texts as secrets. */
function testSecretFile(name, values, release) {
  const found = plant(name, values, release);
  if (!found) return false;
  const { planted, result } = found;
  const markers = planted.filter(({ shape }) => shape !== undefined);
  for (const { path } of markers) places.add(path.join('\0'));
  const other = run(
    'render',
    '-f',
    file('open.yaml', openPart(values, planted)),
    '--secret-file',
    file('secret.yaml', secretsOf(values, planted, 1)),
    ...release,
  );
  const secrets = result.stdout
    .split(/^---\n/m)
    .filter((text) => /^kind: Secret$/m.test(text))
    .join('---\n');
  const inSecrets = parseAllDocuments(secrets).map((document) => {
    const { data = {}, stringData = {} } = document.toJS() ?? {};
    return [
      ...Object.values(data).map((text) => Buffer.from(text, 'base64').toString()),
      ...Object.values(stringData),
    ].join('\n');
  });
  const nested = inSecrets
    .join('\n')
    .replace(/[A-Za-z0-9+/]{16,}={0,2}/g, (text) => `${text} ${Buffer.from(text, 'base64')}`);
  if (markers.length && !CORE.test(nested)) problems.push(`${name}: no marker in any Secret`);
  const files = ['-f', join(work, 'open.yaml'), '--secret-file', file('secret.yaml', secretsOf(values, planted, 0))];
  const checks = [
    expectClean(name, 'readable objects', readable(result.stdout)),
    readable(result.stdout) === readable(other.stdout) ||
      (problems.push(`${name}: readable objects depend on secrets`), false),
    result.stderr === other.stderr || (problems.push(`${name}: warnings depend on secrets`), false),
    convertIsClean(name, files, release),
    expectCleanErrors(name, values, planted, release),
  ];
  return checks.every(Boolean);
}

const core = (number) => CORES[0](number);

/** Credentials in a file that is not called secret: the key tells. */
function credentials() {
  const variables = {
    DB_PASSWORD: core(1),
    API_TOKEN: SHAPES[1](core(2)),
    DATABASE_URL: SHAPES[2](core(3)),
    SSH_PRIVATE_KEY: SHAPES[3](core(4)),
  };
  const classes = [
    'GitHubOAuthenticator',
    'GenericOAuthenticator',
    'LDAPAuthenticator',
    'DummyAuthenticator',
    'PlantedAuthenticator',
  ];
  const traits = {
    client_secret: core(5),
    password: SHAPES[1](core(6)),
    lookup_dn_search_password: core(7),
    secret_key: core(8),
    nested: { list: [{ apiKey: core(9) }] },
  };
  return {
    hub: {
      cookieSecret: core(10),
      config: {
        ...Object.fromEntries(classes.map((name) => [name, traits])),
        JupyterHub: { cookie_secret: core(11), services: undefined },
        ConfigurableHTTPProxy: { auth_token: core(12) },
        CryptKeeper: { keys: [core(13), core(14)] },
        LTI11Authenticator: { consumers: { client: core(15) } },
      },
      services: { planted: { apiToken: core(16), environment: variables }, other: { api_token: core(17) } },
      extraConfig: { planted: 'get_config("hub")' },
      ...Object.fromEntries(
        ['initContainers', 'extraContainers'].map((kind) => [
          kind,
          [{ name: kind.toLowerCase(), image: 'i', env: [{ name: 'DB_PASS', value: core(24) }] }],
        ]),
      ),
    },
    proxy: { secretToken: core(18), https: { manual: { key: SHAPES[3](core(19)) } } },
    imagePullSecret: { create: true, registry: 'r.example', username: 'u', password: SHAPES[1](core(20)) },
    singleuser: { profileList: [{ display_name: 'A', kubespawner_override: { environment: variables } }] },
    custom: { deep: { list: [{ password: core(21) }], secret: SHAPES[3](core(22)), url: SHAPES[2](core(23)) } },
  };
}

const VARIABLES = {
  hub: ['hub'],
  'proxy.chp': ['proxy', 'chp'],
  'proxy.traefik': ['proxy', 'traefik'],
  singleuser: ['singleuser'],
};

/** A case with credentials laid over it. */
function testCredentials(name, path, values, release) {
  const over = credentials();
  const own = over.hub.services.planted.environment;
  for (const owner of Object.values(VARIABLES)) {
    // A list of variables would be replaced by a map; it gets its credentials as a list.
    const given = get(values, [...owner, 'extraEnv']);
    const asList = Object.entries(own).map(([variable, value]) => ({ name: variable, value }));
    put(over, [...owner, 'extraEnv'], Array.isArray(given) ? [...given, ...asList] : own);
  }
  const files = ['-f', path, '-f', file('over.yaml', over)];
  const result = run('render', ...files, ...release);
  if (result.status) problems.push(`${name}: with credentials: ${result.stderr.split('\n')[0]}`);
  const bare = (value) =>
    isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bare(item)])) : [value];
  const wrong = run('render', '-f', path, '-f', file('wrong.yaml', bare(over)), ...release);
  const checks = [
    !result.status,
    expectClean(name, 'readable objects with credentials', readable(result.stdout)),
    expectClean(name, 'warnings with credentials', result.stderr),
    expectClean(name, 'errors with credentials', wrong.status ? wrong.all : readable(wrong.stdout) + wrong.stderr),
    convertIsClean(name, files, release),
  ];
  return checks.every(Boolean);
}

/** Values with a string at every place where a secret can stand. */
const EVERYWHERE = {
  hub: {
    cookieSecret: 'text',
    db: { type: 'postgres', url: 'postgresql://u@h/d', password: 'text' },
    config: {
      JupyterHub: { cookie_secret: 'text' },
      ConfigurableHTTPProxy: { auth_token: 'text' },
      CryptKeeper: { keys: ['text'] },
      Planted: { a: { b: ['text'] } },
    },
    services: { a: { apiToken: 'text', url: 'text' }, b: { api_token: 'text' } },
    loadRoles: { a: { description: 'text', scopes: ['text'] } },
    templateVars: { a: 'text' },
    extraConfig: { 'a.py': 'text' },
    extraEnv: { A: 'text', B: { value: 'text' } },
    extraFiles: {
      a: { mountPath: '/a.yaml', data: { b: ['text'] } },
      b: { mountPath: '/b', stringData: 'text' },
      c: { mountPath: '/c', binaryData: 'dGV4dA==' },
    },
  },
  proxy: {
    secretToken: 'text',
    https: { enabled: true, type: 'manual', hosts: ['h'], manual: { key: 'text', cert: 'text' } },
    chp: { extraEnv: { A: 'text', B: { value: 'text' } } },
    traefik: { extraEnv: { A: 'text', B: { value: 'text' } } },
  },
  imagePullSecret: { create: true, registry: 'r', username: 'text', password: 'text', email: 'text' },
  singleuser: {
    extraEnv: { A: 'text' },
    profileList: [{ display_name: 'text', description: 'text' }],
    initContainers: [{ name: 'a', image: 'i', env: [{ name: 'A', value: 'text' }] }],
    extraContainers: [{ name: 'a', image: 'i', env: [{ name: 'A', value: 'text' }] }],
    extraPodConfig: { a: 'text' },
    lifecycleHooks: { postStart: { exec: { command: ['text'] } } },
    extraLabels: { a: 'text' },
    extraAnnotations: { a: 'text' },
    extraFiles: {
      a: { mountPath: '/a.json', data: { b: 'text' } },
      b: { mountPath: '/b', stringData: 'text' },
      c: { mountPath: '/c', binaryData: 'dGV4dA==' },
    },
  },
  custom: { a: { b: ['text'] } },
};

function releaseOf(text) {
  const word = (name) => new RegExp(`^# ${name}: (\\S+)`, 'm').exec(text)?.[1] ?? 'jhub';
  return ['--release', word('release'), '--namespace', word('namespace')];
}

function test(name, check) {
  try {
    if (check()) passed++;
  } catch (error) {
    problems.push(`${name}: ${error.stack}`);
  }
}

const cases = process.argv.slice(2).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
for (const path of ['everywhere', ...cases]) {
  const text = path === 'everywhere' ? JSON.stringify(EVERYWHERE) : readFileSync(path, 'utf8');
  if (/^# expect: error/m.test(text)) continue;
  const name = path.split('/').at(-1);
  const values = parse(text, { version: '1.1', merge: true }) ?? {};
  test(name, () => testSecretFile(name, values, releaseOf(text)));
  test(name, () =>
    testCredentials(name, path === 'everywhere' ? file('case.yaml', text) : path, values, releaseOf(text)),
  );
}

// A secret file that held a container would hold its name and image too: such a variable is a credential of the other files.
const fromSecretFiles = ([pattern, when]) => when !== 'never' && !pattern.includes('.*.env.');

for (const [pattern, when] of PLACES.filter(fromSecretFiles)) {
  const expression = new RegExp(
    `^${pattern.replace(/\./g, '\0').replace(/\*+/g, (stars) => (stars === '*' ? '[^\0]+' : '.+'))}$`,
    's',
  );
  const isPlanted = () => [...places].some((place) => expression.test(place));
  test(pattern, () => isPlanted() || (problems.push(`${pattern}: nothing was planted there (${when})`), false));
}

rmSync(work, { recursive: true, force: true });
for (const problem of problems) console.log(`FAIL ${problem}`);
console.log(`${places.size} places`);
console.log(`${passed} passed, ${problems.length} failed`);
process.exitCode = problems.length ? 1 : 0;
