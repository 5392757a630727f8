import { isCredentialName } from '../../lib/secrets/credentials';
import { isHarmless } from '../../lib/secrets/harmless';
import { isNoCredential } from '../../lib/secrets/names';
import { mask, Range } from '../../lib/secrets/ranges';
import { secretsOfArguments, secretsOfScript } from '../../lib/secrets/command';
import { secretsOfPython } from '../../lib/secrets/python';
import { secretsOfUrls } from '../../lib/secrets/url';

const shown = (text: string, find: (text: string) => readonly Range[]) => mask(text, find(text))?.shown ?? text;

test.each(
  'DB_PASS API_KEYS API_KEY_1 AZURE_STORAGE_KEY apiToken PGPASSWORD clientsecret MYSQL_PWD jwt hub-webhook accountKeys SENTRY_DSN'.split(
    ' ',
  ),
)('%s names a credential', (name) => {
  expect(isCredentialName(name)).toBe(true);
});

test.each(
  'token_url existingSecret secretName password_length CODE_DISABLE_PASSWORD check_common_password username_key topologyKey monkey claim_groups_key automountServiceAccountToken tokenExpirationSeconds passthrough'.split(
    ' ',
  ),
)('%s names no credential', (name) => {
  expect(isCredentialName(name)).toBe(false);
});

test.each(['true', '/home/jovyan/.ssh/id_rsa', '$(OTHER)', '${OTHER}', 'https://id.example.org/token'])(
  '%s is no credential, whatever its name',
  (value) => {
    expect(isNoCredential(value)).toBe(true);
  },
);

test.each(['dragon', 'hunter2', '4711', '/8s+Kd02mPq/x==', 'https://u:p@h'])('%s may be one', (value) => {
  expect(isNoCredential(value)).toBe(false);
});

test.each([
  'true',
  '1.10',
  '10.0.0.0/8;172.16.0.0/12',
  'jupyter_server.serverapp.ServerApp',
  '/tmp/.jupyter-runtime',
  'gs://leap-scratch/$(JUPYTERHUB_USER)',
  'http://prometheus.support.svc.cluster.local:9090/api?limit=5',
  'quay.io/jupyter/scipy-notebook:2026-01-05',
  'See the documentation of the campus for more.',
  '--max-old-space-size=512',
  'preferred_username',
])('%s is shown to be harmless', (text) => {
  expect(isHarmless(text, 'strict')).toBe(true);
});

test.each([
  'dragon',
  'hunter2',
  'correct-horse-battery-staple',
  'Tr0ub4dor&3',
  '9c1f0e7d6b5a49382716',
  'wV7bq+Yt2m1n0oPzQ==',
  'https://h.example.org/?sig=abcdefg',
  'bot:fennel@lic.example.org',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib3QifQ.dGhpcy1pcy1zaWduZWQ',
])('%s is not', (text) => {
  expect(isHarmless(text, 'strict')).toBe(false);
});

test.each([
  ['postgresql://hub:dragon@db:5432/hub', 'postgresql://hub:(secret 1)@db:5432/hub'],
  ['mysql://db/hub?user=hub&password=dragon&ssl=true', 'mysql://db/hub?user=hub&password=(secret 1)&ssl=true'],
  ['postgresql://hub@db/hub', 'postgresql://hub@db/hub'],
  ['postgresql://hub:$(PASSWORD)@db/hub', 'postgresql://hub:$(PASSWORD)@db/hub'],
  ['git clone https://9c1f0e7d6b5a4938@github.com/o/r', 'git clone https://(secret 1)@github.com/o/r'],
])('of the URLs in %s the secrets are found', (text, expected) => {
  expect(shown(text, secretsOfUrls)).toBe(expected);
});

test.each([
  ['export PGPASS=dragon; run', 'export PGPASS=(secret 1); run'],
  ['jupyter lab --token=dragon --port=8888', 'jupyter lab --token=(secret 1) --port=8888'],
  ['mysql -u root -pdragon', 'mysql -u root (secret 1)'],
  ['curl -H "Authorization: Bearer dragon" https://x', 'curl -H "Authorization: Bearer (secret 1)" https://x'],
  ['chmod 600 .ssh/*; cp -n /a/*.ipynb /home/jovyan/', 'chmod 600 .ssh/*; cp -n /a/*.ipynb /home/jovyan/'],
  ['gitpuller https://github.com/o/mtr2020 main mtr2020', 'gitpuller https://github.com/o/mtr2020 main mtr2020'],
])('of the command %s the secrets are found', (text, expected) => {
  expect(shown(text, secretsOfScript)).toBe(expected);
});

test('an option of a command tells what its value is', () => {
  const args = ['serve', '--api-key', 'dragon', '--port', '8888'];
  expect(secretsOfArguments(args).map((ranges) => ranges.length)).toEqual([0, 0, 1, 0, 0]);
});

test.each([
  ['c.X.client_secret = "dragon"', 'c.X.client_secret = "(secret 1)"'],
  ["os.environ['SMTP_PASS'] = 'dragon'", "os.environ['SMTP_PASS'] = '(secret 1)'"],
  ['get("https://x", auth=("bot", "dragon"))', 'get("https://x", auth=("(secret 1)", "(secret 2)"))'],
  ['def f(user, password="dragon"): pass', 'def f(user, password="(secret 1)"): pass'],
  ['if token == "dragon": pass', 'if token == "(secret 1)": pass'],
  ['H = {"Authorization": "Bearer " + "dragon"}', 'H = {"Authorization": "(secret 1)" + "(secret 2)"}'],
  ['# the old token was hawk-77', '# the old token was (secret 1)'],
  ['k = """-----BEGIN PRIVATE KEY-----\nMIIE\n"""', 'k = """(secret 1)\n(secret 2)\n"""'],
  ['c.KubeSpawner.image = "quay.io/a/b:1"', 'c.KubeSpawner.image = "quay.io/a/b:1"'],
  ['if "neurohackademy" in groups: mem = "8G"', 'if "neurohackademy" in groups: mem = "8G"'],
  ['c.Authenticator.allowed_users = {"ada", "grace"}', 'c.Authenticator.allowed_users = {"ada", "grace"}'],
  ['print(f"starting {spawner.user.name}")', 'print(f"starting {spawner.user.name}")'],
])('of the Python %s what is not shown to be harmless is hidden', (text, expected) => {
  expect(shown(text, secretsOfPython)).toBe(expected);
});

test('what is hidden once is hidden wherever it stands, and lines stay where they are', () => {
  const masked = mask('password = "dr4gon-1"\nx = 1 # dr4gon-1\n', [[12, 20]]);
  expect(masked).toEqual({
    shown: 'password = "(secret 1)"\nx = 1 # (secret 1)\n',
    parts: { '(secret 1)': 'dr4gon-1' },
  });
});

test('a marker is none that the string has already', () => {
  expect(mask('(secret 1) dragon', [[11, 17]])?.shown).toBe('(secret 1) (secret 2)');
});
