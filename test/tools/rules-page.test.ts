import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_RULES } from '../../lib/rules/app';
import { RULES } from '../../lib/rules/list';
import { addressOf } from '../../lib/rules/page';
import { pages } from '../../tools/pages';
import { RULE_EXAMPLES } from '../../tools/rule-examples';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/rules.md'), 'utf8');
const rules = [...RULES, ...APP_RULES];

/** The section of a rule, up to the next one. */
const sectionOf = (id: string) => page.split(`\n## ${id}\n`)[1]?.split('\n## ')[0] ?? '';

test.each(rules)('$id has a section with its severity, and its example with what is told of it', (rule) => {
  const section = sectionOf(rule.id);
  expect(section).toContain(`- **${rule.severity}**: ${rule.title}.`);
  const example = RULE_EXAMPLES[rule.id];
  if (!example) return;
  expect(section).toContain(example.wrong.trimEnd());
  expect(section).toContain(example.right.trimEnd());
  expect(section).toMatch(new RegExp(`^${rule.severity}: .*\\[${rule.id}\\]$`, 'm'));
});

test('examples are of rules', () => {
  const ids = rules.map(({ id }) => id);
  expect(Object.keys(RULE_EXAMPLES).filter((id) => !ids.includes(id))).toEqual([]);
});

test('every rule that values can break has an example', () => {
  const without = RULES.map(({ id }) => id).filter((id) => !(id in RULE_EXAMPLES));
  // Options of programs, and the name and namespace of the release, which are no values.
  expect(without).toEqual([
    'names/release-or-namespace',
    'secrets/in-a-string',
    'hosts/callback-url',
    'user-pod/pod-security',
  ]);
});

test.each(['lib/options/props.ts', ...pages()])('%s suppresses rules that there are', (file) => {
  const suppressions = readFileSync(join(root, file), 'utf8').match(/suppressions: \[[^]*?\]/g) ?? [];
  const ids = suppressions.flatMap((text) => [...text.matchAll(/\bid: '([^']*)'/g)].map(([, id]) => id));
  expect(ids.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
});

test('an option is named in the words of values, and of programs', () => {
  expect(sectionOf('exposure/no-http-port')).toContain(
    'Set `proxy.service.disableHttpPort` (in programs `proxy.exposure.service.disableHttpPort`) to false.',
  );
});

test('the address of a rule is a heading of the page, in the repository of the package', () => {
  const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { homepage: string };
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replace(/ /g, '-'),
  );
  expect(new Set(headings).size).toBe(headings.length);
  const addresses = headings.map((anchor) => `${homepage}/blob/main/docs/rules.md#${anchor}`);
  for (const { id } of rules) expect(addresses).toContain(addressOf(id));
});
