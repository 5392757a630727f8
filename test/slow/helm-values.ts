// Whether a real helm reads the texts of test/values/read/helm.json as they are recorded there. Usage: node --import tsx test/slow/helm-values.ts
// [HELM] [--write]; --write records what it reads.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const record = join(__dirname, '..', 'values', 'read', 'helm.json');
const [helm = 'helm'] = process.argv.slice(2).filter((argument) => argument !== '--write');
const folder = mkdtempSync(join(tmpdir(), 'helm-values-'));
mkdirSync(join(folder, 'templates'));
writeFileSync(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: values\nversion: 0.1.0\n');
writeFileSync(join(folder, 'templates', 'values.yaml'), 'values: {{ .Values | toJson }}\n');

/** What helm makes of a values file; null where it refuses it. */
function read(text: string): unknown {
  const file = join(folder, 'a-values-file.yaml');
  writeFileSync(file, text);
  const { status, stdout, error } = spawnSync(helm, ['template', 'a', folder, '-f', file], { encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? JSON.parse(/^values: (.*)$/m.exec(stdout)?.[1] ?? '') : null;
}

const recorded = JSON.parse(readFileSync(record, 'utf8')) as [text: string, values: unknown][];
const rows = recorded.map(([text]) => [text, read(text)] as const);
rmSync(folder, { recursive: true });
const differing = rows.filter((row, index) => JSON.stringify(row) !== JSON.stringify(recorded[index]));
for (const row of differing) console.log(`FAIL ${JSON.stringify(row)}`);
if (process.argv.includes('--write')) {
  // The separators as escapes, so that an editor shows them.
  const escaped = (row: unknown) =>
    JSON.stringify(row).replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(record, `[\n  ${rows.map(escaped).join(',\n  ')}\n]\n`);
}
console.log(`${rows.length - differing.length} passed, ${differing.length} failed`);
process.exitCode = differing.length ? 1 : 0;
