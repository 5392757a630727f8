import { format } from '../../lib/user-pods/python/format';
import { SpawnError } from '../../lib/user-pods/spawn-error';

const fill = (template: string) =>
  format(template, (name) => {
    if (name === 'username') return 'alice';
    if (name === 'userid') return 7;
    throw new SpawnError(`no ${name}`);
  });

test.each([
  ['{{"a": "{username}"}}', '{"a": "alice"}'],
  ['{username:*^9}|{username:.2}|{username!r}|{username[0]}', "**alice**|al|'alice'|a"],
  ['{userid:03d}|{userid:>4}|{userid:#x}|{userid!s:<3}.', '007|   7|0x7|7  .'],
])('%s is filled in as in Python', (template, text) => {
  expect(fill(template)).toBe(text);
});

test.each([
  '{',
  '}',
  '{username',
  'a}b',
  '{}',
  '{0}',
  '{nobody}',
  '{username.upper}',
  '{username[9]}',
  '{username:d}',
  '{userid:.2}',
])('%s is refused as in Python', (template) => {
  expect(() => fill(template)).toThrow(SpawnError);
});
