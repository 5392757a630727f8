// How much of the configuration stays readable in git: for the values files of the folders given, the lines of configuration (scalars, and lines of
// scripts and Python) that the manifests show, with those that go to a Secret. A line with a secret in it counts as hidden. What is in files
// (extraFiles) is in Secrets as a whole, as in the chart, and counted apart.
// Usage: node --import tsx test/slow/readable.ts [-v] FOLDER...
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readValues } from '../../lib/values/read/reader';
import { markSecrets } from '../../lib/values/secrets';
import { SecretValue } from '../../lib/secrets/secret-value';

interface Lines {
  shown: number;
  hidden: number;
  inFiles: number;
}

const isVerbose = process.argv.includes('-v');
/** Percent of the lines that have to stay readable. */
const LEAST = 95;
const folders = process.argv.slice(2).filter((arg) => arg.includes('/'));

function linesOf(text: unknown): string[] {
  const lines = String(text).split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  return written.length ? written : [''];
}

function count(value: unknown, path: readonly string[], total: Lines, name: string): void {
  if (path.length > 2 && path[1] === 'extraFiles' && ['data', 'stringData', 'binaryData'].includes(path[3])) {
    total.inFiles += value instanceof SecretValue || typeof value !== 'object' ? linesOf(reveal(value)).length : 1;
  } else if (value instanceof SecretValue) {
    const partly = value._partly();
    const markers = Object.keys(partly?.parts ?? {});
    const lines = linesOf(partly?.shown ?? reveal(value));
    const hidden = partly ? lines.filter((line) => markers.some((marker) => line.includes(marker))) : lines;
    total.hidden += hidden.length;
    total.shown += lines.length - hidden.length;
    if (isVerbose)
      console.log(`${name}: ${path.join('.')}: ${partly ? hidden.join(' | ') : JSON.stringify(reveal(value))}`);
  } else if (typeof value === 'object' && value !== null && Object.keys(value).length) {
    for (const [key, item] of Object.entries(value)) count(item, [...path, key], total, name);
  } else {
    total.shown += typeof value === 'string' ? linesOf(value).length : 1;
  }
}

function reveal(value: unknown): unknown {
  const plain = value instanceof SecretValue ? value._reveal() : value;
  return typeof plain === 'object' ? JSON.stringify(plain) : plain;
}

const total: Lines = { shown: 0, hidden: 0, inFiles: 0 };
let files = 0;
for (const path of folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
  if (/^# expect: error/m.test(readFileSync(path, 'utf8'))) continue;
  const { values } = markSecrets(readValues({ files: [path] }));
  files += 1;
  count(values, [], total, path.slice(path.lastIndexOf('/') + 1));
}
const percent = (100 * total.shown) / (total.shown + total.hidden);
console.log(
  `${files} files: ${total.shown + total.hidden} lines of configuration, ${total.hidden} of them hidden, ${total.inFiles} lines in files`,
);
console.log(`${percent.toFixed(2)} % readable`);
console.log(`${percent >= LEAST ? 1 : 0} passed, ${percent >= LEAST ? 0 : 1} failed`);
process.exitCode = percent >= LEAST && files > 0 ? 0 : 1;
