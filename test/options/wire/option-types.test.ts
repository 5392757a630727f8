import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

test('the table of types is what the interfaces say', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/option-types.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
