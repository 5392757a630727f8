import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isMap } from '../lib/data/maps';

const VALUES = {
  fullnameOverride: 'x',
  hub: {
    baseUrl: '/b/',
    config: {
      GitHubOAuthenticator: { client_id: 'i', client_secret: 's', allowed_organizations: ['o'] },
      A: { z: 1, b: { d: 1, c: 2 } },
    },
    services: { z: { url: 'http://z' }, a: { apiToken: 't' } },
    loadRoles: { z: { scopes: ['self'] }, a: { scopes: ['self'], users: ['u'] } },
    extraConfig: { z: 'get_config("custom")', '10-a': 'c.A.b = 1' },
    extraEnv: { Z: '1', A_TOKEN: 't' },
    extraFiles: {
      z: { mountPath: '/z.json', data: { z: 1, a: [{ y: 1, x: 2 }] } },
      a: { mountPath: '/a', stringData: 'a' },
    },
  },
  proxy: { https: { enabled: true, hosts: ['h'], letsencrypt: { contactEmail: 'a@b.c' } } },
  singleuser: {
    extraLabels: { z: '1', a: '2' },
    extraEnv: { Z: '1', A: { valueFrom: { fieldRef: { fieldPath: 'f' } } } },
    extraPodConfig: { z: 1, a: { y: 1, b: 2 } },
    storage: { extraVolumes: [{ name: 'v', emptyDir: {} }], extraVolumeMounts: [{ name: 'v', mountPath: '/v' }] },
    profileList: [
      { display_name: 'A', kubespawner_override: { mem_limit: '2G', image: 'i', environment: { Z: '1', A: '2' } } },
    ],
  },
  scheduling: { userPlaceholder: { enabled: true, replicas: 2 }, podPriority: { enabled: true } },
  custom: { z: 1, a: { y: 'ä', b: 'Z' }, B: 1 },
};

/** The same, with the keys of every map the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'deterministic-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command line prints in a process of its own. */
async function rendered(name: string, values: unknown, cwd: string, env: Record<string, string>): Promise<string> {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(values));
  const main = resolve('lib/cli/main.ts');
  const argv = ['render', '-f', file, '--release', 'jhub', '--namespace', 'jhub'];
  const program = `require(${JSON.stringify(main)}).main(${JSON.stringify(argv)})`;
  const args = ['--require', require.resolve('tsx/cjs'), '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    maxBuffer: 1e8,
  });
  return stdout;
}

test('two renders are the same bytes, wherever and in whatever order', async () => {
  const [here, elsewhere] = await Promise.all([
    rendered('a', VALUES, process.cwd(), { TZ: 'UTC', LANG: 'C', LC_ALL: 'C', HOME: '/root', USER: 'root' }),
    rendered('b', reversed(VALUES), folder, {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: folder,
      USER: 'u',
    }),
  ]);
  expect(here).toContain('kind: Deployment');
  expect(elsewhere).toBe(here);
}, 60_000);
