import { Tree } from '../../lib/data/maps';
import { reviewJson } from '../../lib/review/json';
import { reviewMarkdown } from '../../lib/review/markdown/markdown';
import { code, codeBlock, table } from '../../lib/review/markdown/quote';
import { hub, markdown, object, reviewOf } from './objects';

const top = (text: string) => text.split('\n').slice(0, 20).join('\n');

test('nothing changes: one line', () => {
  expect(markdown({}, {})).toBe('JupyterHub: nothing changes.\n');
});

test('the headline tells what becomes of pods, and what new servers get', () => {
  const head = { singleuser: { memory: { limit: '8G' }, image: { name: 'img', tag: '2' } } };
  const base = { singleuser: { memory: { limit: '4G' }, image: { name: 'img', tag: '1' } } };
  expect(markdown(base, head).split('\n').slice(0, 5)).toEqual([
    '### JupyterHub: 1 of 1 hub changes; nothing needs a decision',
    '',
    '| hub | hub pod | proxy | running servers | new servers |',
    '| --- | --- | --- | --- | --- |',
    '| `prod` | restarts, logins wait about 20 s | stays | stay | memory `1 GiB to 4 GiB` → `1 GiB to 8 GiB`, image `1` → `2` |',
  ]);
});

test('a proxy that restarts drops connections', () => {
  expect(markdown({}, { proxy: { chp: { resources: { requests: { memory: '1Gi' } } } } })).toContain(
    '| `prod` | stays | restarts, connections drop | stay | as before |',
  );
});

test('configuration is told by trait, Python as a diff', () => {
  const python = (level: number) => ({ hub: { extraConfig: { a: `x = 1\nc.JupyterHub.log_level = ${level}\n` } } });
  const text = markdown(python(10), { ...python(20), singleuser: { memory: { limit: '4G' } } });
  expect(text).toContain('- `KubeSpawner.mem_limit`: not set → `4G`');
  expect(text).toContain('```diff\n x = 1\n-c.JupyterHub.log_level = 10\n+c.JupyterHub.log_level = 20\n```');
});

test('profiles are a table', () => {
  const profiles = (limit: string) => ({
    singleuser: { profileList: [{ display_name: 'Large', kubespawner_override: { mem_limit: limit } }] },
  });
  const text = markdown(profiles('8G'), profiles('16G'));
  expect(text).toContain('| `profile large` | `1 GiB to 8 GiB` → `1 GiB to 16 GiB` |');
  expect(text).toContain('- `KubeSpawner.profile_list.Large.kubespawner_override.mem_limit`: `8G` → `16G`');
});

test('what is left behind stands with its command, what holds data by itself', () => {
  const text = markdown(
    { singleuser: { networkPolicy: { enabled: true } } },
    { singleuser: { networkPolicy: { enabled: false } }, hub: { db: { type: 'sqlite-memory' } } },
  );
  expect(text).toContain('kubectl delete --namespace prod networkpolicy/singleuser');
  expect(text).toContain(
    'With data in it, which is lost then:\n\n```sh\nkubectl delete --namespace prod persistentvolumeclaim/hub-db-dir\n```',
  );
});

test('rights by account', () => {
  expect(markdown({}, { rbac: { create: false } })).toContain(
    '- `ServiceAccount prod/hub` may no longer `create pods in prod`',
  );
});

const HOSTILE = 'a`b``c | d\n# head <img src=x onerror=1> @everyone [l](http://x) \u001b[31m\u202e $x$ </details> ```';

test('hostile text stays within its quotes', () => {
  const config = (value: string) => ({ metadata: { name: 'm', namespace: 'ns' }, data: { [value]: value } });
  const text = reviewMarkdown(
    reviewOf([object('ConfigMap', 'm', config('x'))], [object('ConfigMap', 'm', config(HOSTILE))]),
  );
  const outside = text.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
  for (const mark of ['<img', '@everyone', '[l]', '# head', '</details> ', '\u001b', '\u202e'])
    expect(outside).not.toContain(mark);
  expect(text).not.toContain('\u001b');
});

test('a quoted text is one line that does not end before its end', () => {
  expect(code('a`b')).toBe('``a`b``');
  expect(code('`')).toBe('`` ` ``');
  expect(['first', 'second', 'third'].map(code)).toEqual(['`first`', '`second`', '`third`']);
  expect(code('a\nb')).toBe('`a\\nb`');
  expect(code('')).toBe('(empty)');
  expect(code('x'.repeat(500)).length).toBeLessThan(130);
  expect(codeBlock(['```', 'x'])).toBe('````\n```\nx\n````');
  expect(table(['a'], [[code('x|y')]])).toBe('| a |\n| --- |\n| `x\\|y` |');
});

const many = (image: string, count: number): Tree => ({
  singleuser: {
    image: { name: image, tag: '1' },
    profileList: Array.from({ length: count }, (_, index) => ({
      display_name: `Profile ${index}`,
      kubespawner_override: {
        image: `${image}-${index}`,
        environment: Object.fromEntries(Array.from({ length: 20 }, (__, n) => [`V${n}`, image])),
      },
    })),
  },
});

test('the longest review is under 60,000 characters, and says what it leaves out', () => {
  const text = markdown(many('before', 120), many('after', 120));
  expect(text.length).toBeLessThan(60_000);
  expect(text).toMatch(/\d+ more, not shown here for their length/);
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
});

test('many hubs fit too, those that change alike told once', () => {
  const hubs = (image: string) => Array.from({ length: 25 }, (_, index) => hub(many(image, 2), `hub-${index}`)).flat();
  const text = reviewMarkdown(reviewOf(hubs('before'), hubs('after')));
  expect(top(text)).toContain('### JupyterHub: 25 of 25 hubs change');
  expect(text.length).toBeLessThan(60_000);
});

test('the same review twice is the same bytes, whatever the order of the objects', () => {
  const [before, after] = [hub(many('before', 3)), hub({ ...many('after', 3), rbac: { create: false } })];
  const shuffled = reviewOf([...before].reverse(), [...after].reverse());
  expect(reviewMarkdown(shuffled)).toBe(reviewMarkdown(reviewOf(before, after)));
  expect(reviewJson(shuffled)).toBe(reviewJson(reviewOf(before, after)));
});

test('no secret is readable', () => {
  const secrets = (n: number): Tree => ({
    hub: {
      config: {
        JupyterHub: { cookie_secret: `marker-${n}`.repeat(8) },
        GitHubOAuthenticator: { client_secret: `marker-${n}` },
        DummyAuthenticator: { password: `marker-${n}` },
      },
      db: { type: 'postgres', url: `postgresql://u:marker-${n}@h/d` },
      extraConfig: { a: `password = "marker-${n}"\nurl = "https://bot:marker-${n}@git.example.org/x"\n` },
      services: { s: { apiToken: `marker-${n}`, url: 'http://s' } },
    },
    singleuser: { extraEnv: { DB_PASSWORD: `marker-${n}`, ARGS: `--token=marker-${n}` } },
  });
  const review = reviewOf(hub(secrets(1)), hub(secrets(2)));
  expect(reviewMarkdown(review)).not.toContain('marker-');
  expect(reviewJson(review)).not.toContain('marker-');
  const plain = (n: number) =>
    object(
      'Deployment',
      'd',
      {
        spec: {
          template: {
            spec: {
              containers: [
                {
                  name: 'c',
                  image: 'i',
                  args: [`--token=marker-${n}`, `https://u:marker-${n}@h/`],
                  env: [{ name: 'API_TOKEN', value: `marker-${n}` }],
                },
              ],
            },
          },
        },
      },
      'apps/v1',
    );
  const other = reviewOf(
    [plain(1), object('Secret', 's', { stringData: { a: 'marker-1' } })],
    [plain(2), object('Secret', 's', { stringData: { a: 'marker-2' } })],
  );
  expect(reviewMarkdown(other)).not.toContain('marker-');
  expect(reviewJson(other)).not.toContain('marker-');
});
